import { formatNumber } from '@cnscd/domain';
import type { ReportProgress } from '@cnscd/sdk';
import { useState } from 'react';
import { dayText } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';
import { ChildTable } from './child-table.tsx';
import type { ReportChoiceState } from './report-choice.tsx';
import { ReportTag } from './report-tag.tsx';
import { useOpenReport } from './use-open-report.ts';
import { WaitingReports } from './waiting-reports.tsx';

/** The way down from the officer's own unit. */
interface Step {
  code: string;
  name: string;
}

/** The unit's own report, and who of those below has reported, is late, or has not begun. */
export function ProgressView({ of }: { of: ReportChoiceState }) {
  const { client, texts } = usePortal();
  const { round } = useWork();
  const [way, setWay] = useState<readonly Step[]>([]);
  const unitCode = way.at(-1)?.code ?? of.unitCode;
  const query = useQuery(`progress ${of.templateCode} ${of.period} ${unitCode} ${round}`, (signal) =>
    client.reports.progress({ ...of, unitCode }, { signal }),
  );
  const progress = query.value?.unit.code === unitCode ? query.value : null;
  return (
    <>
      {way.length > 0 && (
        <nav className="way" aria-label={texts.reports.way}>
          <button type="button" className="link" onClick={() => setWay(way.slice(0, -1))}>
            ← {way.at(-2)?.name ?? texts.reports.ownUnit}
          </button>
        </nav>
      )}
      <QueryStatus query={query} isQuiet={progress !== null} />
      {progress !== null && (
        <>
          <h4>{progress.unit.fullName}</h4>
          <OwnReport progress={progress} templateCode={of.templateCode} />
          {way.length === 0 && (
            <WaitingReports
              about={{ templateCode: of.templateCode, period: of.period }}
              levels={{ own: progress.unit.level, below: progress.children[0]?.unit.level ?? null }}
            />
          )}
          {progress.expected > 0 && (
            <>
              <ProgressTiles progress={progress} />
              <ChildTable
                progress={progress}
                about={{ templateCode: of.templateCode, period: of.period }}
                onEnter={({ code, fullName }) => code !== null && setWay([...way, { code, name: fullName }])}
              />
            </>
          )}
        </>
      )}
    </>
  );
}

interface OwnReportProps {
  progress: ReportProgress;
  templateCode: string;
}

function OwnReport({ progress: { unit, period, dueOn, report }, templateCode }: OwnReportProps) {
  const { change, language, texts } = usePortal();
  const { isSending, error, open } = useOpenReport();
  const due = dueOn === null ? texts.reports.dueUnknown : texts.reports.dueOn(dayText(dueOn, language));
  return (
    <>
      <p className="facts-line">
        {report === null ? texts.reports.notOpened : <ReportTag standing={report.status} />}{' '}
        <span className="source-note">{due}</span>
      </p>
      <p className="form-buttons">
        {report === null ? (
          <button
            type="button"
            className="button is-main"
            disabled={isSending}
            onClick={() => open({ templateCode, period, unitCode: unit.code })}
          >
            {texts.reports.open}
          </button>
        ) : (
          <button type="button" className="button is-main" onClick={() => change({ report: report.id })}>
            {texts.reports.look}
          </button>
        )}
      </p>
      <WriteError error={error} />
    </>
  );
}

function ProgressTiles({ progress }: { progress: ReportProgress }) {
  const { language, texts } = usePortal();
  const { expected, approved, submitted, returned, drafts, missing, waived, late } = progress;
  const counts = { expected, approved, submitted, returned, drafts, missing, waived, late };
  // The cast: Object.entries knows the keys as texts only.
  const tiles = Object.entries(counts) as [keyof typeof counts, number][];
  return (
    <dl className="tiles progress-tiles">
      {tiles.map(([name, count]) => (
        <div key={name} className={`tile tile-${name}`} data-count={name}>
          <dt>{texts.reports.counts[name]}</dt>
          <dd>{formatNumber(count, { language })}</dd>
        </div>
      ))}
    </dl>
  );
}
