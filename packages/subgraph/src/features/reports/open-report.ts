import {
  DomainError,
  formatDate,
  type LocalDate,
  type Period,
  periodBounds,
  periodLabel,
  reportingLevels,
  period as requirePeriod,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { readWorkCalendar } from '../../calendar/work-calendar.ts';
import { appendAudits } from '../../operations/audit.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, type Write } from '../../operations/write.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { fillReport } from '../../reports/filling/fill-report.ts';
import { reportNotPermitted } from '../../reports/report-access.ts';
import { dueOf } from '../../reports/report-progress.ts';
import { requireReportingUnit } from '../../reports/reporting-unit.ts';
import { levelsAround, requireReporting, requireTemplateOn } from '../../reports/templates/template-on.ts';
import { changeOf, insertFirstStep, writeFilling } from '../../reports/write-report.ts';
import { ReportResult } from './report.ts';

const OpenReportInput = builder.inputType('OpenReportInput', {
  description: 'A report to be filled from what is known [lập báo cáo kỳ].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: 'UUID of the report, made by the client. Default: a new one.' }),
    templateCode: t.string({
      required: true,
      description: 'By which template. Error: `REPORT_TEMPLATE_NOT_FOUND`.',
    }),
    unitCode: t.string({
      description: 'Code of the unit on the last day of the period, or today if that is earlier.',
    }),
    unitId: t.id({
      description: 'Id of the unit, for a village, which has no code, and for a unit that ended.',
    }),
    period: t.field({ type: 'Period', required: true, description: 'The period. Error: `PERIOD_INVALID`.' }),
  }),
});

writeField({
  field: 'openReport',
  description: `Opens the report of a unit for a period, and fills it: from the approved reports below, or from the register, verified
activities and recorded figures. There is one for each template, unit and period. For who may fill it. Errors:
\`REPORT_TEMPLATE_NOT_FOUND\`, \`REPORT_NOT_OF_UNIT\`, \`REPORT_EXISTS\`, \`REPORT_TOO_EARLY\`, \`UNIT_NOT_FOUND\`, \`NOT_PERMITTED\`.`,
  input: OpenReportInput,
  result: ReportResult,
  operation: openReport,
});

async function openReport(write: Write, input: typeof OpenReportInput.$inferInput) {
  const { tx, now, who } = write;
  const reader = { db: tx };
  const id = newId(input.id);
  const period = requirePeriod(input.period);
  const { from, to } = periodBounds(period);
  const day = today(now);
  if (from > day) throw notBegun(from);
  const template = await requireTemplateOn(reader, input.templateCode, to);
  const levels = reportingLevels(template.levels, to);
  const unit = await requireReportingUnit(write, input, { period, levels, today: day });
  requireReporting(template, unit.level, period);
  if (!unit.mayFill) throw reportNotPermitted(unit.level, input.unitCode == null ? 'unitId' : 'unitCode');
  const dueOn = dueOf(template, unit.level, period, await readWorkCalendar(tx));
  await insertReport(write, {
    ...{ id, templateId: template.id, templateCode: template.code, period, dueOn },
    ...{ unitId: unit.id, level: unit.level, parentId: unit.aboveId },
  });
  await insertFirstStep(write, id, 'DRAFT');
  const filling = await fillReport(reader, {
    ...{ unit, period, templateId: template.id, templateCode: template.code, today: day },
    levelBelow: levelsAround(template, unit.level, period).below,
  });
  await writeFilling(write, { id, edition: 1 }, filling);
  await appendAudits(tx, who, [
    changeOf(
      { id, unitId: unit.id },
      { version: 1, before: null, after: { template: template.id, period, status: 'DRAFT' }, reason: null },
    ),
  ]);
  return done('Report', id, 1);
}

interface NewReport {
  id: string;
  templateId: string;
  templateCode: string;
  unitId: string;
  level: string;
  parentId: string | null;
  period: Period;
  dueOn: string | null;
}

/** @throws {DomainError} `REPORT_EXISTS`, `ID_TAKEN` */
async function insertReport({ tx, now }: Write, report: NewReport): Promise<void> {
  const inserted = await tx.rows(sql`
    /* insertReport */
    insert into report (id, template_id, template_code, unit_id, parent_id, level, period, due_on, opened_at)
    values (${report.id}::uuid, ${report.templateId}, ${report.templateCode}, ${report.unitId}, ${report.parentId},
      ${report.level}::admin_level, ${report.period}, ${report.dueOn}::date, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning id`);
  if (inserted.length > 0) return;
  const [other] = await tx.rows<{ id: string }>(sql`
    /* reportInTheWay */
    select r.id from report r where r.template_code = ${report.templateCode} and r.period = ${report.period}
      and r.unit_id = ${report.unitId}`);
  if (other === undefined) throw idTaken(report.id);
  throw new DomainError(
    'REPORT_EXISTS',
    {
      vi: `Đơn vị này đã lập báo cáo ${periodLabel(report.period, 'vi')} theo mẫu ${report.templateCode}; hãy mở báo cáo ${other.id}.`,
      en: `This unit has a report by ${report.templateCode} for ${periodLabel(report.period, 'en')}; go on with ${other.id}.`,
    },
    { field: 'period', value: other.id },
  );
}

const notBegun = (from: LocalDate) =>
  new DomainError(
    'REPORT_TOO_EARLY',
    {
      vi: `Kỳ báo cáo bắt đầu ngày ${formatDate(from, 'vi')}; chưa lập được trước ngày đó`,
      en: `The period begins on ${formatDate(from, 'en')}; it cannot be reported before`,
    },
    { field: 'period', value: from },
  );
