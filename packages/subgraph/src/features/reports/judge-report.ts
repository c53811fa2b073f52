import { DomainError, optionalText, requireReportStep, requireText } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { personOf, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireReportAs } from '../../reports/report-access.ts';
import { requireReportAboveOpen } from '../../reports/require-report-above-open.ts';
import { requireReportsBelow } from '../../reports/require-reports-below.ts';
import { moveReport, requireVersion } from '../../reports/write-report.ts';
import { ReportResult } from './report.ts';

const ApproveReportInput = builder.inputType('ApproveReportInput', {
  description: 'A report that is approved [duyệt báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ description: 'Anything to say about it, at most 300 characters.' }),
  }),
});

const ReturnReportInput = builder.inputType('ReturnReportInput', {
  description: 'A report that is returned to be mended [trả lại báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ required: true, description: 'What is to be mended, 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'approveReport',
  description: `Approves a report that was submitted: from then on it counts in the one above, and so not while that has itself been submitted.
For officers of the unit that it reports to, and not for who submitted it; the nation's, which nobody is above of, excepted. Errors:
\`REPORT_NOT_FOUND\`, \`REPORT_STATE\`, \`REPORT_OWN\`, \`REPORT_PARENT_CLOSED\`, \`REPORT_CHILDREN_OPEN\`, \`REPORT_STALE\`, \`NOT_PERMITTED\`.`,
  input: ApproveReportInput,
  result: ReportResult,
  operation: approveReport,
});

writeField({
  field: 'returnReport',
  description: `Returns a report that was submitted or approved, with a reason: its unit mends it and submits it again. Not while the report above
has itself been submitted. For officers of the unit that it reports to. Errors: \`REPORT_NOT_FOUND\`, \`REPORT_STATE\`,
\`REPORT_PARENT_CLOSED\`, \`NOT_PERMITTED\`.`,
  input: ReturnReportInput,
  result: ReportResult,
  operation: returnReport,
});

async function approveReport(write: Write, input: typeof ApproveReportInput.$inferInput) {
  const reason = optionalText(input.reason, 'reason');
  const report = await requireReportAs(write, input.id, 'APPROVE');
  requireVersion(report, input.expectedVersion);
  requireReportStep(report.status, 'APPROVE');
  if (report.parentId !== null && report.submittedBy === personOf(write.who)) throw ownReport();
  await requireReportAboveOpen(write, report);
  await requireReportsBelow(write, report);
  return moveReport(write, report, { action: 'APPROVE', reason });
}

async function returnReport(write: Write, input: typeof ReturnReportInput.$inferInput) {
  const reason = requireText(input.reason, 'reason');
  const report = await requireReportAs(write, input.id, 'APPROVE');
  requireVersion(report, input.expectedVersion);
  requireReportStep(report.status, 'RETURN');
  await requireReportAboveOpen(write, report);
  return moveReport(write, report, { action: 'RETURN', reason });
}

const ownReport = () =>
  new DomainError(
    'REPORT_OWN',
    {
      vi: 'Báo cáo do chính bạn gửi; phải do người khác duyệt',
      en: 'You submitted this report yourself; somebody else must approve it',
    },
    { field: 'id' },
  );
