import { requireOpenReport, today } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { appendAudits } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { fillReport } from '../../reports/filling/fill-report.ts';
import { requireReportAs } from '../../reports/report-access.ts';
import { reportedUnit } from '../../reports/reported-unit.ts';
import { levelsAround } from '../../reports/templates/template-on.ts';
import { changeOf, requireVersion, touchReport, writeFilling } from '../../reports/write-report.ts';
import { ReportResult } from './report.ts';

const RefreshReportInput = builder.inputType('RefreshReportInput', {
  description: 'A report to be filled again [cập nhật số liệu báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    expectedVersion: t.int(expectedVersionField),
  }),
});

writeField({
  field: 'refreshReport',
  description: `Fills a report again from what there is now; what was corrected by hand stays, beside the new number. For who may fill it, while
it is a draft or was returned. Errors: \`REPORT_NOT_FOUND\`, \`REPORT_STATE\`, \`NOT_PERMITTED\`.`,
  input: RefreshReportInput,
  result: ReportResult,
  operation: refreshReport,
});

async function refreshReport(write: Write, input: typeof RefreshReportInput.$inferInput) {
  const { tx, who, now } = write;
  const report = await requireReportAs(write, input.id, 'FILL');
  requireVersion(report, input.expectedVersion);
  requireOpenReport(report.status);
  const { unit, template } = await reportedUnit({ db: tx }, report);
  const filling = await fillReport(
    { db: tx },
    {
      ...{
        unit,
        period: report.period,
        templateId: template.id,
        templateCode: template.code,
        today: today(now),
      },
      levelBelow: levelsAround(template, report.level, report.period).below,
    },
  );
  await writeFilling(write, report, filling);
  const version = await touchReport(write, report);
  const state = { filled: filling.values.length, basis: filling.basis.length };
  await appendAudits(tx, who, [changeOf(report, { version, before: null, after: state, reason: null })]);
  return done('Report', report.id, version);
}
