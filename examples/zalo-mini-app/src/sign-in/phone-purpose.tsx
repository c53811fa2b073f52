import { useState } from 'react';
import { Button } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { TEXTS } from '../texts/vi.ts';
import { answerOf } from '../zalo/answer-of.ts';
import { failureText } from './failure-text.ts';

interface PhonePurposeProps {
  onCode(phoneCode: string): void;
  isBusy: boolean;
}

/** Says what the phone number is for before Zalo asks, and goes on when the answer is no, or none. */
export function PhonePurpose({ onCode, isBusy }: PhonePurposeProps) {
  const { bridge } = useApp();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const ask = async () => {
    setIsAsking(true);
    setFailure(null);
    try {
      // Who reads Zalo's question slowly has still said yes: a late answer is taken.
      onCode(await answerOf(bridge.phoneCode, { onLate: onCode }));
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
      <Button fullWidth loading={isAsking || isBusy} onClick={() => void ask()}>
        {TEXTS.phone.allow}
      </Button>
      {failure !== null && (
        <p className="fault" role="alert">
          {failure}
        </p>
      )}
      <p className="quiet">{TEXTS.phone.refused}</p>
    </section>
  );
}
