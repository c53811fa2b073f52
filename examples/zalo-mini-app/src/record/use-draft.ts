import { useEffect, useState } from 'react';
import { type Memory, namesOf } from '../memory.ts';
import { useApp } from '../page/app-context.tsx';
import type { TypedActivity } from './typed-activity.ts';

export interface Draft {
  typed: TypedActivity;
  /** Whether it was begun before: a call came in, or Zalo closed the app. */
  isFoundAgain: boolean;
  type(patch: Partial<TypedActivity>): void;
  /** It has arrived: it need not outlive the screen. */
  drop(): void;
  /** Throws away what was typed. */
  restart(): void;
}

/** Of whoever writes something down without signing in. */
export const NOTE = 'note';

/** Of somebody's new activity, or of one that waits and is corrected. */
export const draftOf = (user: string, waitingId: string | null): string =>
  `${namesOf(user)}draft/${waitingId ?? 'new'}`;

/** What is being typed, as it outlives the app. */
export function useDraft(name: string, start: () => TypedActivity): Draft {
  const { memory } = useApp();
  const [found, setFound] = useState(() => memory.read<TypedActivity>(name));
  const [typed, setTyped] = useState(() => found ?? start());
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => {
    if (isChanged) memory.keep(name, typed);
  }, [memory, name, typed, isChanged]);
  const drop = () => {
    setIsChanged(false);
    memory.forget(name);
  };
  return {
    typed,
    isFoundAgain: found !== null,
    type(patch) {
      setIsChanged(true);
      setTyped((last) => ({ ...last, ...patch }));
    },
    drop,
    restart() {
      drop();
      setFound(null);
      setTyped(start());
    },
  };
}

/** What somebody began to write down before he or she had signed in is an activity now, unless another one is begun. */
export function takeOverNote(memory: Memory, user: string): void {
  const own = draftOf(user, null);
  const note = memory.read<TypedActivity>(NOTE);
  if (note === null || memory.read(own) !== null) return;
  memory.keep(own, note);
  if (memory.read(own) !== null) memory.forget(NOTE);
}
