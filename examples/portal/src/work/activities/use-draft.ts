import { newId } from '@cnscd/sdk';
import { useEffect, useState } from 'react';
import { STORED } from '../../sign-in/session.ts';
import type { SentOnce } from '../form/use-write.ts';
import type { TypedActivity } from './activity-draft.ts';

/** What somebody is writing, as it outlives a reload of the page and a phone that closes the browser. */
export interface Draft {
  /** Id that the activity is recorded under, whatever happens on the way. */
  id: string;
  typed: TypedActivity;
  /** The last attempt to send it. */
  sent: SentOnce | null;
}

export interface KeptDraft {
  draft: Draft;
  isChanged: boolean;
  type(patch: Partial<TypedActivity>): void;
  keep(sent: SentOnce): void;
  drop(): void;
}

/** Whether a draft was left under a name. */
export const hasDraft = (name: string): boolean => sessionStorage.getItem(STORED + name) !== null;

/** The draft of a name, or a new one. It is kept for this tab, and for who has signed in. */
export function useDraft(name: string, start: () => TypedActivity): KeptDraft {
  const [draft, setDraft] = useState(() => readDraft(name) ?? { id: newId(), typed: start(), sent: null });
  const [isChanged, setIsChanged] = useState(() => hasDraft(name));
  useEffect(() => {
    if (isChanged) sessionStorage.setItem(STORED + name, JSON.stringify(draft));
  }, [name, draft, isChanged]);
  return {
    draft,
    isChanged,
    type(patch) {
      setIsChanged(true);
      setDraft((last) => ({ ...last, typed: { ...last.typed, ...patch } }));
    },
    keep(sent) {
      setIsChanged(true);
      setDraft((last) => ({ ...last, sent }));
    },
    drop() {
      sessionStorage.removeItem(STORED + name);
      setIsChanged(false);
    },
  };
}

function readDraft(name: string): Draft | null {
  const text = sessionStorage.getItem(STORED + name);
  // Written by this page alone.
  return text === null ? null : (JSON.parse(text) as Draft);
}
