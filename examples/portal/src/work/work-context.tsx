import { createContext, useContext } from 'react';

/** What the parts of the daily work share. */
export interface Work {
  /** Rises with each write: what is shown is asked for anew. */
  round: number;
  /** To be called after a write. */
  refresh(): void;
  /** Reads to a screen reader, and shows for a while, what was done. */
  announce(text: string): void;
}

export const WorkContext = createContext<Work | null>(null);

export function useWork(): Work {
  const work = useContext(WorkContext);
  if (work === null) throw new Error('useWork is for what stands inside <WorkSection>.');
  return work;
}
