import sql from 'sql-template-tag';
import type { Readable } from '../database/client.ts';

/**
 * What does not hold of a locked edition.
 *
 * - EDITION_MISSING: the audit has its lock, and it has gone, or is not locked any more
 * - DIGEST_DIFFERS: its digest is not the one that the audit has of its lock
 * - VALUES_DIFFER: its values, or the words of a correction, are not those of its digest
 * - WORDS_MASKED: words of a correction are masked, and the audit has no erasure that did it
 */
export type LockedReportFaultKind = 'EDITION_MISSING' | 'DIGEST_DIFFERS' | 'VALUES_DIFFER' | 'WORDS_MASKED';

export interface LockedReportFault {
  kind: LockedReportFaultKind;
  reportId: string;
  edition: number;
}

export interface LockedReports {
  /** Locked editions that were looked at. */
  editions: number;
  /** The first hundred, in order. */
  faults: LockedReportFault[];
}

/**
 * Holds every locked edition against its digest, and that against the audit, which has it in its chain: whoever goes
 * around the triggers is found, as long as the chain holds.
 */
export async function verifyLockedReports({ db }: Readable): Promise<LockedReports> {
  const [counted] = await db.rows<{ editions: number }>(sql`
    /* lockedEditions */
    select count(*) as editions from report_edition where locked_at is not null`);
  const faults = await db.rows<LockedReportFault>(sql`
    /* lockedReportFaults */
    select * from (
      select coalesce(locked.id, e.report_id) as "reportId", coalesce(locked.edition, e.number) as edition,
        case when e.report_id is null then 'EDITION_MISSING'
          when locked.digest is distinct from e.digest then 'DIGEST_DIFFERS'
          when e.digest is distinct from report_digest(e.report_id, e.number) then 'VALUES_DIFFER'
          when exists (select from report_value v
              where v.report_id = e.report_id and v.edition = e.number and v.correction_digest is not null)
            and not exists (select from audit_entry x where x.entity_type = 'Report' and x.entity_id = e.report_id::text
              and x.field = 'eraseMember') then 'WORDS_MASKED' end as kind
      from (select a.entity_id::uuid as id, (a.after ->> 'edition')::int as edition, a.after ->> 'digest' as digest
        from audit_entry a where a.entity_type = 'Report' and a.field = 'lockReport') locked
      full join (select * from report_edition where locked_at is not null) e
        on e.report_id = locked.id and e.number = locked.edition) found
    where kind is not null order by "reportId", edition limit 100`);
  return { editions: counted?.editions ?? 0, faults };
}
