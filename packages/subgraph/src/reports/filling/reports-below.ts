import type { AdminLevel, LocalDate, Period, Qualifier, ReportNumber, ReportStatus } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Readable } from '../../database/client.ts';
import { standsOn } from '../../entities/unit.ts';

/** A value of an approved report, as it stands. */
export interface ApprovedNumber extends ReportNumber {
  code: string;
  qualifier: Qualifier;
}

/** A unit that should report to another one, and how it stands with its report. */
export interface ReportBelow {
  unitId: string;
  unitName: string;
  reportId: string | null;
  status: ReportStatus | null;
  waiverId: string | null;
  /** The step by which it was last approved. Null unless it is approved or locked. */
  approval: number | null;
  /** Empty unless it is approved or locked. */
  values: ApprovedNumber[];
}

export interface BelowQuestion {
  parentId: string;
  /** The level that reports to it. */
  level: AdminLevel;
  templateCode: string;
  period: Period;
  /** The last day of the period: who stands then reports. */
  day: string;
}

// The values of the current edition of the report r, as they stand, where it is approved; its last approval.
const approvedValues = sql`
  coalesce((select json_agg(json_build_object('code', v.code, 'qualifier', v.qualifier,
      'value', case when v.is_corrected then v.corrected else v.value end,
      'numerator', case when v.is_corrected then v.corrected_numerator else v.numerator end,
      'denominator', case when v.is_corrected then v.corrected_denominator else v.denominator end) order by v.position)
    from report_value v where v.report_id = r.id and v.edition = r.edition and r.status in ('APPROVED', 'LOCKED')), '[]')`;
const lastApproval = sql`
  case when r.status in ('APPROVED', 'LOCKED') then (
    select max(s.id) from report_step s where s.report_id = r.id and s.action = 'APPROVE') end`;

/** Who should report to a unit, and what those who did have said: one statement, however many they are. */
export function reportsBelow({ db }: Readable, question: BelowQuestion): Promise<ReportBelow[]> {
  const { parentId, level, templateCode, period, day } = question;
  return db.rows<ReportBelow>(sql`
    /* reportsBelow */
    select u.id as "unitId", u.full_name as "unitName", r.id as "reportId", r.status, w.id as "waiverId",
      ${lastApproval} as approval, ${approvedValues} as values
    from unit_scope s
    join admin_unit u on u.id = s.unit_id and u.level = ${level}::admin_level and ${standsOn(day)}
    left join report r on r.template_code = ${templateCode} and r.period = ${period} and r.unit_id = u.id
    left join report_waiver w on w.template_code = ${templateCode} and w.period = ${period} and w.unit_id = u.id
      and w.revoked_at is null
    where s.region_id = ${parentId} and s.reason = 'DESCENT'
    order by u.search_text, u.id`);
}

/** A unit that went into another one within the period. */
export interface Predecessor extends Omit<ReportBelow, 'waiverId'> {
  /** Its last day. */
  validTo: LocalDate;
}

/** The units that went wholly into another one within the period, with what they reported of their part of it. */
export function predecessorsWithin(
  { db }: Readable,
  {
    unitId,
    templateCode,
    period,
    from,
    to,
  }: { unitId: string; templateCode: string; period: Period; from: string; to: string },
): Promise<Predecessor[]> {
  return db.rows<Predecessor>(sql`
    /* predecessorsWithin */
    select u.id as "unitId", u.full_name as "unitName", u.valid_to as "validTo", r.id as "reportId", r.status,
      ${lastApproval} as approval, ${approvedValues} as values
    from unit_link l
    join admin_unit u on u.id = l.from_id
    left join report r on r.template_code = ${templateCode} and r.period = ${period} and r.unit_id = u.id
    where l.to_id = ${unitId} and l.effective_on > ${from}::date and l.effective_on <= ${to}::date
      and exists (select from unit_scope s
        where s.region_id = l.to_id and s.unit_id = l.from_id and s.containment = 'WHOLE')
    order by u.search_text, u.id`);
}
