import { requireReportStep, requireText } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import type { Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireReportAs } from '../../reports/report-access.ts';
import { requireReportAboveOpen } from '../../reports/require-report-above-open.ts';
import { copyEdition, moveReport, requireVersion } from '../../reports/write-report.ts';
import { ReportResult } from './report.ts';

const ReopenReportInput = builder.inputType('ReopenReportInput', {
  description: 'A locked report that is opened again as a new edition [mở lại báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'reopenReport',
  description: `Opens a locked report again: its values go on in a new edition, the locked one stays as it is and can be read. From the top
down: not while the report above holds it. For officers of the unit that it reports to. Errors: \`REPORT_NOT_FOUND\`,
\`REPORT_STATE\`, \`REPORT_PARENT_CLOSED\`, \`NOT_PERMITTED\`.`,
  input: ReopenReportInput,
  result: ReportResult,
  operation: reopenReport,
});

async function reopenReport(write: Write, input: typeof ReopenReportInput.$inferInput) {
  const reason = requireText(input.reason, 'reason');
  const report = await requireReportAs(write, input.id, 'APPROVE');
  requireVersion(report, input.expectedVersion);
  requireReportStep(report.status, 'REOPEN');
  await requireReportAboveOpen(write, report);
  await copyEdition(write, report);
  return moveReport(write, report, { action: 'REOPEN', reason });
}
