import { LONGEST_ACTIVITY_MINUTES } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';

/** What is wrong with rows by themselves. Their counts are held against what the register keeps where a cell is empty. */
export async function judgeActivityRows(tx: Transaction): Promise<void> {
  await addFindings(
    tx,
    'DURATION_OUT_OF_RANGE',
    sql`
      select n, 'durationMinutes', jsonb_build_object('given', duration) from activity_row
      where duration not between 1 and ${LONGEST_ACTIVITY_MINUTES}`,
  );
  await addFindings(
    tx,
    'ACTIVITY_NOT_DONE',
    sql`
      select n, 'status', jsonb_build_object('status', status) from activity_row
      where activity_id is null and status in ('PLANNED', 'CANCELLED')`,
  );
  await tx.rows(sql`
    /* mergeActivityOutcomes */
    create temp table activity_outcome_merged on commit drop as
    select r.n, o.topic, coalesce(o.reached, k.reached) as reached, coalesce(o.assisted, k.assisted) as assisted,
      coalesce(o.succeeded, k.succeeded) as succeeded, k.activity_id is not null as is_known,
      k.reached as old_reached, k.assisted as old_assisted, k.succeeded as old_succeeded
    from activity_row r join activity_row_outcome o on o.n = r.n
    left join activity_outcome k on k.activity_id = r.activity_id and k.topic = o.topic`);
  await tx.rows(sql`/* indexMergedOutcomes */ create index on activity_outcome_merged (n)`);
  await tx.rows(sql`/* analyzeMergedOutcomes */ analyze activity_outcome_merged`);
  await addFindings(
    tx,
    'OUTCOME_CONTRADICTS',
    sql`
      select distinct on (o.n) o.n, c.field, jsonb_build_object('part', c.part, 'whole', c.whole)
      from activity_outcome_merged o cross join lateral (values ('assisted', o.assisted, o.reached),
        ('succeeded', o.succeeded, o.assisted), ('succeeded', o.succeeded, o.reached)) c (field, part, whole)
      where c.part > c.whole order by o.n, c.field, c.whole`,
  );
  await addFindings(
    tx,
    'ROW_REPEATED',
    sql`
      select distinct on (n) n, null::text, jsonb_build_object('row', first_row) from (
        select r.n, first_value(r.n) over w as first_n, first_value(r.sheet_row) over w as first_row
        from activity_row r left join activity_row_outcome o on o.n = r.n window w as (partition by r.g, o.topic order by r.n)) again
      where n <> first_n order by n, first_row`,
  );
}
