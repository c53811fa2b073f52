import { CnscdError } from '@cnscd/sdk';
import { useCallback, useEffect, useState } from 'react';

/** What is known of an answer. While a new one is on its way, the last one stays to be looked at. */
export interface QueryState<Value> {
  value: Value | null;
  error: CnscdError | null;
  isLoading: boolean;
  reload(): void;
}

interface Settled<Value> {
  key: string;
  value: Value | null;
  error: CnscdError | null;
}

/**
 * Asks whenever `key` changes, and drops the answer of an earlier key.
 *
 * @param key - names everything that the answer depends on; null: nothing is to be asked
 */
export function useQuery<Value>(
  key: string | null,
  ask: (signal: AbortSignal) => Promise<Value>,
): QueryState<Value> {
  const [settled, setSettled] = useState<Settled<Value> | null>(null);
  const [reloads, setReloads] = useState(0);
  const fullKey = key === null ? null : `${key} ${reloads}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names all that `ask` closes over
  useEffect(() => {
    if (fullKey === null) return;
    const controller = new AbortController();
    ask(controller.signal).then(
      (value) => controller.signal.aborted || setSettled({ key: fullKey, value, error: null }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        setSettled({ key: fullKey, value: null, error: shownError(error) });
      },
    );
    return () => controller.abort();
  }, [fullKey]);
  const isSettled = settled !== null && settled.key === fullKey;
  return {
    value: key === null ? null : (settled?.value ?? null),
    error: isSettled ? settled.error : null,
    isLoading: fullKey !== null && !isSettled,
    reload: useCallback(() => setReloads((count) => count + 1), []),
  };
}

/** A fault of the page itself is shown in words too, and stays in the console for those who can mend it. */
export function shownError(error: unknown): CnscdError {
  if (error instanceof CnscdError) return error;
  console.error(error);
  const messages = { vi: 'Trang gặp lỗi ngoài dự kiến.', en: 'The page met an unexpected error.' };
  return new CnscdError('INTERNAL', messages, { cause: error });
}
