import { Button, useNavigate } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { TEXTS } from '../texts/vi.ts';

/** In place of every screen that would say what waits, while the phone does not give it. */
export function NotRead() {
  const { connection } = useApp();
  const navigate = useNavigate();
  return (
    <Screen title={TEXTS.appName} hasBack={false}>
      <p className="fault" role="alert">
        {TEXTS.waiting.notRead}
      </p>
      <Button fullWidth onClick={connection.tryAgain}>
        {TEXTS.signIn.again}
      </Button>
      <Button fullWidth variant="secondary" onClick={() => navigate('/note')}>
        {TEXTS.signIn.withoutSignIn}
      </Button>
    </Screen>
  );
}
