import { useCallback, useEffect, useRef, useState } from 'react';
import { type Kept, keep, readKept } from '../kept.ts';
import { useApp } from './app-context.tsx';

/** Something of the server's, as it is now or as it was when it was last seen. */
export interface Loaded<Value> {
  kept: Kept<Value> | null;
  /** Whether it is of now: otherwise its day must be said. */
  isFresh: boolean;
  isLoading: boolean;
  reload(): void;
}

/**
 * Loads something and keeps it on the phone under a name.
 *
 * @param occasion - loads it anew whenever this changes, beside every hope of a connection
 */
export function useKept<Value>(
  name: string,
  load: () => Promise<Value>,
  occasion: unknown = null,
): Loaded<Value> {
  const { bridge, connection } = useApp();
  const key = `cnscd.${name}`;
  const [kept, setKept] = useState(() => readKept<Value>(bridge.storage, key));
  const [isFresh, setIsFresh] = useState(false);
  const [isLoading, setIsLoading] = useState(true);
  const loading = useRef(load);
  loading.current = load;
  const turn = useRef(0);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setIsLoading(true);
    try {
      const next = { value: await loading.current(), loadedAt: new Date().toISOString() };
      if (mine !== turn.current) return;
      keep(bridge.storage, key, next);
      setKept(next);
      setIsFresh(true);
    } catch {
      // What was kept is shown with its day; the connection strip says what is wrong.
      if (mine === turn.current) setIsFresh(false);
    }
    if (mine === turn.current) setIsLoading(false);
  }, [bridge, key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the occasion is what it is done on
  useEffect(() => void reload(), [reload, occasion]);
  useEffect(() => connection.onHope(() => void reload()), [connection, reload]);
  return { kept, isFresh, isLoading, reload };
}
