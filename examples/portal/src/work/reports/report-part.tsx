import { today } from '@cnscd/domain';
import type { UnitSummary } from '@cnscd/sdk';
import { useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { OpenReport } from './open-report.tsx';
import { ProgressView } from './progress-view.tsx';
import { ReportChoice, type ReportChoiceState } from './report-choice.tsx';
import { reportPeriods, usualPeriod } from './report-periods.ts';

/** Period reports: how it stands with those of a unit and below it, or one report that is open. */
export function ReportPart({ units }: { units: readonly UnitSummary[] }) {
  const { client, state, change } = usePortal();
  const [chosen, setChosen] = useState<Partial<ReportChoiceState>>({});
  const query = useQuery('templates', (signal) => client.reports.templates({}, { signal }));
  const day = today(new Date());
  const templates = query.value ?? [];
  const template = templates.find(({ code }) => code === chosen.templateCode) ?? templates[0];
  const periods = template === undefined ? [] : reportPeriods(template.periods, day);
  const period = periods.find((each) => each === chosen.period) ?? usualPeriod(periods, day);
  const unitCode = chosen.unitCode ?? units[0]?.code ?? '';
  if (state.report !== null) {
    return <OpenReport key={state.report} id={state.report} onClose={() => change({ report: null })} />;
  }
  return (
    <div className="panel" data-part="reports">
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {template !== undefined && period !== undefined && (
        <>
          <ReportChoice
            units={units}
            templates={templates}
            periods={periods}
            chosen={{ templateCode: template.code, period, unitCode }}
            onChoose={(patch) => setChosen((last) => ({ ...last, ...patch }))}
          />
          <ProgressView
            key={`${template.code} ${period} ${unitCode}`}
            of={{ templateCode: template.code, period, unitCode }}
          />
        </>
      )}
    </div>
  );
}
