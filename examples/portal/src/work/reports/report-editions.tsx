import { formatDate, today } from '@cnscd/domain';
import type { Report } from '@cnscd/sdk';
import { useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { ValueTable } from './report-tables.tsx';

/** What was locked before, as it stays whatever becomes of the register. */
export function ReportEditions({ report }: { report: Report }) {
  const { language, texts } = usePortal();
  const [isOpen, setIsOpen] = useState(false);
  const locked = report.editions.filter(({ lockedAt }) => lockedAt !== null);
  if (locked.length === 0) return null;
  return (
    <details
      className="editions"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        <h4>{texts.reports.editions}</h4>
      </summary>
      <ul>
        {locked.map(({ number, lockedAt, digest }) => (
          <li key={number}>
            {texts.reports.edition(String(number))}
            {lockedAt !== null &&
              `, ${texts.reports.lockedOn(formatDate(today(new Date(lockedAt)), language))}`}
            <span className="source-note digest">{texts.reports.digest(digest ?? '')}</span>
          </li>
        ))}
      </ul>
      {isOpen && <LockedValues id={report.id} />}
    </details>
  );
}

function LockedValues({ id }: { id: string }) {
  const { client, texts } = usePortal();
  const query = useQuery(`editions ${id}`, (signal) => client.reports.editions({ id }, { signal }));
  const locked = (query.value ?? []).filter(({ lockedAt }) => lockedAt !== null);
  return (
    <>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {locked.map(({ number, tables }) => (
        <div key={number} data-edition={number}>
          <h4>{texts.reports.edition(String(number))}</h4>
          {tables.map((table) => (
            <ValueTable key={table.code} table={table} onCorrect={null} />
          ))}
        </div>
      ))}
    </>
  );
}
