import {
  DomainError,
  formatNumber,
  type LocalDate,
  label,
  optionalText,
  type Period,
  period,
  periodBounds,
  requireMeasured,
  TEXT_LIMITS,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { IndicatorRow, TargetRow } from '../../entities/rows.ts';
import { appendAudits } from '../../operations/audit.ts';
import { citationOf, cite, OWN_REGISTER } from '../../operations/cite-source.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { done, type Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireTeamAs } from '../../permissions/team-role.ts';
import { requireIndicator } from './indicator-for-write.ts';
import { requireNamedUnit } from './named-unit.ts';
import { SetTargetInput } from './set-target-input.ts';
import { type Place, supersedeTarget } from './supersede-target.ts';
import { TargetResult } from './target.ts';

type Input = typeof SetTargetInput.$inferInput;

writeField({
  field: 'setTarget',
  description: `Sets a goal, or changes it: before its period begins freely, from then on with a reason that everybody sees. What it was
before is kept as its history. For officers of the unit.`,
  input: SetTargetInput,
  result: TargetResult,
  operation: setTarget,
});

async function setTarget(write: Write, input: Input) {
  const { tx, now, who } = write;
  const of = period(input.period);
  const statement = optionalText(input.statement, 'statement');
  const reason = optionalText(input.reason, 'reason');
  const asked = optionalText(input.code, 'code', TEXT_LIMITS.name);
  const citation = input.source == null ? OWN_REGISTER : citationOf(input.source);
  const place = await placeOf(write, input, of);
  const indicator = await requireIndicator(tx, input.indicatorCode);
  const value = requireMeasured(input.value, indicator.unit, 'value');
  const goal = { ...place, indicatorCode: indicator.code, level: input.level ?? null, period: of };
  const last = await supersedeTarget(write, goal, { asked, expected: input.expectedVersion ?? 0, reason });
  const source = await cite(tx, citation);
  const words = statement ?? wordsOf(indicator, { comparator: input.comparator, value });
  const [row] = await tx.rows<{ code: string; revision: number }>(sql`
    /* insertTarget */
    insert into target (code, revision, indicator_code, unit_id, team_id, level, period, comparator, value, measure_unit,
      statement, reason, source_id, recorded_at)
    values (${last.code}, ${last.revision + 1}, ${indicator.code}, ${place.unitId}, ${place.teamId}::uuid,
      ${goal.level}::admin_level, ${of}, ${input.comparator}::comparator, ${value}::numeric,
      ${indicator.unit === 'UNKNOWN' ? null : indicator.unit}, ${words}, ${reason}, ${source.id},
      ${now.toISOString()}::timestamptz)
    on conflict (code, revision) do nothing returning code, revision`);
  // Somebody else has set the same target at this moment.
  if (row === undefined) throw new VersionConflict('Target', last.code, last.revision);
  await appendAudits(tx, who, [
    ...source.changes,
    {
      ...{ entityType: 'Target', entityId: row.code, version: row.revision, ...place, reason },
      ...{ before: last.state, after: { comparator: input.comparator, value, period: of, statement: words } },
    },
  ]);
  return done('Target', row.code, row.revision);
}

/** The unit, or the team and its unit, that the caller may set targets for. */
async function placeOf(write: Write, input: Input, of: Period): Promise<Place> {
  const { unitCode, unitId, teamId } = input;
  if (teamId == null) {
    const unit = await requireNamedUnit(write, input, {
      ...daysOf(of, today(write.now)),
      atLeast: 'COMMUNE_OFFICER',
    });
    return { unitId: unit.id, teamId: null };
  }
  if (unitCode != null || unitId != null) throw teamOrUnit();
  const team = await requireTeamAs(write, teamId, { atLeast: 'COMMUNE_OFFICER', field: 'teamId' });
  if (team.unitId === null) throw teamWithoutUnit();
  return { unitId: team.unitId, teamId: team.id };
}

/** A target of a time that is over is that of a unit of that time. */
function daysOf(of: Period, day: LocalDate): { from: LocalDate; day: LocalDate } {
  const { from, to } = periodBounds(of);
  return { from: from < day ? from : day, day: to < day ? to : day };
}

/** The goal in words, where no document says it better: "Số thành viên: ít nhất 4.000 người". */
function wordsOf(
  { nameVi, unit }: IndicatorRow,
  { comparator, value }: Pick<TargetRow, 'comparator'> & { value: number },
): string {
  const space = unit === 'PERCENT' ? '' : ' ';
  return `${nameVi}: ${label('comparator', comparator, 'vi')} ${formatNumber(value)}${space}${label('measureUnit', unit, 'vi')}`;
}

function teamOrUnit(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Đã có teamId thì bỏ unitCode và unitId: đơn vị là đơn vị của tổ.',
      en: 'With teamId leave out unitCode and unitId: the unit is that of the team.',
    },
    { field: 'unitCode' },
  );
}

function teamWithoutUnit(): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Tổ này không thuộc địa bàn nào nên không nhận được chỉ tiêu theo đơn vị.',
      en: 'This team has no territory, so it has no unit to set a target for.',
    },
    { field: 'teamId' },
  );
}
