import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import type { ImportAtWork } from '../import-kind.ts';

/** The teams that are changed, in the order of ids. */
export async function lockTeams(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* lockImportedTeams */
    with planned as (select distinct (v.plan ->> 'teamId')::uuid as id from import_verdict v
      where v.import_id = ${id}::uuid and v.outcome <> 'NEW'),
    locked as (select t.id from team t join planned on planned.id = t.id order by t.id for no key update of t)
    select count(*) from locked`);
}
