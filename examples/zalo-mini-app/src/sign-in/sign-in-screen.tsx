import { useEffect, useState } from 'react';
import { Button, useNavigate } from 'zmp-ui';
import { Alert } from '../page/alert.tsx';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { TEXTS } from '../texts/vi.ts';
import { DemoPeople } from './demo-people.tsx';
import type { PhoneProof } from './exchange.ts';
import { failureText, isUnlinked } from './failures.ts';
import { PhonePurpose } from './phone-purpose.tsx';

/**
 * The first screen of a new phone, and that of whose account is linked no more. Whatever Zalo says or leaves unsaid,
 * there is a way on from here at any moment.
 */
export function SignInScreen() {
  const { demo, session } = useApp();
  const navigate = useNavigate();
  const { user, failure: known } = session.read();
  const [isAsking, setIsAsking] = useState(false);
  const [isDone, setIsDone] = useState(false);
  const [needsPhone, setNeedsPhone] = useState(() => isUnlinked(known));
  const [failure, setFailure] = useState<string | null>(null);
  const signIn = async (phone: PhoneProof | null) => {
    setIsAsking(true);
    setFailure(null);
    try {
      await session.signIn(phone);
      setIsDone(true);
    } catch (error) {
      if (isUnlinked(error)) setNeedsPhone(true);
      else setFailure(failureText(error));
    }
    setIsAsking(false);
  };
  // Not where this screen has been left: a late answer of Zalo's takes nobody away from what he or she does.
  useEffect(() => {
    if (isDone) navigate('/', { replace: true });
  }, [isDone, navigate]);
  return (
    <Screen title={TEXTS.appName} hasBack={user !== null}>
      <section className="welcome">
        <h2>{TEXTS.signIn.title}</h2>
        {needsPhone ? (
          <PhonePurpose onProof={(proof) => void signIn(proof)} isBusy={isAsking} />
        ) : (
          <>
            <p className="lead">{TEXTS.signIn.lead}</p>
            {demo === null ? (
              <Button fullWidth loading={isAsking} onClick={() => void signIn(null)}>
                {TEXTS.signIn.withZalo}
              </Button>
            ) : (
              <DemoPeople zalo={demo} onChosen={() => void signIn(null)} />
            )}
            {demo !== null && isAsking && <p role="status">{TEXTS.signIn.asking}</p>}
            <p className="quiet">{TEXTS.signIn.purpose}</p>
          </>
        )}
        <Alert text={failure} />
        <Button fullWidth variant="secondary" onClick={() => navigate('/note')}>
          {TEXTS.signIn.withoutSignIn}
        </Button>
      </section>
    </Screen>
  );
}
