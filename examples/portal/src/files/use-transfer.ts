import type { CnscdError, FileProgress } from '@cnscd/sdk';
import { useEffect, useRef, useState } from 'react';
import { shownError } from '../page/use-query.ts';

/** A file on its way in or out, and what became of the last one. */
export interface Transfer {
  /** Name of what is on its way; null: nothing is. */
  current: string | null;
  progress: FileProgress | null;
  error: CnscdError | null;
  /** @returns null where it was stopped, or `error` says why it did not get through */
  start<Value>(
    name: string,
    move: (options: { signal: AbortSignal; onProgress: (now: FileProgress) => void }) => Promise<Value>,
  ): Promise<Value | null>;
  stop(): void;
}

/** One file at a time; leaving this part of the page stops it. */
export function useTransfer(): Transfer {
  const [current, setCurrent] = useState<string | null>(null);
  const [progress, setProgress] = useState<FileProgress | null>(null);
  const [error, setError] = useState<CnscdError | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  return {
    current,
    progress,
    error,
    async start(name, move) {
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      setCurrent(name);
      setProgress(null);
      setError(null);
      try {
        return await move({ signal: own.signal, onProgress: setProgress });
      } catch (error) {
        if (!own.signal.aborted) setError(shownError(error));
        return null;
      } finally {
        if (controller.current === own) setCurrent(null);
      }
    },
    stop: () => controller.current?.abort(),
  };
}
