import { Route, Routes } from 'react-router-dom';
import { App as ZaloApp, ZMPRouter } from 'zmp-ui';
import { KpiScreen } from '../kpi/kpi-screen.tsx';
import { NoteScreen } from '../note/note-screen.tsx';
import { RecordScreen } from '../record/record-screen.tsx';
import { ShareScreen } from '../share/share-screen.tsx';
import { SignInScreen } from '../sign-in/sign-in-screen.tsx';
import type { MiniApp } from '../start-app.ts';
import { useStore } from '../store.ts';
import { TeamScreen } from '../team/team-screen.tsx';
import { MoveScreen } from '../waiting/move-screen.tsx';
import { WaitingScreen } from '../waiting/waiting-screen.tsx';
import { AppContext } from './app-context.tsx';
import { HomeScreen } from './home-screen.tsx';
import { SignedIn } from './signed-in.tsx';

export function App({ app }: { app: MiniApp }) {
  const { user } = useStore(app.session);
  return (
    <AppContext.Provider value={app}>
      <ZaloApp theme="light">
        <ZMPRouter>
          <Routes>
            {/* Whoever writes here is not interrupted by a sign-in that comes about meanwhile. */}
            <Route path="/note" element={<NoteScreen />} />
            <Route path="/sign-in" element={<SignInScreen />} />
            <Route
              path="*"
              // Another person is another outbox, another team, another everything.
              element={user === null ? <SignInScreen /> : <WorkScreens key={user} user={user} />}
            />
          </Routes>
        </ZMPRouter>
      </ZaloApp>
    </AppContext.Provider>
  );
}

function WorkScreens({ user }: { user: string }) {
  return (
    <SignedIn user={user}>
      <Routes>
        <Route path="/record" element={<RecordScreen />} />
        <Route path="/record/:id" element={<RecordScreen />} />
        <Route path="/waiting" element={<WaitingScreen />} />
        <Route path="/move" element={<MoveScreen />} />
        <Route path="/kpi" element={<KpiScreen />} />
        <Route path="/team" element={<TeamScreen />} />
        <Route path="/share" element={<ShareScreen />} />
        {/* Zalo opens the app under paths and parameters of its own. */}
        <Route path="*" element={<HomeScreen />} />
      </Routes>
    </SignedIn>
  );
}
