import type { RequestOptions } from '@cnscd/sdk';
import { useCallback, useEffect, useRef, useState } from 'react';
import { loadedNamesOf } from '../memory.ts';
import { isAway } from '../sign-in/failures.ts';
import { useApp } from './app-context.tsx';

/** Something that was loaded once and is shown again without a network, with its day. */
export interface Kept<Value> {
  value: Value;
  /** ISO instant. */
  loadedAt: string;
}

/** Something of the server's, as it is now or as it was when it was last seen. */
export interface Loaded<Value> {
  kept: Kept<Value> | null;
  /** Whether it is of now: otherwise its day must be said. */
  isFresh: boolean;
  isLoading: boolean;
  /** Why it could not be loaded the last time; null: it could. */
  failure: unknown;
  reload(): void;
}

export interface KeptOptions<Value> {
  /** Whose it is: with nobody else's token it is loaded. */
  user: string;
  name: string;
  load(options: RequestOptions): Promise<Value>;
  /** What of it may lie on the phone. @defaultValue all of it */
  toKeep?(value: Value): Value;
  /** It is loaded anew whenever this changes, beside every hope of a connection. */
  occasion?: unknown;
}

/** Loads something of somebody's and keeps it on the phone under a name. */
export function useKept<Value>({ user, name, occasion = null, ...what }: KeptOptions<Value>): Loaded<Value> {
  const { memory, connection, session } = useApp();
  const key = loadedNamesOf(user) + name;
  const [kept, setKept] = useState(() => memory.read<Kept<Value>>(key));
  const [isFresh, setIsFresh] = useState(false);
  const [isLoading, setIsLoading] = useState(true);
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef(what);
  latest.current = what;
  const turn = useRef(0);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setIsLoading(true);
    try {
      const { load, toKeep = (value: Value) => value } = latest.current;
      const next = { value: await load({ user }), loadedAt: new Date().toISOString() };
      // Whoever has signed out meanwhile leaves nothing behind.
      if (mine !== turn.current || session.read().user !== user) return;
      memory.keep(key, { ...next, value: toKeep(next.value) });
      setKept(next);
      setIsFresh(true);
      setFailure(null);
    } catch (error) {
      // What was kept is shown with its day.
      if (mine === turn.current) {
        setIsFresh(false);
        setFailure(error);
        // The server may be back by now, as another request was told, while this one was lost.
        if (isAway(error)) connection.tryAgainSoon();
      }
    }
    if (mine === turn.current) setIsLoading(false);
  }, [memory, connection, session, user, key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the occasion is what it is done on
  useEffect(() => {
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload, occasion]);
  useEffect(() => connection.onHope(() => void reload()), [connection, reload]);
  return { kept, isFresh, isLoading, failure, reload };
}
