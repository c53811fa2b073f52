import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import type { ImportAtWork } from '../import-kind.ts';

/** What stands of the facts that are corrected. Of a new fact there is nothing to lock: its revision is there once only. */
export async function lockFigures(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* lockFigures */
    with planned as (select (v.plan ->> 'figureId')::bigint as id from import_verdict v
      where v.import_id = ${id}::uuid and v.outcome = 'CHANGED'),
    locked as (select f.id from reported_figure f join planned on planned.id = f.id order by f.id for no key update of f)
    select count(*) from locked`);
}
