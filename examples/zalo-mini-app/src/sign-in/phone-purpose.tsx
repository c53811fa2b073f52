import type { ConsentText } from '@cnscd/sdk';
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'zmp-ui';
import { Alert } from '../page/alert.tsx';
import { useApp } from '../page/app-context.tsx';
import { TEXTS } from '../texts/vi.ts';
import { answerOf } from '../zalo/answer-of.ts';
import type { PhoneProof } from './exchange.ts';
import { failureText } from './failures.ts';

interface PhonePurposeProps {
  onProof(proof: PhoneProof): void;
  isBusy: boolean;
}

/** Says what the phone number is for before Zalo asks, and goes on when the answer is no, or none. */
export function PhonePurpose({ onProof, isBusy }: PhonePurposeProps) {
  const { wording, failure, reload } = useWording();
  return (
    <section className="purpose" aria-labelledby="purpose-title">
      <h3 id="purpose-title">{TEXTS.phone.title}</h3>
      <p>{TEXTS.phone.lead}</p>
      <ul>
        {TEXTS.phone.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {wording !== null && <Agreement wording={wording} onProof={onProof} isBusy={isBusy} />}
      {wording === null && (
        // What has not been shown cannot be agreed to.
        <>
          {failure !== null && <p className="quiet">{TEXTS.phone.noWording}</p>}
          <Alert text={failure} />
          <Button fullWidth loading={failure === null} onClick={reload}>
            {failure === null ? TEXTS.phone.loading : TEXTS.signIn.again}
          </Button>
        </>
      )}
      <p className="quiet">{TEXTS.phone.refused}</p>
    </section>
  );
}

function Agreement({ wording, onProof, isBusy }: PhonePurposeProps & { wording: ConsentText }) {
  const { bridge } = useApp();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const consents = [{ purpose: PURPOSE, textVersion: wording.version }];
  const give = (phoneCode: string) => onProof({ phoneCode, consents });
  const ask = async () => {
    setIsAsking(true);
    setFailure(null);
    try {
      // Who reads Zalo's question slowly has still said yes: a late answer is taken.
      give(await answerOf(bridge.phoneCode, { onLate: give }));
    } catch (error) {
      setFailure(failureText(error));
    }
    setIsAsking(false);
  };
  return (
    <>
      <blockquote className="card">
        <p className="quiet">{TEXTS.phone.agreeTo}</p>
        <p>{wording.wording}</p>
      </blockquote>
      <Button fullWidth loading={isAsking || isBusy} onClick={() => void ask()}>
        {TEXTS.phone.allow}
      </Button>
      <Alert text={failure} />
    </>
  );
}

const PURPOSE = 'ZALO_SIGN_IN' as const;

/** What people agree to, word by word, as the office has it today. */
function useWording(): { wording: ConsentText | null; failure: string | null; reload(): void } {
  const { consentTexts, connection } = useApp();
  const [wording, setWording] = useState<ConsentText | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const reload = useCallback(() => {
    setFailure(null);
    consentTexts().then(
      (texts) => {
        const found = texts.find(({ purpose }) => purpose === PURPOSE) ?? null;
        setWording(found);
        if (found === null) setFailure(TEXTS.failures.CONSENT_TEXT_NOT_FOUND);
      },
      (error) => setFailure(failureText(error)),
    );
  }, [consentTexts]);
  useEffect(reload, [reload]);
  useEffect(() => connection.onHope(reload), [connection, reload]);
  return { wording, failure, reload };
}
