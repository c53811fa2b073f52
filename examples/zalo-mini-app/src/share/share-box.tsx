import { useState } from 'react';
import { Button } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { TEXTS } from '../texts/vi.ts';
import { answerOf } from '../zalo/answer-of.ts';
import { type BridgeFailure, bridgeError } from '../zalo/zalo-bridge.ts';

interface ShareBoxProps {
  text: string;
  /** Zalo has taken it. */
  onSent?: () => void;
}

/** A text to look at and to hand on: to Zalo, or to the clipboard where Zalo does not take it. */
export function ShareBox({ text, onSent }: ShareBoxProps) {
  const { bridge } = useApp();
  const [said, setSaid] = useState<string | null>(null);
  const sent = () => {
    setSaid(TEXTS.share.sent);
    onSent?.();
  };
  const send = async () => {
    setSaid(null);
    try {
      // Whoever looks for the right group takes longer than anybody waits: a late answer is one.
      await answerOf(() => bridge.shareText(text), { onLate: sent });
      sent();
    } catch (error) {
      setSaid(SAID[bridgeError(error).failure]);
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

const SAID: Readonly<Record<BridgeFailure, string>> = {
  DECLINED: TEXTS.share.cancelled,
  // Perhaps the list is open: nothing is said for good.
  NO_ANSWER: TEXTS.share.noAnswer,
  UNSUPPORTED: TEXTS.share.notSent,
  FAILED: TEXTS.share.notSent,
};
