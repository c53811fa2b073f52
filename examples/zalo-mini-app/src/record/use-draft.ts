import { useEffect, useState } from 'react';
import { useApp } from '../page/app-context.tsx';
import type { TypedActivity } from './typed-activity.ts';

export interface Draft {
  typed: TypedActivity;
  /** Whether it was begun before: a call came in, or Zalo closed the app. */
  isFoundAgain: boolean;
  type(patch: Partial<TypedActivity>): void;
  drop(): void;
}

/** What is being typed, as it outlives the app. */
export function useDraft(name: string, start: () => TypedActivity): Draft {
  const { storage } = useApp().bridge;
  const key = `cnscd.${name}`;
  const [found] = useState(() => readDraft(storage.getItem(key)));
  const [typed, setTyped] = useState(() => found ?? start());
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => {
    if (!isChanged) return;
    try {
      storage.setItem(key, JSON.stringify(typed));
    } catch {
      // No room for a draft: it is there as long as the screen is.
    }
  }, [storage, key, typed, isChanged]);
  return {
    typed,
    isFoundAgain: found !== null,
    type(patch) {
      setIsChanged(true);
      setTyped((last) => ({ ...last, ...patch }));
    },
    drop() {
      setIsChanged(false);
      storage.removeItem(key);
    },
  };
}

function readDraft(text: string | null): TypedActivity | null {
  try {
    // Written by this app alone.
    return text === null || text === '' ? null : (JSON.parse(text) as TypedActivity);
  } catch {
    return null;
  }
}
