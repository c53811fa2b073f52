import { requireDiscardable } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { appendAudits } from '../../operations/audit.ts';
import { AdminUnitResult } from '../../operations/unit-result.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireReportAs } from '../../reports/report-access.ts';
import { changeOf, requireVersion } from '../../reports/write-report.ts';

const DiscardReportInput = builder.inputType('DiscardReportInput', {
  description: 'A draft that is given up [bỏ bản nháp].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    expectedVersion: t.int(expectedVersionField),
  }),
});

writeField({
  field: 'discardReport',
  description: `Gives up a draft that was never submitted: it goes with all of its values, and the unit can begin anew, or its merger be undone.
The audit keeps that it was there. Answers the unit. For who may fill it. Errors: \`REPORT_NOT_FOUND\`, \`REPORT_STATE\`, \`NOT_PERMITTED\`.`,
  input: DiscardReportInput,
  result: AdminUnitResult,
  operation: discardReport,
});

async function discardReport(write: Write, input: typeof DiscardReportInput.$inferInput) {
  const { tx, who } = write;
  const report = await requireReportAs(write, input.id, 'FILL');
  requireVersion(report, input.expectedVersion);
  requireDiscardable(report);
  // From what refers to it down to itself. The trail goes because nobody has ever submitted it: a trigger holds to that.
  await tx.rows(sql`/* deleteReportValues */ delete from report_value where report_id = ${report.id}::uuid`);
  await tx.rows(
    sql`/* deleteReportEditions */ delete from report_edition where report_id = ${report.id}::uuid`,
  );
  await tx.rows(sql`/* deleteReportSteps */ delete from report_step where report_id = ${report.id}::uuid`);
  await tx.rows(sql`/* deleteReport */ delete from report where id = ${report.id}::uuid`);
  const version = report.version + 1;
  const before = { template: report.templateId, period: report.period, status: report.status };
  await appendAudits(tx, who, [changeOf(report, { version, before, after: null, reason: null })]);
  return done('AdminUnit', report.unitId, version);
}
