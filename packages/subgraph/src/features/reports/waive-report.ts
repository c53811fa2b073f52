import {
  type AdminLevel,
  DomainError,
  isApprovedReport,
  periodBounds,
  type ReportStatus,
  reportingLevels,
  reportState,
  period as requirePeriod,
  requireText,
  shown,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { isUuid } from '../../entities/uuid.ts';
import { appendAudits } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { idTaken, newId } from '../../operations/new-id.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { oversees } from '../../permissions/scope.ts';
import { reportNotPermitted } from '../../reports/report-access.ts';
import { type WaiverRow, waiverColumns } from '../../reports/report-rows.ts';
import { requireReportingUnit } from '../../reports/reporting-unit.ts';
import { requireReportAboveOpen } from '../../reports/require-report-above-open.ts';
import { requireReporting, requireTemplateOn } from '../../reports/templates/template-on.ts';
import { ReportWaiverResult } from './report-waiver.ts';

const WaiveReportInput = builder.inputType('WaiveReportInput', {
  description: 'A unit whose report is done without [miễn báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: 'UUID of the waiver, made by the client. Default: a new one.' }),
    templateCode: t.string({
      required: true,
      description: 'By which template. Error: `REPORT_TEMPLATE_NOT_FOUND`.',
    }),
    unitCode: t.string({
      description: 'Code of the unit on the last day of the period, or today if that is earlier.',
    }),
    unitId: t.id({ description: 'Id of the unit, for a village, which has no code.' }),
    period: t.field({ type: 'Period', required: true, description: 'The period. Error: `PERIOD_INVALID`.' }),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

const RevokeWaiverInput = builder.inputType('RevokeWaiverInput', {
  description: 'A waiver that is taken back [bỏ miễn báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the waiver.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'waiveReport',
  description: `Does without the report of a unit, with a reason: the report above may then go up without it, and says so. For officers of the
unit above. Errors: \`REPORT_TEMPLATE_NOT_FOUND\`, \`REPORT_NOT_OF_UNIT\`, \`REPORT_STATE\` where it is approved or waived already,
\`UNIT_NOT_FOUND\`, \`NOT_PERMITTED\`.`,
  input: WaiveReportInput,
  result: ReportWaiverResult,
  operation: waiveReport,
});

writeField({
  field: 'revokeWaiver',
  description: `Takes a waiver back: the unit should report again. Not once the report above has gone up without it. For officers of the unit
above. Errors: \`WAIVER_NOT_FOUND\`, \`REPORT_PARENT_CLOSED\`, \`NOT_PERMITTED\`.`,
  input: RevokeWaiverInput,
  result: ReportWaiverResult,
  operation: revokeWaiver,
});

async function waiveReport(write: Write, input: typeof WaiveReportInput.$inferInput) {
  const { tx, now, who } = write;
  const id = newId(input.id);
  const reason = requireText(input.reason, 'reason');
  const period = requirePeriod(input.period);
  const { to } = periodBounds(period);
  const template = await requireTemplateOn({ db: tx }, input.templateCode, to);
  const levels = reportingLevels(template.levels, to);
  const unit = await requireReportingUnit(write, input, { period, levels, today: today(now) });
  requireReporting(template, unit.level, period);
  const field = input.unitCode == null ? 'unitId' : 'unitCode';
  if (!unit.mayApprove) throw reportNotPermitted(unit.aboveLevel ?? unit.level, field);
  if (unit.aboveId === null) throw uppermost(field);
  await requireNotApproved(write, { templateCode: template.code, period, unitId: unit.id });
  const inserted = await tx.rows(sql`
    /* insertWaiver */
    insert into report_waiver (id, template_code, period, unit_id, parent_id, reason, actor, waived_at)
    values (${id}::uuid, ${template.code}, ${period}, ${unit.id}, ${unit.aboveId}, ${reason}, ${who.actor},
      ${now.toISOString()}::timestamptz)
    on conflict do nothing returning id`);
  if (inserted.length === 0) throw await inTheWay(write, id);
  await appendAudits(tx, who, [
    {
      ...{ entityType: 'ReportWaiver', entityId: id, version: 1, unitId: unit.id, reason },
      ...{ before: null, after: { template: template.code, period } },
    },
  ]);
  return done('ReportWaiver', id, 1);
}

async function revokeWaiver(write: Write, input: typeof RevokeWaiverInput.$inferInput) {
  const { tx, now, who } = write;
  const reason = requireText(input.reason, 'reason');
  const waiver = await requireWaiver(write, input.id);
  if (waiver.version !== input.expectedVersion)
    throw new VersionConflict('ReportWaiver', waiver.id, input.expectedVersion);
  if (waiver.revokedAt !== null) throw waiverNotFound(waiver.id);
  await requireReportAboveOpen(write, waiver);
  const version = waiver.version + 1;
  await tx.rows(sql`
    /* revokeWaiver */
    update report_waiver set revoked_at = ${now.toISOString()}::timestamptz, version = ${version} where id = ${waiver.id}::uuid`);
  await appendAudits(tx, who, [
    {
      ...{ entityType: 'ReportWaiver', entityId: waiver.id, version, unitId: waiver.unitId, reason },
      ...{ before: { isInForce: true }, after: { isInForce: false } },
    },
  ]);
  return done('ReportWaiver', waiver.id, version);
}

interface Place {
  templateCode: string;
  period: string;
  unitId: string;
}

/** @throws {DomainError} `REPORT_STATE` for a report that counts already */
async function requireNotApproved({ tx }: Write, { templateCode, period, unitId }: Place): Promise<void> {
  const [report] = await tx.rows<{ status: ReportStatus }>(sql`
    /* reportToWaive */
    select r.status from report r where r.template_code = ${templateCode} and r.period = ${period} and r.unit_id = ${unitId}`);
  if (report !== undefined && isApprovedReport(report.status))
    throw reportState(report.status, ['DRAFT', 'SUBMITTED', 'RETURNED']);
}

async function requireWaiver({ tx, scope }: Write, id: string): Promise<WaiverRow> {
  const [row] = isUuid(id)
    ? await tx.rows<WaiverRow & { mayDecide: boolean; level: AdminLevel }>(sql`
        /* waiverForWrite */
        select ${waiverColumns}, ${oversees(scope, sql`w.parent_id`)} as "mayDecide", u.level
        from report_waiver w join admin_unit u on u.id = w.parent_id
        where w.id = ${id}::uuid and ${oversees(scope, sql`w.unit_id`)} for no key update of w`)
    : [];
  if (row === undefined) throw waiverNotFound(id);
  if (!row.mayDecide) throw reportNotPermitted(row.level, 'id');
  return row;
}

function waiverNotFound(id: string): DomainError {
  return new DomainError(
    'WAIVER_NOT_FOUND',
    {
      vi: `Không có miễn báo cáo nào đang có hiệu lực với id ${shown(id)}.`,
      en: `There is no waiver in force with the id ${shown(id)}.`,
    },
    { field: 'id', value: shown(id) },
  );
}

async function inTheWay({ tx }: Write, id: string): Promise<DomainError> {
  const taken = await tx.rows(sql`/* waiverTaken */ select id from report_waiver where id = ${id}::uuid`);
  if (taken.length > 0) return idTaken(id);
  return new DomainError(
    'REPORT_STATE',
    { vi: 'Báo cáo của đơn vị này đã được miễn rồi', en: 'The report of this unit is waived already' },
    { field: 'unitCode', value: 'WAIVED' },
  );
}

const uppermost = (field: string) =>
  new DomainError(
    'REPORT_NOT_OF_UNIT',
    {
      vi: 'Cấp cao nhất không gửi báo cáo lên đâu nên không có gì để miễn',
      en: 'The uppermost level reports to nobody, so there is nothing to waive',
    },
    { field },
  );
