import { Button } from 'zmp-ui';
import { useStore } from '../store.ts';
import { TEXTS } from '../texts/vi.ts';
import { useApp } from './app-context.tsx';
import { Screen } from './screen.tsx';
import { useWork } from './signed-in.tsx';

/** For who has no team to show: it could not be loaded yet, or there is none. */
export function NoTeam() {
  const { team } = useWork();
  const { session, connection } = useApp();
  const { way } = useStore(connection);
  return (
    <Screen title={TEXTS.appName} hasBack={false}>
      <p className="lead">{team.isFresh || way === 'OPEN' ? TEXTS.signIn.notOfATeam : TEXTS.kpi.nothing}</p>
      <Button fullWidth onClick={team.reload} loading={team.isLoading}>
        {TEXTS.signIn.again}
      </Button>
      <Button fullWidth variant="tertiary" onClick={session.signOut}>
        {TEXTS.signIn.signOut}
      </Button>
    </Screen>
  );
}
