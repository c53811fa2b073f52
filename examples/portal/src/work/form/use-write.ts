import { type CnscdError, newId } from '@cnscd/sdk';
import { useRef, useState } from 'react';
import { shownError } from '../../page/use-query.ts';

/** The key of what was sent last: sent again unchanged, it is the same write and is done once. */
export interface SentOnce {
  content: string;
  idempotencyKey: string;
}

export interface Writing {
  isSending: boolean;
  error: CnscdError | null;
  /**
   * Sends `input`, under the key of the last attempt if it is the same as then.
   *
   * @returns what was written; null when it was not, and `error` says why
   */
  send<Input extends object, Answer>(
    input: Input,
    write: (keyed: Input & { idempotencyKey: string }) => Promise<Answer>,
  ): Promise<Answer | null>;
  forget(): void;
}

/** One thing that can be written, with what became of it. */
export function useWrite(first: SentOnce | null = null, keep: (sent: SentOnce) => void = () => {}): Writing {
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<CnscdError | null>(null);
  const last = useRef(first);
  return {
    isSending,
    error,
    async send(input, write) {
      const content = JSON.stringify(input);
      // After a refusal or a lost answer another content is another write; the same content is the same one.
      if (last.current?.content !== content) last.current = { content, idempotencyKey: newId() };
      keep(last.current);
      setIsSending(true);
      setError(null);
      try {
        return await write({ ...input, idempotencyKey: last.current.idempotencyKey });
      } catch (error) {
        setError(shownError(error));
        return null;
      } finally {
        setIsSending(false);
      }
    },
    forget() {
      last.current = null;
      setError(null);
    },
  };
}
