import {
  DomainError,
  optionalText,
  periodBounds,
  requirePeriodOver,
  requireReportStep,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { readWorkCalendar } from '../../calendar/work-calendar.ts';
import type { Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireReportAs } from '../../reports/report-access.ts';
import { dueOf } from '../../reports/report-progress.ts';
import type { ReportRow } from '../../reports/report-rows.ts';
import { reportedUnit } from '../../reports/reported-unit.ts';
import { requireReportsBelow } from '../../reports/require-reports-below.ts';
import { moveReport, requireVersion } from '../../reports/write-report.ts';
import { ReportResult } from './report.ts';

const SubmitReportInput = builder.inputType('SubmitReportInput', {
  description: 'A report that is sent to the level above [gửi báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    reason: t.string({
      description: 'Why required lines have no value, or anything else to say, at most 300 characters.',
    }),
    expectedVersion: t.int(expectedVersionField),
  }),
});

writeField({
  field: 'submitReport',
  description: `Submits a report once its period is over: when all units below have an approved one, or are waived, and it is filled from these.
Where a required line has no value, a reason is needed: missing is never 0. For who may fill it. Errors: \`REPORT_NOT_FOUND\`,
\`REPORT_STATE\`, \`REPORT_TOO_EARLY\`, \`REPORT_CHILDREN_OPEN\`, \`REPORT_STALE\`, \`REPORT_INCOMPLETE\`, \`NOT_PERMITTED\`.`,
  input: SubmitReportInput,
  result: ReportResult,
  operation: submitReport,
});

async function submitReport(write: Write, input: typeof SubmitReportInput.$inferInput) {
  const reason = optionalText(input.reason, 'reason');
  const report = await requireReportAs(write, input.id, 'FILL');
  requireVersion(report, input.expectedVersion);
  requireReportStep(report.status, 'SUBMIT');
  const day = today(write.now);
  requirePeriodOver(periodBounds(report.period).to, day);
  await requireReportsBelow(write, report);
  if (reason === null) await requireComplete(write, report);
  const dueOn = report.dueOn ?? (await dueOnNow(write, report));
  return moveReport(write, report, { action: 'SUBMIT', reason, submittedOn: day, dueOn });
}

/** The deadline of a report that was opened before the days off of its year were loaded. */
async function dueOnNow({ tx }: Write, report: ReportRow): Promise<string | null> {
  const { template } = await reportedUnit({ db: tx }, report);
  return dueOf(template, report.level, report.period, await readWorkCalendar(tx));
}

const MOST_NAMED = 5;

/** @throws {DomainError} `REPORT_INCOMPLETE` naming the lines */
async function requireComplete({ tx }: Write, { id, edition }: ReportRow): Promise<void> {
  const missing = await tx.rows<{ labelVi: string; labelEn: string }>(sql`
    /* missingLines */
    select v.label_vi as "labelVi", v.label_en as "labelEn" from report_value v
    where v.report_id = ${id}::uuid and v.edition = ${edition} and v.is_required
      and (case when v.is_corrected then v.corrected else v.value end) is null
    order by v.position`);
  if (missing.length === 0) return;
  const named = (label: 'labelVi' | 'labelEn') =>
    missing
      .slice(0, MOST_NAMED)
      .map((line) => line[label])
      .join('; ');
  throw new DomainError(
    'REPORT_INCOMPLETE',
    {
      vi: `Còn ${missing.length} dòng bắt buộc chưa có số: ${named('labelVi')}. Hãy sửa tay, hoặc ghi lý do (reason) vì sao không có; thiếu số không phải là 0`,
      en: `${missing.length} required lines have no value: ${named('labelEn')}. Correct them by hand, or say in reason why there is none; missing is not 0`,
    },
    { field: 'reason', value: String(missing.length) },
  );
}
