import type { ConsentText } from '@cnscd/sdk';
import { useEffect, useState } from 'react';
import { Button } from 'zmp-ui';
import { Alert } from '../page/alert.tsx';
import { useApp } from '../page/app-context.tsx';
import { TEXTS } from '../texts/vi.ts';
import { answerOf } from '../zalo/answer-of.ts';
import type { PhoneProof } from './exchange.ts';
import { failureText } from './failure-text.ts';

interface PhonePurposeProps {
  onProof(proof: PhoneProof): void;
  isBusy: boolean;
}

/** Says what the phone number is for before Zalo asks, and goes on when the answer is no, or none. */
export function PhonePurpose({ onProof, isBusy }: PhonePurposeProps) {
  const { bridge } = useApp();
  const wording = useWording();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // What was not shown was not agreed to.
  const consents = wording === null ? [] : [{ purpose: PURPOSE, textVersion: wording.version }];
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
    <section className="purpose" aria-labelledby="purpose-title">
      <h3 id="purpose-title">{TEXTS.phone.title}</h3>
      <p>{TEXTS.phone.lead}</p>
      <ul>
        {TEXTS.phone.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      {wording !== null && (
        <blockquote className="card">
          <p className="quiet">{TEXTS.phone.agreeTo}</p>
          <p>{wording.wording}</p>
        </blockquote>
      )}
      <Button fullWidth loading={isAsking || isBusy} onClick={() => void ask()}>
        {TEXTS.phone.allow}
      </Button>
      <Alert text={failure} />
      <p className="quiet">{TEXTS.phone.refused}</p>
    </section>
  );
}

const PURPOSE = 'ZALO_SIGN_IN' as const;

/** What people agree to, word by word, as the office has it today. */
function useWording(): ConsentText | null {
  const { client } = useApp();
  const [wording, setWording] = useState<ConsentText | null>(null);
  useEffect(() => {
    client.rights.consentTexts().then(
      (texts) => setWording(texts.find(({ purpose }) => purpose === PURPOSE) ?? null),
      () => {}, // without a network there is no sign-in either
    );
  }, [client]);
  return wording;
}
