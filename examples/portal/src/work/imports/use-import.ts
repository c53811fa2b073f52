import type { Import } from '@cnscd/sdk';
import { useEffect, useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { type QueryState, shownError } from '../../page/use-query.ts';

/** An import, looked at again and again while a job is at it. */
export function useImport(id: string): QueryState<Import> & { isWaiting: boolean } {
  const { client } = usePortal();
  const [round, setRound] = useState(0);
  const [found, setFound] = useState<Import | null>(null);
  const [error, setError] = useState<QueryState<Import>['error']>(null);
  const [isWaiting, setIsWaiting] = useState(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round looks anew
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setIsWaiting(true);
    setError(null);
    client.imports
      .settled({ id }, { signal, onProgress: setFound })
      .catch((error: unknown) => signal.aborted || setError(shownError(error)))
      .finally(() => signal.aborted || setIsWaiting(false));
    return () => controller.abort();
  }, [client, id, round]);
  return {
    value: found,
    error,
    isLoading: found === null && error === null,
    isWaiting,
    reload: () => setRound((count) => count + 1),
  };
}
