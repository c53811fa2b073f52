import { requireReportStep } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { appendAudits } from '../../operations/audit.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { requireReportAs } from '../../reports/report-access.ts';
import type { ReportRow } from '../../reports/report-rows.ts';
import { changeOf, requireVersion } from '../../reports/write-report.ts';
import { ReportResult } from './report.ts';

const LockReportInput = builder.inputType('LockReportInput', {
  description: 'A report that is locked for good [khóa báo cáo].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the report.' }),
    expectedVersion: t.int(expectedVersionField),
  }),
});

writeField({
  field: 'lockReport',
  description: `Locks an approved report with all approved ones below it, whose values it holds: from then on none of these editions ever
changes, whatever becomes of the register. For officers of the unit that it reports to. Errors: \`REPORT_NOT_FOUND\`,
\`REPORT_STATE\`, \`NOT_PERMITTED\`.`,
  input: LockReportInput,
  result: ReportResult,
  operation: lockReport,
});

async function lockReport(write: Write, input: typeof LockReportInput.$inferInput) {
  const { tx, who } = write;
  const report = await requireReportAs(write, input.id, 'APPROVE');
  requireVersion(report, input.expectedVersion);
  requireReportStep(report.status, 'LOCK');
  const locked = await lockWithThoseBelow(write, report);
  await appendAudits(
    tx,
    who,
    locked.map(({ digest, version, ...each }) =>
      changeOf(each, {
        ...{ version, reason: null },
        ...{ before: { status: 'APPROVED' }, after: { status: 'LOCKED', edition: each.edition, digest } },
      }),
    ),
  );
  return done('Report', report.id, report.version + 1);
}

interface Locked {
  id: string;
  unitId: string;
  edition: number;
  version: number;
  digest: string;
}

/** The report and the approved ones below it, at any depth: one statement, whose rows are all or none. */
async function lockWithThoseBelow(
  { tx, who, now }: Write,
  { id, templateCode, period }: ReportRow,
): Promise<Locked[]> {
  // One statement for all of a country: the limit of requests is not meant for it.
  await tx.rows(sql`/* lockWithoutLimit */ set local statement_timeout = 0`);
  return tx.rows<Locked>(sql`
    /* lockReports */
    with recursive tree as (
      select r.id, r.unit_id from report r where r.id = ${id}::uuid
      union all
      select r.id, r.unit_id from tree join report r on r.parent_id = tree.unit_id
      where r.template_code = ${templateCode} and r.period = ${period}),
    due as materialized (
      select r.id, r.unit_id, r.edition, r.version from report r
      where r.id in (select tree.id from tree) and r.status = 'APPROVED'
      -- From the top down, as approvals and submissions lock them too.
      order by r.level, r.id for no key update of r),
    sealed as (
      update report_edition e set locked_at = ${now.toISOString()}::timestamptz, digest = report_digest(e.report_id, e.number)
      from due where e.report_id = due.id and e.number = due.edition returning e.report_id, e.digest),
    moved as (
      update report r set status = 'LOCKED', version = r.version + 1 from due where r.id = due.id),
    step as (
      insert into report_step (report_id, edition, action, from_status, to_status, reason, actor, at)
      select due.id, due.edition, 'LOCK', 'APPROVED', 'LOCKED', null, ${who.actor}, ${now.toISOString()}::timestamptz
      from due order by due.id)
    select due.id, due.unit_id as "unitId", due.edition, due.version + 1 as version, sealed.digest
    from due join sealed on sealed.report_id = due.id order by due.id`);
}
