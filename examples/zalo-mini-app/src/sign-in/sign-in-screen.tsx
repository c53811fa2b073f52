import { CnscdError } from '@cnscd/sdk';
import { useState } from 'react';
import { Button, useNavigate } from 'zmp-ui';
import { Alert } from '../page/alert.tsx';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { TEXTS } from '../texts/vi.ts';
import { DemoPeople } from './demo-people.tsx';
import type { PhoneProof } from './exchange.ts';
import { failureText } from './failure-text.ts';
import { PhonePurpose } from './phone-purpose.tsx';

/** The first screen of a new phone. Whatever Zalo says or leaves unsaid, there is a way on from here. */
export function SignInScreen() {
  const { demo, session } = useApp();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const [needsPhone, setNeedsPhone] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const signIn = async (phone: PhoneProof | null) => {
    setIsAsking(true);
    setFailure(null);
    try {
      await session.signIn(phone);
    } catch (error) {
      if (error instanceof CnscdError && error.code === 'ZALO_NOT_LINKED') setNeedsPhone(true);
      else setFailure(failureText(error));
    }
    setIsAsking(false);
  };
  return (
    <Screen title={TEXTS.appName} hasBack={false}>
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
            <p className="quiet">{TEXTS.signIn.purpose}</p>
          </>
        )}
        <Alert text={failure} />
        {(needsPhone || failure !== null) && (
          <Button fullWidth variant="secondary" onClick={() => navigate('/note')}>
            {TEXTS.signIn.withoutSignIn}
          </Button>
        )}
      </section>
    </Screen>
  );
}
