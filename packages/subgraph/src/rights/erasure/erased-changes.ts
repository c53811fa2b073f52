import sql from 'sql-template-tag';
import type { Change } from '../../operations/audit.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { ErasedPerson } from './erase-person.ts';

interface Changed {
  entityType: string;
  entityId: string;
  version: number;
  teamId: string | null;
  unitId: string | null;
}

/** What the erasure changed, for the audit and for phones that were offline: that it did, and nothing of what was there. */
export async function erasedChanges(
  tx: Transaction,
  { ids, membershipIds, activityIds, reportIds }: ErasedPerson,
  unitId: string | null,
): Promise<Change[]> {
  const rows = await tx.rows<Changed>(sql`
    /* changedByErasure */
    select 'Member' as "entityType", id::text as "entityId", version, null::uuid as "teamId", ${unitId}::text as "unitId"
      from member where id = any(${ids}::uuid[])
    union all
    select 'Membership', ms.id::text, ms.version, ms.team_id, t.unit_id from membership ms join team t on t.id = ms.team_id
      where ms.id = any(${membershipIds}::uuid[])
    union all
    select 'Activity', a.id::text, a.version, a.team_id, t.unit_id from activity a join team t on t.id = a.team_id
      where a.id = any(${activityIds}::uuid[])
    union all
    select 'Report', r.id::text, r.version, null, r.unit_id from report r where r.id = any(${reportIds}::uuid[])
    union all
    select 'ReportWaiver', w.id::text, w.version, null, w.unit_id from report_waiver w where w.id = any(${reportIds}::uuid[])
    order by 1, 2`);
  return rows.map((row) => ({ ...row, before: {}, after: { isErased: true }, reason: null }));
}
