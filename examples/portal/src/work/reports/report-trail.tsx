import { formatDate, label, today } from '@cnscd/domain';
import type { Report } from '@cnscd/sdk';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';

/** All that was done with a report, in the order in which it was done. */
export function ReportTrail({ report: { trail } }: { report: Report }) {
  const { language, texts } = usePortal();
  return (
    <details className="trail">
      <summary>
        <h4>{texts.reports.trail}</h4>
      </summary>
      <ol>
        {trail.map(({ action, edition, reason, by, at }) => (
          <li key={`${at} ${action}`}>
            <strong>{capitalised(label('reportAction', action, language))}</strong>,{' '}
            {formatDate(today(new Date(at)), language)}
            {edition > 1 && `, ${texts.reports.edition(String(edition))}`}
            {reason !== null && <span className="source-note">{reason}</span>}
            <span className="source-note">{texts.reports.by(by)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
