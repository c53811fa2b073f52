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
import { WaitingScreen } from '../waiting/waiting-screen.tsx';
import { AppContext } from './app-context.tsx';
import { HomeScreen } from './home-screen.tsx';
import { SignedIn } from './signed-in.tsx';

export function App({ app }: { app: MiniApp }) {
  const session = useStore(app.session);
  return (
    <AppContext.Provider value={app}>
      <ZaloApp theme="light">
        <ZMPRouter>
          {session === null ? (
            <Routes>
              <Route path="/note" element={<NoteScreen />} />
              <Route path="*" element={<SignInScreen />} />
            </Routes>
          ) : (
            // Another person is another outbox, another team, another everything.
            <SignedIn key={session.user} user={session.user}>
              <Routes>
                <Route path="/record" element={<RecordScreen />} />
                <Route path="/record/:id" element={<RecordScreen />} />
                <Route path="/waiting" element={<WaitingScreen />} />
                <Route path="/kpi" element={<KpiScreen />} />
                <Route path="/team" element={<TeamScreen />} />
                <Route path="/share" element={<ShareScreen />} />
                {/* Zalo opens the app under paths and parameters of its own. */}
                <Route path="*" element={<HomeScreen />} />
              </Routes>
            </SignedIn>
          )}
        </ZMPRouter>
      </ZaloApp>
    </AppContext.Provider>
  );
}
