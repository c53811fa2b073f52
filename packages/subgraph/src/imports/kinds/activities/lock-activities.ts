import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import type { ImportAtWork } from '../import-kind.ts';

/** The teams of activities that are written stay as they are meanwhile; those that are changed are kept from others. */
export async function lockActivities(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* lockTeamsOfActivities */
    with planned as (select distinct (v.plan ->> 'teamId')::uuid as id from import_verdict v
      where v.import_id = ${id}::uuid and v.outcome in ('NEW', 'CHANGED')),
    locked as (select t.id from team t join planned on planned.id = t.id order by t.id for share of t)
    select count(*) from locked`);
  await tx.rows(sql`
    /* lockImportedActivities */
    with planned as (select distinct (v.plan ->> 'activityId')::uuid as id from import_verdict v
      where v.import_id = ${id}::uuid and v.outcome in ('CHANGED', 'UNCHANGED')),
    locked as (select a.id from activity a join planned on planned.id = a.id order by a.id for no key update of a)
    select count(*) from locked`);
}
