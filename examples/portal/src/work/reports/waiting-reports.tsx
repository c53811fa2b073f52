import type { AdminLevel } from '@cnscd/domain';
import { usePortal } from '../../page/portal-context.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { ReportTag } from './report-tag.tsx';

interface WaitingReportsProps {
  about: { templateCode: string; period: string };
  /** The level of the caller's unit, and the one that reports to it; null: nobody does. */
  levels: { own: AdminLevel; below: AdminLevel | null };
}

const SHOWN = 50;

/**
 * Reports of the period that the caller is to decide about, and those of the own level that are to be filled: also of
 * units that ended, which no list of units of today has.
 */
export function WaitingReports({ about, levels: { own, below } }: WaitingReportsProps) {
  const { client, change, texts } = usePortal();
  const { round } = useWork();
  const key = `waiting reports ${about.templateCode} ${about.period} ${own} ${below} ${round}`;
  const query = useQuery(key, async (signal) => {
    const asked = [
      ...(below === null ? [] : [{ level: below, status: 'SUBMITTED' as const }]),
      { level: own, status: 'RETURNED' as const },
      { level: own, status: 'DRAFT' as const },
    ];
    const lists = await Promise.all(
      asked.map((which) => client.reports.list({ ...about, ...which, first: SHOWN }, { signal })),
    );
    return lists.flatMap(({ items }) => items);
  });
  const waiting = (query.value ?? []).filter(
    ({ actions, isEditable }) => isEditable || actions.includes('APPROVE'),
  );
  if (waiting.length === 0) return null;
  return (
    <div data-part="waiting-reports">
      <h4>{texts.reports.waiting}</h4>
      <ul>
        {waiting.map(({ id, unit, status }) => (
          <li key={id}>
            <button type="button" className="link" onClick={() => change({ report: id })}>
              {unit.fullName}
            </button>{' '}
            <ReportTag standing={status} />
          </li>
        ))}
      </ul>
    </div>
  );
}
