import { addDays, DomainError, formatDate, type LocalDate } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { appendAudits } from '../../operations/audit.ts';
import { citationOf, cite, SourceInput } from '../../operations/cite-source.ts';
import { done, type Write } from '../../operations/write.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireUnitAs } from '../../permissions/team-role.ts';
import { definitionOf, taken } from './define-indicator.ts';
import { IndicatorResult } from './indicator.ts';
import { requireIndicator } from './indicator-for-write.ts';

const DefineIndicatorVersionInput = builder.inputType('DefineIndicatorVersionInput', {
  description: 'A new definition of an indicator [phiên bản chỉ tiêu thống kê], from a day on.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    code: t.string({ required: true, description: 'The indicator. Error: `INDICATOR_NOT_FOUND`.' }),
    version: t.string({
      required: true,
      description: 'Name of the version: a year, a decision; at most 60 characters. Error: `ID_TAKEN`.',
    }),
    definition: t.string({ required: true, description: 'What is counted, 1 to 2,000 characters.' }),
    validFrom: t.field({
      type: 'Date',
      required: true,
      description:
        'First day, later than that of every other version. Errors: `DATE_INVALID`, `INPUT_INVALID`.',
    }),
    source: t.field({ type: SourceInput, description: 'Where it is laid down.' }),
  }),
});

type Input = typeof DefineIndicatorVersionInput.$inferInput;

writeField({
  field: 'defineIndicatorVersion',
  description: `Gives an indicator a new definition; the one in force until then ends the day before, and stays to be read. For administrators of
the nation.`,
  input: DefineIndicatorVersionInput,
  result: IndicatorResult,
  operation: defineIndicatorVersion,
});

interface Version {
  version: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

async function defineIndicatorVersion(write: Write, input: Input) {
  const { tx, who } = write;
  const { version, definition, validFrom } = { ...definitionOf(input) };
  if (validFrom === null) throw new Error('a required argument is null');
  const citation = input.source == null ? null : citationOf(input.source);
  await requireUnitAs(write, { code: 'VN' }, { atLeast: 'ADMINISTRATOR', field: 'code' });
  const { code } = await requireIndicator(tx, input.code, { field: 'code', lock: true });
  const earlier = await tx.rows<Version>(sql`
    /* indicatorVersions */
    select version, valid_from as "validFrom", valid_to as "validTo" from indicator_version
    where indicator_code = ${code} order by valid_from nulls first, version`);
  if (earlier.some((each) => each.version === version)) throw taken('version', version);
  const newest = earlier.at(-1);
  if (newest?.validFrom != null && newest.validFrom >= validFrom) throw notLater(validFrom, newest.validFrom);
  const source = citation === null ? null : await cite(tx, citation);
  const lastDay = addDays(validFrom, -1);
  await tx.rows(sql`
    /* insertIndicatorVersion */
    with closed as (
      update indicator_version set valid_to = ${lastDay}::date
      where indicator_code = ${code} and valid_to is null)
    insert into indicator_version (indicator_code, version, definition, valid_from, source_id)
    values (${code}, ${version}, ${definition}, ${validFrom}::date, ${source?.id ?? null})`);
  const number = earlier.length + 1;
  await appendAudits(tx, who, [
    ...(source?.changes ?? []),
    {
      ...{ entityType: 'Indicator', entityId: code, version: number, reason: null },
      before: newest === undefined ? null : { version: newest.version, validTo: newest.validTo },
      after: { version, definition, validFrom },
    },
  ]);
  return done('Indicator', code, number);
}

function notLater(day: LocalDate, newest: LocalDate): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `validFrom là ngày ${formatDate(day, 'vi')}; phải sau ngày ${formatDate(newest, 'vi')}, ngày đầu của phiên bản mới nhất.`,
      en: `validFrom is ${formatDate(day, 'en')}; it must be after ${formatDate(newest, 'en')}, the first day of the newest version.`,
    },
    { field: 'validFrom', value: day },
  );
}
