import { formatNumber } from '@cnscd/domain';
import type { KpiRow, UnitName } from '@cnscd/sdk';
import { useState } from 'react';
import { levelBelow } from '../overview/level-below.ts';
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
  const [isOpen, setOpen] = useState(false);
  if (props.rows.length === 0) return null;
  return (
    <details className="charts" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.charts.title}</summary>
      {isOpen && <OpenCharts {...props} />}
    </details>
  );
}

function OpenCharts({ rows, unit, period, periods }: KpiChartsProps) {
  const { client, state, language, texts } = usePortal();
  const [code, setCode] = useState(rows[0]?.indicator.code ?? '');
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
    return comparedUnits(now, then);
  });
  const indicator = rows.find((row) => row.indicator.code === code)?.indicator;
  if (indicator === undefined) return null;
  const name = language === 'vi' ? indicator.name : indicator.nameEn;
  const units = query.value ?? [];
  const known = units.filter(({ now, before }) => now !== null || before !== null);
  const goDown = ({ unit }: ComparedUnit) => {
    if (unit.code !== null && levelBelow(unit.level, state.asOf) !== null) setTrail([...trail, unit]);
  };
  const count = (number: number) => formatNumber(number, { language });
  const description = texts.charts.described(name, here.fullName, count(known.length), count(units.length));
  const named = { period, other, measureUnit: indicator.unit };
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
        <button type="button" className="link" onClick={() => setTrail(trail.slice(0, -1))}>
          ↑ {texts.charts.up(trail.at(-2)?.fullName ?? '')}
        </button>
      )}
      <h3>{here.fullName}</h3>
      <QueryStatus query={query} />
      {breakdown === null && <p className="missing">{texts.charts.noneBelow}</p>}
      {query.value !== null && known.length === 0 && <p className="missing">{texts.charts.noneKnown}</p>}
      {known.length > 0 && (
        <>
          <BarPicture units={known} description={description} {...named} onChoose={goDown} />
          <ComparisonTable units={units} {...named} onChoose={goDown} />
        </>
      )}
    </div>
  );
}
