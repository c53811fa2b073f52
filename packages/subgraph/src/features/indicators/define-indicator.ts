import {
  DomainError,
  fold,
  localDate,
  MEASURE_UNITS,
  type MeasureUnit,
  requireText,
  TEXT_LIMITS,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { Aggregation, Direction } from '../../enums.ts';
import { appendAudits } from '../../operations/audit.ts';
import { citationOf, cite, SourceInput } from '../../operations/cite-source.ts';
import { done, type Write } from '../../operations/write.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireUnitAs } from '../../permissions/team-role.ts';
import { IndicatorResult } from './indicator.ts';

const DefineIndicatorInput = builder.inputType('DefineIndicatorInput', {
  description: 'Something new to measure [chỉ tiêu thống kê mới].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    code: t.string({
      required: true,
      description:
        'Capital letters, digits and underscores, at most 60: `QR_PAYMENT_TRADERS`. Error: `ID_TAKEN`.',
    }),
    nameVi: t.string({ required: true, description: 'Name in Vietnamese, 1 to 200 characters.' }),
    nameEn: t.string({ required: true, description: 'Name in English, 1 to 200 characters.' }),
    unit: t.string({
      required: true,
      description:
        'Unit of measure, as in `Indicator.unit`; never empty and never UNKNOWN. Error: `INPUT_INVALID`.',
    }),
    direction: t.field({ type: Direction, required: true, description: 'Which way is good.' }),
    aggregation: t.field({
      type: Aggregation,
      required: true,
      description: 'How values of several units become one. There is no average.',
    }),
    definition: t.string({ required: true, description: 'What is counted, 1 to 2,000 characters.' }),
    version: t.string({ description: 'Name of the first version of the definition. Default: `1`.' }),
    validFrom: t.field({ type: 'Date', description: 'Its first day. Left out: not known.' }),
    source: t.field({ type: SourceInput, description: 'Where it is laid down.' }),
  }),
});

type Input = typeof DefineIndicatorInput.$inferInput;

writeField({
  field: 'defineIndicator',
  description:
    'Defines something new to measure, with its unit of measure. For administrators of the nation.',
  input: DefineIndicatorInput,
  result: IndicatorResult,
  operation: defineIndicator,
});

async function defineIndicator(write: Write, input: Input) {
  const { tx, who } = write;
  const indicator = {
    code: requireIndicatorCode(input.code),
    nameVi: requireText(input.nameVi, 'nameVi', TEXT_LIMITS.name),
    nameEn: requireText(input.nameEn, 'nameEn', TEXT_LIMITS.name),
    unit: requireMeasureUnit(input.unit),
    direction: input.direction,
    aggregation: input.aggregation,
  };
  const definition = definitionOf({ ...input, version: input.version ?? '1' });
  const citation = input.source == null ? null : citationOf(input.source);
  await requireUnitAs(write, { code: 'VN' }, { atLeast: 'ADMINISTRATOR', field: 'code' });
  const source = citation === null ? null : await cite(tx, citation);
  const { code, nameVi, nameEn } = indicator;
  const [row] = await tx.rows(sql`
    /* insertIndicator */
    with made as (
      insert into indicator (code, name_vi, name_en, unit, direction, aggregation, search_text)
      values (${code}, ${nameVi}, ${nameEn}, ${indicator.unit}, ${indicator.direction}::direction,
        ${indicator.aggregation}::aggregation, ${fold(`${nameVi} ${nameEn} ${code}`)})
      on conflict (code) do nothing returning code)
    insert into indicator_version (indicator_code, version, definition, valid_from, source_id)
    select code, ${definition.version}, ${definition.definition}, ${definition.validFrom}::date, ${source?.id ?? null}
    from made returning version`);
  if (row === undefined) throw taken('code', code);
  await appendAudits(tx, who, [
    ...(source?.changes ?? []),
    {
      ...{ entityType: 'Indicator', entityId: code, version: 1, before: null, reason: null },
      after: { ...indicator, ...definition },
    },
  ]);
  return done('Indicator', code, 1);
}

/** A definition as an input gives it, checked. */
export function definitionOf(input: {
  version: string;
  definition: string;
  validFrom?: string | null | undefined;
}) {
  return {
    version: requireText(input.version, 'version', 60),
    definition: requireText(input.definition, 'definition', TEXT_LIMITS.note),
    validFrom: input.validFrom == null ? null : localDate(input.validFrom, 'validFrom'),
  };
}

/** The refusal of a code or a version that is there already. */
export function taken(field: string, value: string): DomainError {
  return new DomainError(
    'ID_TAKEN',
    {
      vi: `${field} ${value} đã có; hãy đặt ${field} khác.`,
      en: `${field} ${value} is taken; choose another one.`,
    },
    { field, value },
  );
}

function requireIndicatorCode(text: string): string {
  const code = requireText(text, 'code', 60);
  if (/^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(code)) return code;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `code là ${code}; chỉ dùng chữ in hoa không dấu, chữ số và dấu gạch dưới, ví dụ QR_PAYMENT_TRADERS`,
      en: `code is ${code}; use capital letters, digits and underscores, for example QR_PAYMENT_TRADERS`,
    },
    { field: 'code', value: code },
  );
}

/** Only sources of old may leave their unit of measure out: whoever defines an indicator knows it. */
function requireMeasureUnit(text: string): MeasureUnit {
  const known = MEASURE_UNITS.filter((unit) => unit !== 'UNKNOWN');
  const unit = known.find((each) => each === text);
  if (unit !== undefined) return unit;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `unit phải là một trong: ${known.join(', ')}.`,
      en: `unit must be one of: ${known.join(', ')}.`,
    },
    { field: 'unit', value: text.slice(0, 60) },
  );
}
