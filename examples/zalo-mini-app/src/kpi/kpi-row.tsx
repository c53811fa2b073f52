import { formatPercent, formatQualified, label } from '@cnscd/domain';
import type { Target, TeamKpi } from '@cnscd/sdk';
import { TEXTS } from '../texts/vi.ts';

/** One indicator: what there is, what there should be, and how far that is. What is not known is no 0. */
export function KpiRow({ kpi: { indicator, value, qualifier, target, attainment } }: { kpi: TeamKpi }) {
  return (
    <li className="card kpi" data-code={indicator.code}>
      <h2>{indicator.name}</h2>
      <p className="kpi-value">
        {value === null ? (
          <span className="quiet">{TEXTS.kpi.missing}</span>
        ) : (
          <strong>{withUnit(formatQualified(value, qualifier, 'vi'), indicator.unit)}</strong>
        )}
      </p>
      {target === null ? (
        <p className="quiet">{TEXTS.kpi.noTarget}</p>
      ) : (
        <p>
          {TEXTS.kpi.target}: {targetText(target)}
        </p>
      )}
      {attainment !== null && (
        <>
          <div className="bar" aria-hidden="true">
            <span style={{ width: `${Math.min(1, attainment) * 100}%` }} />
          </div>
          <p>{TEXTS.kpi.attained(formatPercent(attainment * 100, { decimals: 0, language: 'vi' }))}</p>
        </>
      )}
    </li>
  );
}

/** The goal as it is held against the value; in its source's words where those allow several readings. */
function targetText({ value, comparator, measureUnit, statement }: Target): string {
  if (value === null) return statement;
  return `${label('comparator', comparator, 'vi')} ${withUnit(formatQualified(value, 'EXACT', 'vi'), measureUnit)}`;
}

function withUnit(number: string, unit: string): string {
  return unit === 'PERCENT' ? `${number}%` : `${number} ${label('measureUnit', unit, 'vi')}`;
}
