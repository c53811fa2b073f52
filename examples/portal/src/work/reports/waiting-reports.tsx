import { usePortal } from '../../page/portal-context.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { ReportTag } from './report-tag.tsx';

const SHOWN = 50;

/** Reports of the period that the caller is to fill or to decide about, those of units that ended among them. */
export function WaitingReports({ about }: { about: { templateCode: string; period: string } }) {
  const { client, change, texts } = usePortal();
  const { round } = useWork();
  const query = useQuery(`waiting reports ${about.templateCode} ${about.period} ${round}`, (signal) =>
    client.reports.list({ ...about, first: SHOWN }, { signal }),
  );
  const waiting = (query.value?.items ?? []).filter(
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
