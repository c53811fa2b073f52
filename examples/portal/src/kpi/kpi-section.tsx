import { type AdminLevel, FIRST_DAY_OF_TWO_LEVELS, formatNumber, label } from '@cnscd/domain';
import type { KpiRow, KpiValue } from '@cnscd/sdk';
import { periodText } from '../figure-text.ts';
import { DownloadLinks } from '../files/download-links.tsx';
import { levelBelow } from '../overview/level-below.ts';
import type { OverviewView } from '../overview/load-overview.ts';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import { KpiCharts } from './kpi-charts.tsx';
import { asEntry } from './kpi-entry.ts';
import { KpiTable } from './kpi-table.tsx';

/** Indicators of the unit in a period against their targets. */
export function KpiSection({ view }: { view: OverviewView }) {
  const { client, state, isSignedIn, language, texts } = usePortal();
  const chosenPeriod = state.period ?? state.asOf.slice(0, 4);
  const { boundary, breakdown } = state;
  const unitCode = (boundary === 'CURRENT' ? view.overview?.unit.code : null) ?? state.unit;
  const query = useQuery(`kpi ${unitCode} ${chosenPeriod} ${breakdown} ${boundary}`, (signal) =>
    client.indicators.board({ unitCode, period: chosenPeriod, breakdown, boundary }, { signal }),
  );
  const rows = targetsFirst(query.value?.rows ?? []);
  const caption = `${query.value?.unit.fullName ?? ''} · ${periodText(chosenPeriod, language)}`;
  return (
    <section id="chi-tieu" aria-labelledby="kpi-heading">
      <h2 id="kpi-heading">{texts.kpi}</h2>
      <p className="hint">{texts.kpiHint}</p>
      <KpiChoice periods={view.periods} chosenPeriod={chosenPeriod} level={view.chosen.level} />
      <QueryStatus query={query} />
      {query.value !== null && query.error === null && (
        <div className={query.isLoading ? 'is-stale' : ''}>
          {rows.length === 0 ? (
            <p className="missing">{texts.noKpi}</p>
          ) : (
            <KpiTable caption={caption} values={rows.map(asEntry)} isDetailed={isSignedIn} />
          )}
          <DownloadLinks
            kind="BOARD"
            onTake={(format, options) => {
              const of = { unitCode, period: chosenPeriod, breakdown, boundary };
              return client.exports.download('board', { format, ...of }, options);
            }}
          />
          <KpiCharts
            rows={rows}
            unit={query.value.unit}
            period={chosenPeriod}
            periods={view.periods}
            key={`${unitCode} ${chosenPeriod} ${boundary}`}
          />
          {state.breakdown !== null && rows.map((row) => <KpiBreakdown key={row.indicator.code} row={row} />)}
        </div>
      )}
    </section>
  );
}

interface KpiChoiceProps {
  periods: readonly string[];
  chosenPeriod: string;
  level: AdminLevel;
}

function KpiChoice({ periods, chosenPeriod, level }: KpiChoiceProps) {
  const { state, change, language, texts } = usePortal();
  const offered = periods.includes(chosenPeriod) ? periods : [chosenPeriod, ...periods];
  const below = levelBelow(level, state.boundary === 'CURRENT' ? FIRST_DAY_OF_TWO_LEVELS : state.asOf);
  const levels: AdminLevel[] = below === null ? [] : below === 'DISTRICT' ? ['DISTRICT', 'COMMUNE'] : [below];
  return (
    <div className="kpi-choice">
      <div className="field">
        <label htmlFor="period">{texts.period}</label>
        <select id="period" value={chosenPeriod} onChange={(event) => change({ period: event.target.value })}>
          {offered.map((value) => (
            <option key={value} value={value}>
              {periodText(value, language)}
            </option>
          ))}
        </select>
      </div>
      {levels.length > 0 && (
        <div className="field">
          <label htmlFor="breakdown">{texts.breakdown}</label>
          <select
            id="breakdown"
            value={state.breakdown ?? ''}
            onChange={(event) =>
              change({ breakdown: levels.find((level) => level === event.target.value) ?? null })
            }
          >
            <option value="">{texts.noBreakdown}</option>
            {levels.map((value) => (
              <option key={value} value={value}>
                {label('adminLevel', value, language)}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  );
}

/** The units of one indicator that have a value, best first. */
function KpiBreakdown({ row }: { row: KpiRow }) {
  const { language, texts } = usePortal();
  const known = row.breakdown.filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const count = texts.breakdownOf(
    formatNumber(known.length, { language }),
    formatNumber(row.breakdown.length, { language }),
  );
  const entries = known.map((value: KpiValue) => ({
    key: value.unit.id,
    name: value.unit.fullName,
    measureUnit: row.indicator.unit,
    value,
  }));
  const name = language === 'vi' ? row.indicator.name : row.indicator.nameEn;
  return (
    <details className="breakdown" open>
      <summary>
        {name}. {count}
      </summary>
      <KpiTable caption={name} values={entries} isRanked />
    </details>
  );
}

/** What has a goal is looked at first; the rest stays in the order of the codes. */
function targetsFirst(rows: readonly KpiRow[]): KpiRow[] {
  const hasTarget = ({ total }: KpiRow) => total.target !== null;
  return [...rows.filter(hasTarget), ...rows.filter((row) => !hasTarget(row))];
}
