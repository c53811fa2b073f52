import { formatNumber } from '@cnscd/domain';
import type { KpiRow, UnitName } from '@cnscd/sdk';
import { useMemo, useRef, useState } from 'react';
import { levelBelow } from '../overview/level-below.ts';
import { LazyDetails } from '../page/lazy-details.tsx';
import { usePortal } from '../page/portal-context.tsx';
import { QueryStatus } from '../page/query-status.tsx';
import { useQuery } from '../page/use-query.ts';
import { BarPicture } from './bar-picture.tsx';
import { type ComparedUnit, comparedUnits } from './compared-units.ts';
import { ComparisonTable } from './comparison-table.tsx';
import { PeriodField } from './period-field.tsx';

interface KpiChartsProps {
  rows: readonly KpiRow[];
  unit: UnitName;
  period: string;
  /** Periods for which something is stated. */
  periods: readonly string[];
}

/** One indicator by units, down to the communes, and beside another period. Nothing is loaded before it is opened. */
export function KpiCharts(props: KpiChartsProps) {
  const { texts } = usePortal();
  if (props.rows.length === 0) return null;
  return (
    <LazyDetails className="charts" summary={texts.charts.title}>
      <OpenCharts {...props} />
    </LazyDetails>
  );
}

function OpenCharts({ rows, unit, period, periods }: KpiChartsProps) {
  const { client, state, language, texts } = usePortal();
  const [code, setCode] = useState(() => firstToShow(rows));
  const [other, setOther] = useState<string | null>(null);
  const [trail, setTrail] = useState<readonly UnitName[]>([unit]);
  const here = trail.at(-1) ?? unit;
  const breakdown = levelBelow(here.level, state.asOf);
  const { boundary } = state;
  const key = breakdown === null ? null : `charts ${here.id} ${code} ${period} ${other} ${boundary}`;
  const query = useQuery(key, async (signal) => {
    const ask = (period: string) =>
      client.indicators.board(
        { unitCode: here.code ?? '', period, indicatorCodes: [code], breakdown, boundary },
        { signal },
      );
    const [now, then] = await Promise.all([ask(period), other === null ? null : ask(other)]);
    return { code, here, period, other, units: comparedUnits(now, then) };
  });
  const heading = useRef<HTMLHeadingElement>(null);
  /** Not while another answer is on its way: what is pressed then is not what the way leads through. */
  const go = (trail: readonly UnitName[]) => {
    if (query.isLoading) return;
    setTrail(trail);
    heading.current?.focus();
  };
  return (
    <div className="chart-body">
      <p className="hint">{texts.charts.hint}</p>
      <div className="kpi-choice">
        <div className="field">
          <label htmlFor="chart-indicator">{texts.indicator}</label>
          <select id="chart-indicator" value={code} onChange={(event) => setCode(event.target.value)}>
            {rows.map(({ indicator }) => (
              <option key={indicator.code} value={indicator.code}>
                {language === 'vi' ? indicator.name : indicator.nameEn}
              </option>
            ))}
          </select>
        </div>
        <PeriodField periods={periods} period={period} other={other} onChoose={setOther} />
      </div>
      {trail.length > 1 && (
        <button type="button" className="link" onClick={() => go(trail.slice(0, -1))}>
          ↑ {texts.charts.up(trail.at(-2)?.fullName ?? '')}
        </button>
      )}
      <h3 tabIndex={-1} ref={heading}>
        {(query.value?.here ?? here).fullName}
      </h3>
      <QueryStatus query={query} />
      {breakdown === null && <p className="missing">{texts.charts.noneBelow}</p>}
      {query.value !== null && (
        <div className={query.isLoading ? 'is-stale' : ''} aria-busy={query.isLoading}>
          <Drawn {...query.value} rows={rows} onUnit={(unit) => go([...trail, unit])} />
        </div>
      )}
    </div>
  );
}

/** Teams, which is what people come for; else what the unit itself has a figure of. */
function firstToShow(rows: readonly KpiRow[]): string {
  const first =
    rows.find(({ indicator }) => indicator.code === 'TEAMS') ??
    rows.find(({ total }) => total.value !== null) ??
    rows[0];
  return first?.indicator.code ?? '';
}

interface DrawnProps {
  rows: readonly KpiRow[];
  code: string;
  here: UnitName;
  period: string;
  other: string | null;
  units: readonly ComparedUnit[];
  onUnit(unit: UnitName): void;
}

/** An answer under the names of what was asked for it, whatever has been chosen since. */
function Drawn({ rows, code, here, period, other, units, onUnit }: DrawnProps) {
  const { state, language, texts } = usePortal();
  const known = useMemo(
    () => units.filter(({ now, before }) => isReading(now) || isReading(before)),
    [units],
  );
  const indicator = rows.find((row) => row.indicator.code === code)?.indicator;
  if (indicator === undefined) return null;
  if (known.length === 0) return <p className="missing">{texts.charts.noneKnown}</p>;
  const name = language === 'vi' ? indicator.name : indicator.nameEn;
  const count = (number: number) => formatNumber(number, { language });
  const description = texts.charts.described(name, here.fullName, count(known.length), count(units.length));
  const named = { period, other, measureUnit: indicator.unit };
  const goDown = ({ unit }: ComparedUnit) => {
    if (unit.code !== null && levelBelow(unit.level, state.asOf) !== null) onUnit(unit);
  };
  return (
    <>
      <BarPicture units={known} description={description} {...named} onChoose={goDown} />
      <ComparisonTable units={units} {...named} onChoose={goDown} />
    </>
  );
}

const isReading = (reading: ComparedUnit['before']): boolean =>
  reading !== null && reading !== 'ANOTHER_UNIT';
