import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';
import type { SampleValues } from './samples.ts';

/** Reports of a commune by a template of their own, one in the right status for each thing that is done with one. */
const REPORTS = [
  { field: 'refreshReport', status: 'DRAFT', period: '2025-Q3' },
  { field: 'correctReportValue', status: 'DRAFT', period: '2025-Q4' },
  { field: 'submitReport', status: 'RETURNED', period: '2026-Q1' },
  { field: 'approveReport', status: 'SUBMITTED', period: '2025-10' },
  { field: 'returnReport', status: 'SUBMITTED', period: '2025-11' },
  { field: 'lockReport', status: 'APPROVED', period: '2025-12' },
  { field: 'reopenReport', status: 'LOCKED', period: '2026-01' },
  { field: 'discardReport', status: 'DRAFT', period: '2026-03' },
] as const;

const LAST_DAYS: Readonly<Record<string, string>> = {
  ...{ '2025-Q3': '2025-09-30', '2025-Q4': '2025-12-31', '2026-Q1': '2026-03-31', '2025-10': '2025-10-31' },
  ...{ '2025-11': '2025-11-30', '2025-12': '2025-12-31', '2026-01': '2026-01-31' },
  '2026-03': '2026-03-31',
};

export interface ReportFixtures {
  reportId: string;
  values: SampleValues;
}

export async function reportFixtures(db: Database, unitCode: string): Promise<ReportFixtures> {
  const templateCode = `TRIAL_${randomUUID().replaceAll('-', '').toUpperCase()}`;
  const templateId = `${templateCode}@1`;
  const waiverId = randomUUID();
  await db.rows(sql`
    insert into report_template (id, code, version, name_vi, name_en, levels, periods, deadline_days, valid_from)
    select ${templateId}, ${templateCode}, version, name_vi, name_en, levels, periods, deadline_days, valid_from
    from report_template where id = 'TEAM_ACTIVITY@1'`);
  await db.rows(sql`
    insert into report_template_line select ${templateId}, code, position, table_code, table_vi, table_en, label_vi, label_en,
      indicator_code, origin, false from report_template_line where template_id = 'TEAM_ACTIVITY@1'`);
  const reports = REPORTS.map((report) => ({ ...report, id: randomUUID(), to: LAST_DAYS[report.period] }));
  await db.rows(sql`
    insert into report (id, template_id, template_code, unit_id, parent_id, level, period, status, due_on)
    select r.id, ${templateId}, ${templateCode}, u.id, u.parent_id, 'COMMUNE', r.period, r.status, '2026-05-04'
    from json_to_recordset(${JSON.stringify(reports)}::json) as r (id uuid, period text, status report_status)
    join admin_unit u on u.code = ${unitCode} and u.valid_to is null`);
  await db.rows(sql`
    insert into report_edition (report_id, number, covers_from, covers_to, filled_at, basis)
    select r.id, 1, '2025-07-01', r.to, now(), '[]'
    from json_to_recordset(${JSON.stringify(reports)}::json) as r (id uuid, "to" date)`);
  await db.rows(sql`
    insert into report_value (report_id, edition, code, position, table_code, table_vi, table_en, label_vi, label_en,
      indicator_code, measure_unit, aggregation, is_required, qualifier, origin, completeness, warnings, parts)
    select e.report_id, 1, 'TEAMS', 1, 'I', 'Tổ', 'Teams', 'Số tổ', 'Teams', 'TEAMS', 'TEAM', 'SUM', false, 'EXACT',
      'REGISTERED', 0, '[]', '[]' from report_edition e join report r on r.id = e.report_id
    where r.template_code = ${templateCode}`);
  await db.rows(sql`
    insert into report_waiver (id, template_code, period, unit_id, parent_id, reason, actor, waived_at)
    select ${waiverId}::uuid, ${templateCode}, '2026-02', u.id, u.parent_id, 'Thử quyền', 'somebody', now()
    from admin_unit u where u.code = ${unitCode} and u.valid_to is null`);
  return {
    reportId: reports[0]?.id ?? '',
    values: {
      ...Object.fromEntries(reports.map(({ field, id }) => [`${field}.id`, id])),
      ...{ 'revokeWaiver.id': waiverId, 'correctReportValue.code': 'TEAMS', templateCode },
      ...{ 'openReport.period': '2026-Q3', 'openReport.*': { unitCode } },
      ...{ 'waiveReport.period': '2026-Q2', 'waiveReport.*': { unitCode } },
    },
  };
}
