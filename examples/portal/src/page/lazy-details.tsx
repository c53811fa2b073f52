import { type ReactNode, useState } from 'react';

interface LazyDetailsProps {
  summary: string;
  className?: string;
  children: ReactNode;
}

/** A part of the page that neither asks nor downloads anything before somebody opens it. */
export function LazyDetails({ summary, className, children }: LazyDetailsProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={className} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isOpen && children}
    </details>
  );
}
