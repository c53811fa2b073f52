import {
  addDays,
  DomainError,
  FIRST_DAY_OF_TWO_LEVELS,
  type LocalDate,
  localDate,
  optionalText,
  requireDayWithin,
  requireText,
  requireWholeLink,
  TEXT_LIMITS,
  today,
  unitCode,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { LOAD_LOCK } from '../../database/in-load.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { citationOf, cite } from '../../operations/cite-source.ts';
import { applyMerger, MergerResult, mergerInvalid, requireSize } from '../../operations/merger.ts';
import { newId } from '../../operations/new-id.ts';
import type { Write } from '../../operations/write.ts';
import { writeField } from '../../operations/write-types.ts';
import { notPermitted } from '../../permissions/sign-in.ts';
import { requireUnitAs } from '../../permissions/team-role.ts';
import { MergeUnitsInput } from './merge-units-input.ts';
import { mergedUnitsReport } from './merged-units-report.ts';
import { type Frame, newUnit, requireFree } from './new-merged-unit.ts';
import { type AskedUnit, requireMergedUnits } from './require-merged-units.ts';
import { writeMergedUnits } from './write-merged-units.ts';

type Input = typeof MergeUnitsInput.$inferInput;

writeField({
  field: 'mergeUnits',
  description: `Merges communes, or villages, into a new one: the old versions end the day before, and whatever was stated about them and founded in
them stays with them and is found in the new unit by lineage. \`dryRun\` shows the report first, flows summed and stocks listed;
\`undoMerger\` undoes it. For administrators over all of the units. Errors: \`UNIT_NOT_FOUND\`, \`MERGER_INVALID\`, \`NOT_PERMITTED\`.`,
  input: MergeUnitsInput,
  result: MergerResult,
  operation: mergeUnits,
});

async function mergeUnits(write: Write, input: Input) {
  const { tx, now } = write;
  const id = newId(input.id);
  const effectiveOn = effectiveDay(input.effectiveOn, today(now));
  const name = requireText(input.name, 'name', TEXT_LIMITS.name);
  const reason = optionalText(input.reason, 'reason');
  const citation = citationOf(input.source);
  const asked = askedUnits(input);
  // Before it waits for a load: nobody else holds a connection for that.
  if (!write.scope.grants.some(({ role }) => role === 'ADMINISTRATOR'))
    throw notPermitted('ADMINISTRATOR', 'fromUnits');
  await tx.rows(sql`/* lockOutLoads */ select pg_advisory_xact_lock(${LOAD_LOCK})`);
  const from = await requireMergedUnits(write, asked, effectiveOn);
  const parent = await requireParent(write, input, { from, effectiveOn });
  const made = newUnit(input, { name, parent, from, effectiveOn });
  await requireFree(write, made, from);
  const { id: sourceId, changes } = await cite(tx, citation);
  const merger = { from, made, effectiveOn, sourceId };
  return applyMerger(
    write,
    { id, kind: 'UNIT_MERGE', effectiveOn, unitId: parent.id, reason },
    {
      isDryRun: input.dryRun ?? false,
      work: async () => {
        const written = await writeMergedUnits(tx, merger);
        const report = await mergedUnitsReport(write, merger, written.ended);
        return { report, changes: [...changes, ...written.changes] };
      },
    },
  );
}

const MOST_UNITS = 50;

/** How far ahead a resolution is entered. */
const MOST_DAYS_AHEAD = 366;

function effectiveDay(text: string, day: LocalDate): LocalDate {
  // What was merged before is in the official conversion tables.
  const from = addDays(FIRST_DAY_OF_TWO_LEVELS, 1);
  return requireDayWithin(localDate(text, 'effectiveOn'), 'effectiveOn', {
    ...{ today: day, daysAhead: MOST_DAYS_AHEAD, from },
  });
}

function askedUnits({ fromUnits }: Input): AskedUnit[] {
  requireSize(fromUnits, 'fromUnits', MOST_UNITS);
  return fromUnits.map(({ code, id, kind }, index) => {
    const field = `fromUnits[${index}]`;
    if ((code == null) === (id == null)) throw namedOnce(field);
    return {
      field,
      kind: requireWholeLink(kind ?? 'WHOLE', `${field}.kind`, { isOnly: fromUnits.length === 1 }),
      code: code == null ? null : unitCode(code, `${field}.code`),
      id: id == null ? null : requireText(id, `${field}.id`, TEXT_LIMITS.name),
    };
  });
}

/** The unit above the new one: the one that the merged ones share, unless another one is named. */
async function requireParent(write: Write, input: Input, { from, effectiveOn }: Frame): Promise<UnitRow> {
  const demand = { atLeast: 'ADMINISTRATOR', field: 'parentCode' } as const;
  const parentIds = [...new Set(from.map(({ unit }) => unit.parentId))];
  const [shared = null] = parentIds;
  if (input.parentCode == null && (parentIds.length > 1 || shared === null)) {
    throw mergerInvalid('parentCode', {
      vi: 'Các đơn vị không cùng đơn vị cấp trên; hãy ghi parentCode của đơn vị mới',
      en: 'The units are not below the same unit; give the parentCode of the new one',
    });
  }
  const named =
    input.parentCode == null ? { id: shared ?? '' } : { code: input.parentCode, day: effectiveOn };
  const parent = await requireUnitAs(write, named, demand);
  const level = from[0]?.unit.level === 'VILLAGE' ? 'COMMUNE' : 'PROVINCE';
  if (parent.level === level && (parent.validTo === null || parent.validTo >= effectiveOn)) return parent;
  throw mergerInvalid('parentCode', {
    vi: `${parent.fullName} không phải là đơn vị cấp trên đang tồn tại vào ngày ${effectiveOn}; cần một đơn vị cấp ${level}`,
    en: `${parent.fullName} is no unit above that stands on ${effectiveOn}; it takes one of level ${level}`,
  });
}

function namedOnce(field: string): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field}: hãy ghi code, hoặc id cho thôn (thôn không có mã), chỉ một trong hai.`,
      en: `${field}: give code, or id for a village, which has no code: one of the two.`,
    },
    { field },
  );
}
