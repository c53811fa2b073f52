import { label, type Period, periodLabel } from '@cnscd/domain';
import type { Report } from '@cnscd/sdk';
import { useEffect, useRef } from 'react';
import { capitalised, dayText } from '../../figure-text.ts';
import { WarningList } from '../../overview/warning-list.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { ReportEditions } from './report-editions.tsx';
import { ReportPapers } from './report-papers.tsx';
import { ReportSteps } from './report-steps.tsx';
import { ReportTables } from './report-tables.tsx';
import { ReportTag } from './report-tag.tsx';
import { ReportTrail } from './report-trail.tsx';

/** One report: its values with where they come from, what can be done with it, and all that was done. */
export function OpenReport({ id, onClose }: { id: string; onClose(): void }) {
  const { client, texts } = usePortal();
  const { round, refresh } = useWork();
  const query = useQuery(`report ${id} ${round}`, (signal) => client.reports.get({ id }, { signal }));
  const heading = useRef<HTMLHeadingElement>(null);
  const report = query.value;
  const isHere = report !== null;
  useEffect(() => {
    if (isHere) heading.current?.focus();
  }, [isHere]);
  return (
    <div className="panel" data-part="report">
      <button type="button" className="link" onClick={onClose}>
        ← {texts.reports.back}
      </button>
      <QueryStatus query={query} isQuiet={isHere} />
      {report !== null && (
        <>
          <h3 tabIndex={-1} ref={heading}>
            {report.unit.fullName}
          </h3>
          <ReportHead report={report} />
          <SentBack report={report} />
          <WarningList warnings={report.warnings} />
          <ReportSteps report={report} onChanged={refresh} />
          <ReportPapers report={report} />
          <ReportTables report={report} onChanged={refresh} />
          <ReportEditions report={report} />
          <ReportTrail report={report} />
        </>
      )}
    </div>
  );
}

/** Why it is to be done again, where that is the last thing that was said about it. */
function SentBack({ report }: { report: Report }) {
  const { language, texts } = usePortal();
  const last = report.trail.at(-1);
  if (last === undefined || last.reason === null) return null;
  if (last.action !== 'RETURN' && last.action !== 'REOPEN') return null;
  const action = capitalised(label('reportAction', last.action, language));
  return <p className="notice">{texts.reports.sentBack(action, last.reason)}</p>;
}

function ReportHead({ report }: { report: Report }) {
  const { language, texts } = usePortal();
  const { template, period, status, edition, dueOn, submittedOn, daysLate, parentUnit, carriedOnBy } = report;
  return (
    <>
      <p className="facts-line">
        {language === 'vi' ? template.name : template.nameEn} · {periodLabel(period as Period, language)}{' '}
        <ReportTag standing={status} />
        {edition > 1 && <span className="tag">{texts.reports.edition(String(edition))}</span>}
      </p>
      <ul className="facts">
        <li>{dueOn === null ? texts.reports.dueUnknown : texts.reports.dueOn(dayText(dueOn, language))}</li>
        {submittedOn !== null && <li>{texts.reports.sentOn(dayText(submittedOn, language))}</li>}
        {daysLate !== null && daysLate > 0 && (
          <li className="late">{texts.reports.daysLate(String(daysLate))}</li>
        )}
        {parentUnit !== null && <li>{texts.reports.reportsTo(parentUnit.fullName)}</li>}
        {carriedOnBy !== null && <li>{texts.reports.carriedOnBy(carriedOnBy.fullName)}</li>}
      </ul>
    </>
  );
}
