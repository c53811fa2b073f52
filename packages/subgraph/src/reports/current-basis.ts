import { type LocalDate, periodBounds } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Readable } from '../database/client.ts';
import { standsOn } from '../entities/unit.ts';
import { coverageOf } from './filling/report-facts.ts';
import type { EditionRow, ReportRow } from './report-rows.ts';

/** A report, and what it was filled from. */
export interface Filled {
  report: Pick<ReportRow, 'id' | 'unitId' | 'templateCode' | 'period'>;
  edition: Pick<EditionRow, 'coversTo' | 'basis'>;
}

/**
 * Which of these reports are out of date: a report below, or of a unit that went into this one, was approved, returned
 * or reopened since, or the unit ended, or stands again. One statement.
 */
export async function staleReports({ db }: Readable, filled: readonly Filled[]): Promise<Set<string>> {
  const asked = filled.map(({ report: { id, unitId, templateCode, period } }) => ({
    ...{ id, unitId, templateCode, period },
    ...periodBounds(period),
  }));
  const rows = await db.rows<{ id: string; validTo: LocalDate | null; basis: number[] }>(sql`
    /* currentBasis */
    select asked.id, u.valid_to as "validTo", coalesce((
      select json_agg(approval.id order by approval.id)
      from report r
      cross join lateral (select max(s.id) as id from report_step s where s.report_id = r.id and s.action = 'APPROVE') approval
      where r.template_code = asked."templateCode" and r.period = asked.period and r.status in ('APPROVED', 'LOCKED')
        and ((r.parent_id = asked."unitId" and r.unit_id in (
            select u.id from admin_unit u where u.id = r.unit_id and ${standsOn(sql`asked."to"`)}))
          or exists (select from unit_link l join unit_scope s on s.region_id = l.to_id and s.unit_id = l.from_id
            where l.to_id = asked."unitId" and l.from_id = r.unit_id and s.containment = 'WHOLE'
              and l.effective_on > asked."from" and l.effective_on <= asked."to"))), '[]') as basis
    from json_to_recordset(${JSON.stringify(asked)}::json)
      as asked (id uuid, "unitId" text, "templateCode" text, period text, "from" date, "to" date)
    join admin_unit u on u.id = asked."unitId" order by asked.id`);
  const current = new Map(rows.map((row) => [row.id, row]));
  const isStale = ({ report, edition }: Filled) => {
    const now = current.get(report.id);
    if (now === undefined) return false;
    const covers = coverageOf({ validTo: now.validTo }, report.period);
    return covers.to !== edition.coversTo || String(now.basis) !== String(edition.basis);
  };
  return new Set(filled.filter(isStale).map(({ report }) => report.id));
}
