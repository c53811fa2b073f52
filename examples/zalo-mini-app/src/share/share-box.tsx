import { useState } from 'react';
import { Button } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { TEXTS } from '../texts/vi.ts';
import { answerOf } from '../zalo/answer-of.ts';
import { bridgeError } from '../zalo/zalo-bridge.ts';

/** A text to look at and to hand on: to Zalo, or to the clipboard where Zalo does not take it. */
export function ShareBox({ text }: { text: string }) {
  const { bridge } = useApp();
  const [said, setSaid] = useState<string | null>(null);
  const send = async () => {
    try {
      await answerOf(() => bridge.shareText(text));
      setSaid(TEXTS.share.sent);
    } catch (error) {
      const { failure } = bridgeError(error);
      // Whoever closed the list of people did not ask for anything else.
      setSaid(failure === 'DECLINED' ? null : TEXTS.share.notSent);
    }
  };
  const copy = async () => {
    try {
      await answerOf(() => navigator.clipboard.writeText(text));
      setSaid(TEXTS.share.copied);
    } catch {
      setSaid(TEXTS.share.notCopied);
    }
  };
  return (
    <section className="share">
      <pre className="card share-text">{text}</pre>
      <p role="status" className="said">
        {said}
      </p>
      <Button fullWidth onClick={() => void send()}>
        {TEXTS.share.send}
      </Button>
      <Button fullWidth variant="secondary" onClick={() => void copy()}>
        {TEXTS.share.copy}
      </Button>
    </section>
  );
}
