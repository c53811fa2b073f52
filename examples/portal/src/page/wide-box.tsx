import type { ReactNode } from 'react';

/** What is wider than the screen scrolls in a box of its own, by keyboard too, never with the page. */
export function WideBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody without a mouse sees the last column
    <section className="wide-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
