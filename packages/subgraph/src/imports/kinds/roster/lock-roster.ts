import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import type { ImportAtWork } from '../import-kind.ts';

/**
 * People before teams, as other writes lock them. Teams only so that nobody changes who is in them meanwhile: what else
 * goes on below them may.
 */
export async function lockRoster(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* lockRosterPeople */
    with planned as (select distinct (v.plan ->> 'memberId')::uuid as id from import_verdict v where v.import_id = ${id}::uuid),
    locked as (select m.id from member m join planned on planned.id = m.id order by m.id for no key update of m)
    select count(*) from locked`);
  await tx.rows(sql`
    /* lockRosterTeams */
    with planned as (select distinct (v.plan ->> 'teamId')::uuid as id from import_verdict v where v.import_id = ${id}::uuid),
    locked as (select t.id from team t join planned on planned.id = t.id order by t.id for share of t)
    select count(*) from locked`);
}
