import {
  DomainError,
  type LocalDate,
  localDate,
  optionalText,
  period,
  requireDayWithin,
  requireMeasurement,
  requirePeriodOfFigure,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { factKeyOf } from '../../entities/fact-key.ts';
import { figureColumns } from '../../entities/figure.ts';
import type { FigureRow, IndicatorRow } from '../../entities/rows.ts';
import { type AuditState, appendAudits } from '../../operations/audit.ts';
import { citationOf, cite } from '../../operations/cite-source.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { isStandingCount } from '../../rollup/standing-counts.ts';
import { requireIndicator } from './indicator-for-write.ts';
import { requireNamedUnit } from './named-unit.ts';
import { RecordMeasurementInput } from './record-measurement-input.ts';
import { requireReason } from './require-reason.ts';
import { UnitFigureResult } from './unit-figure.ts';

type Input = typeof RecordMeasurementInput.$inferInput;

writeField({
  field: 'recordMeasurement',
  description: `Records what a source states about a unit, with how sure it is. The same unit, indicator, day, period and source is the
same fact: what was said before is kept as its history. For officers of the unit.`,
  input: RecordMeasurementInput,
  result: UnitFigureResult,
  operation: recordMeasurement,
});

async function recordMeasurement(write: Write, input: Input) {
  const { tx, now, who } = write;
  const asOf = requireDayWithin(localDate(input.asOf, 'asOf'), 'asOf', { today: today(now) });
  const statement = optionalText(input.statement, 'statement');
  const reason = optionalText(input.reason, 'reason');
  const citation = citationOf(input.source);
  const of = input.period == null ? null : period(input.period);
  const unit = await requireNamedUnit(write, input, { day: asOf, atLeast: 'COMMUNE_OFFICER' });
  const indicator = await requireIndicator(tx, input.indicatorCode);
  if (of !== null) requirePeriodOfFigure(of, asOf, { isStandingCount: isStandingCount(indicator.code) });
  const numbers = numbersOf(input, indicator, reason);
  const source = await cite(tx, citation);
  const about = { unitId: unit.id, indicatorCode: indicator.code, sourceId: source.id };
  const fact = { ...factOf(input, asOf), ...about };
  const factKey = factKeyOf(fact);
  const earlier = await supersede(write, factKey, { expected: input.expectedVersion ?? 0, reason });
  const revision = earlier.revision + 1;
  const [row] = await tx.rows(sql`
    /* insertFigure */
    insert into reported_figure (fact_key, revision, unit_id, indicator_code, level, team_kind, value, value_max, numerator,
      denominator, qualifier, as_of, period, statement, reason, source_id, recorded_at)
    values (${factKey}, ${revision}, ${unit.id}, ${indicator.code}, ${fact.level}::admin_level, ${fact.teamKind}::team_kind,
      ${numbers.value}::numeric, ${numbers.valueMax}::numeric, ${numbers.numerator}::numeric,
      ${numbers.denominator}::numeric, ${numbers.qualifier}::qualifier, ${asOf}::date, ${of}, ${statement}, ${reason},
      ${source.id}, ${now.toISOString()}::timestamptz)
    on conflict (fact_key, revision) do nothing returning revision`);
  // Somebody else has recorded the same fact at this moment.
  if (row === undefined) throw new VersionConflict('UnitFigure', factKey, earlier.revision);
  await appendAudits(tx, who, [
    ...source.changes,
    {
      ...{ entityType: 'UnitFigure', entityId: factKey, version: revision, unitId: unit.id, reason },
      ...{ before: earlier.state, after: { ...numbers, asOf, period: of, statement } },
    },
  ]);
  return done('UnitFigure', factKey, revision);
}

const factOf = ({ level, teamKind, period }: Input, asOf: LocalDate) => ({
  ...{ level: level ?? null, teamKind: teamKind ?? null, period: period ?? null, asOf },
});

function numbersOf(input: Input, indicator: IndicatorRow, reason: string | null) {
  const { value, valueMax = null, numerator = null, denominator = null, qualifier } = input;
  const draft = { value, valueMax, numerator, denominator, qualifier, reason };
  const { reason: _, ...numbers } = requireMeasurement(draft, indicator);
  return numbers;
}

/**
 * Closes the revision that stands, if the caller has seen it.
 *
 * @returns the number of the last revision, 0 where there is none, and what it said
 * @throws {VersionConflict} where there is another revision than the caller saw
 * @throws {DomainError} `FIGURE_NOT_FOUND` for a correction of nothing, `REASON_MISSING`
 */
async function supersede(
  { tx, now }: Write,
  factKey: string,
  { expected, reason }: { expected: number; reason: string | null },
): Promise<{ revision: number; state: AuditState | null }> {
  const [last] = await tx.rows<FigureRow>(sql`
    /* figureForWrite */
    select ${figureColumns} from reported_figure f
    where f.fact_key = ${factKey} order by f.revision desc limit 1 for no key update`);
  if (last === undefined && expected !== 0) throw figureNotFound();
  // What was withdrawn may be stated anew.
  if ((last === undefined || last.supersededAt !== null) && expected === 0) {
    return { revision: last?.revision ?? 0, state: null };
  }
  if (last === undefined || last.supersededAt !== null || last.revision !== expected)
    throw new VersionConflict('UnitFigure', factKey, expected);
  requireReason(reason, {
    vi: 'Số liệu này đã có; hãy ghi reason là lý do đính chính.',
    en: 'This figure is there already; give in reason why it is corrected.',
  });
  await tx.rows(sql`
    /* supersedeFigure */
    update reported_figure set superseded_at = ${now.toISOString()}::timestamptz
    where fact_key = ${factKey} and revision = ${last.revision}`);
  return { revision: last.revision, state: stateOf(last) };
}

const stateOf = ({
  value,
  valueMax,
  numerator,
  denominator,
  qualifier,
  asOf,
  period,
  statement,
}: FigureRow) => ({
  ...{ value, valueMax, numerator, denominator, qualifier, asOf, period, statement },
});

function figureNotFound(): DomainError {
  return new DomainError(
    'FIGURE_NOT_FOUND',
    {
      vi: 'Chưa có số liệu nào về đơn vị, chỉ tiêu, ngày, kỳ và nguồn này để đính chính; bỏ expectedVersion nếu là số mới.',
      en: 'There is no figure of this unit, indicator, day, period and source to correct; leave expectedVersion out for a new one.',
    },
    { field: 'expectedVersion' },
  );
}
