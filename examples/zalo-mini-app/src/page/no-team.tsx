import { Button, useNavigate } from 'zmp-ui';
import { failureText } from '../sign-in/failures.ts';
import { SessionNotice } from '../sign-in/session-notice.tsx';
import { useSignOut } from '../sign-in/use-sign-out.ts';
import { useStore } from '../store.ts';
import { TEXTS } from '../texts/vi.ts';
import { SyncCard } from '../waiting/sync-card.tsx';
import { useApp } from './app-context.tsx';
import { Screen } from './screen.tsx';
import { useWork } from './signed-in.tsx';

/** For who has no team to show: the server says that there is none, or could not be asked yet. */
export function NoTeam() {
  const { mine, status } = useWork();
  const { session } = useApp();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const isAsked = useStore(session).failure !== null;
  return (
    <Screen title={TEXTS.appName} hasBack={false}>
      <p className="lead">{mine.isFresh ? TEXTS.signIn.notOfATeam : TEXTS.kpi.nothing}</p>
      {status.items.length > 0 ? <SyncCard /> : <SessionNotice />}
      {/* Why there is no session is said above. */}
      {mine.failure !== null && !isAsked && <p className="fault">{failureText(mine.failure)}</p>}
      <Button fullWidth onClick={mine.reload} loading={mine.isLoading}>
        {TEXTS.signIn.again}
      </Button>
      <Button fullWidth variant="secondary" onClick={() => navigate('/note')}>
        {TEXTS.signIn.withoutSignIn}
      </Button>
      <Button fullWidth variant="tertiary" onClick={signOut}>
        {TEXTS.signIn.signOut}
      </Button>
    </Screen>
  );
}
