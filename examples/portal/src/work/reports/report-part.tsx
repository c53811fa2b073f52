import { today } from '@cnscd/domain';
import type { UnitName, UnitSummary } from '@cnscd/sdk';
import { useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { OpenReport } from './open-report.tsx';
import { ProgressView } from './progress-view.tsx';
import { ReportChoice, type ReportChoiceState } from './report-choice.tsx';
import { reportPeriods, usualPeriod } from './report-periods.ts';
import { VillageReport } from './village-report.tsx';

interface ReportPartProps {
  /** Whose officer the caller is. */
  units: readonly UnitSummary[];
  /** Whose team the caller leads. */
  villages: readonly UnitName[];
}

/** Period reports: how it stands with those of a unit and below it, or one report that is open. */
export function ReportPart({ units, villages }: ReportPartProps) {
  const { client, state, change } = usePortal();
  const [chosen, setChosen] = useState<Partial<ReportChoiceState>>({});
  const query = useQuery('templates', (signal) => client.reports.templates({}, { signal }));
  const day = today(new Date());
  const isForVillages = units.length === 0;
  const templates = (query.value ?? []).filter(({ levels }) => !isForVillages || levels.includes('VILLAGE'));
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
          {villages.map((village) => (
            <VillageReport
              key={`${village.id} ${template.code} ${period}`}
              village={village}
              about={{ templateCode: template.code, period }}
            />
          ))}
          {units.length > 0 && (
            <ProgressView
              key={`${template.code} ${period} ${unitCode}`}
              of={{ templateCode: template.code, period, unitCode }}
            />
          )}
        </>
      )}
    </div>
  );
}
