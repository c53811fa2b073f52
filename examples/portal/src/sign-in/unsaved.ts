import { useEffect } from 'react';

/** What is written and not yet sent, by form. */
const unsaved = new Set<symbol>();

/** Whether leaving would lose something that somebody wrote. */
export const hasUnsaved = (): boolean => unsaved.size > 0;

/** While `isUnsaved`, the browser asks before it leaves the page. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const form = Symbol('form');
    unsaved.add(form);
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      unsaved.delete(form);
      window.removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved]);
}
