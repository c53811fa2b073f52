import {
  DomainError,
  formatNumber,
  isStorableText,
  type Language,
  ratioValue,
  requireMeasured,
  requireOpenReport,
  requireText,
  shown,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { appendAudits } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireReportAs } from '../../reports/report-access.ts';
import { type ReportRow, standingNumber, type ValueRow, valueColumns } from '../../reports/report-rows.ts';
import { changeOf, requireVersion, touchReport } from '../../reports/write-report.ts';
import { ReportResult } from './report.ts';

const CorrectReportValueInput = builder.inputType('CorrectReportValueInput', {
  description: 'A value that is set by hand in place of the filled one [sửa số liệu báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    code: t.string({ required: true, description: 'The line. Error: `REPORT_LINE_NOT_FOUND`.' }),
    value: t.float({
      description:
        'The value instead, in the unit of measure of the line; of a rate it may be left out where its parts are given. Left out altogether: the filled value stands again. Errors: `COUNT_INVALID`, `NUMBER_INVALID`.',
    }),
    numerator: t.float({
      description: 'Of a rate, with the denominator: without both it cannot be joined with others.',
    }),
    denominator: t.float({ description: 'Of a rate, with the numerator.' }),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
    expectedVersion: t.int(expectedVersionField),
  }),
});

type Input = typeof CorrectReportValueInput.$inferInput;

writeField({
  field: 'correctReportValue',
  description: `Sets a value of a report by hand; the filled one stays beside it. Without any number, the filled one stands again. For who may
fill it, while it is a draft or was returned. Errors: \`REPORT_NOT_FOUND\`, \`REPORT_LINE_NOT_FOUND\`, \`REPORT_STATE\`, \`NOT_PERMITTED\`.`,
  input: CorrectReportValueInput,
  result: ReportResult,
  operation: correctReportValue,
});

async function correctReportValue(write: Write, input: Input) {
  const { tx, who, now } = write;
  const reason = requireText(input.reason, 'reason');
  const report = await requireReportAs(write, input.id, 'FILL');
  requireVersion(report, input.expectedVersion);
  requireOpenReport(report.status);
  const value = await requireLine(write, report, input.code);
  const number = numberOf(input, value);
  await tx.rows(sql`
    /* correctReportValue */
    update report_value set is_corrected = ${number !== null}, corrected = ${number?.value ?? null}::numeric,
      corrected_numerator = ${number?.numerator ?? null}::numeric,
      corrected_denominator = ${number?.denominator ?? null}::numeric,
      corrected_from = case when ${number !== null} then value end, correction_reason = ${reason},
      corrected_by = ${who.actor}, corrected_at = ${now.toISOString()}::timestamptz
    where report_id = ${report.id}::uuid and edition = ${report.edition} and code = ${value.code}`);
  const version = await touchReport(write, report);
  const before = { [value.code]: standingNumber(value).value };
  const after = { [value.code]: number === null ? value.value : number.value };
  await appendAudits(tx, who, [changeOf(report, { version, before, after, reason })]);
  return done('Report', report.id, version);
}

async function requireLine({ tx }: Write, { id, edition }: ReportRow, code: string): Promise<ValueRow> {
  const [row] = isStorableText(code)
    ? await tx.rows<ValueRow>(sql`
        /* reportLineForWrite */
        select ${valueColumns} from report_value v
        where v.report_id = ${id}::uuid and v.edition = ${edition} and v.code = ${code}`)
    : [];
  if (row !== undefined) return row;
  throw new DomainError(
    'REPORT_LINE_NOT_FOUND',
    { vi: `Báo cáo không có dòng ${shown(code)}.`, en: `The report has no line ${shown(code)}.` },
    { field: 'code', value: shown(code) },
  );
}

/** The number that is set. Null: the filled one stands again. */
function numberOf({ value, numerator, denominator }: Input, { measureUnit, aggregation }: ValueRow) {
  if (value == null && numerator == null && denominator == null) return null;
  const isRate = aggregation === 'RATIO_OF_SUMS';
  if (!isRate && (numerator != null || denominator != null))
    throw noRate(numerator != null ? 'numerator' : 'denominator');
  if ((numerator == null) !== (denominator == null))
    throw onePart(numerator == null ? 'numerator' : 'denominator');
  const parts = {
    numerator: numerator == null ? null : requireMeasured(numerator, 'POINT', 'numerator'),
    denominator: denominator == null ? null : requireMeasured(denominator, 'POINT', 'denominator'),
  };
  const rate = ratioValue(parts, measureUnit);
  if (rate === null && value == null) throw onePart('denominator');
  if (rate !== null && value != null && Math.abs(rate - value) > AS_SHOWN) throw otherRate(value, rate);
  return { ...parts, value: requireMeasured(rate ?? value ?? 0, measureUnit, 'value') };
}

/** A rate is shown with two digits: what is within them is the same. */
const AS_SHOWN = 0.005;

function otherRate(value: number, rate: number): DomainError {
  const shown = (number: number, language: Language) =>
    formatNumber(Math.round(number * 100) / 100, { language });
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `value là ${shown(value, 'vi')} nhưng numerator và denominator cho ${shown(rate, 'vi')}; hãy sửa cho khớp, hoặc chỉ ghi numerator và denominator.`,
      en: `value is ${shown(value, 'en')} and its parts give ${shown(rate, 'en')}; make them agree, or give the parts only.`,
    },
    { field: 'value', value: String(value) },
  );
}

const noRate = (field: string) =>
  new DomainError(
    'INPUT_INVALID',
    { vi: 'Dòng này không phải tỷ lệ: chỉ ghi value.', en: 'This line is no rate: give value only.' },
    { field },
  );

const onePart = (field: string) =>
  new DomainError(
    'INPUT_INVALID',
    {
      vi: `Thiếu ${field}: tỷ lệ cần cả tử số và mẫu số lớn hơn 0, hoặc value.`,
      en: `${field} is missing: a rate takes both parts, the denominator above 0, or a value.`,
    },
    { field },
  );
