import sql, { raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';

/** Columns that all rows of an activity say alike, by the field that they come from. */
const SHARED = {
  ...{ kind: 'kind', title: 'title', status: 'status', date: 'day', time: '"time"' },
  ...{ durationMinutes: 'duration', place: 'place', note: 'note', heldIn: 'held_in' },
} as const;

/**
 * One row for each activity out of its rows without an error, what each of them leaves out taken from the others:
 * the temporary table `activity_merged`, by g. Rows that contradict an earlier one are errors.
 */
export async function mergeActivityRows(tx: Transaction): Promise<void> {
  const given = Object.entries(SHARED).map(
    ([field, column]) => `('${field}', r.${column}::text, m.${column}::text)`,
  );
  await addFindings(
    tx,
    'ACTIVITY_ROWS_DIFFER',
    sql`
      select r.n, min(c.field), jsonb_build_object('row', first.sheet_row)
      from activity_row r join (${merged}) m on m.g = r.g join activity_row first on first.n = r.g
      cross join lateral (values ${raw(given.join(', '))}) c (field, own, of_all)
      where lower(c.own) <> lower(c.of_all) group by r.n, first.sheet_row`,
  );
  await tx.rows(sql`/* activityMerged */ create temp table activity_merged on commit drop as ${merged}`);
  await tx.rows(sql`/* indexActivityMerged */ create unique index on activity_merged (g)`);
  await tx.rows(sql`/* analyzeActivityMerged */ analyze activity_merged`);
}

const first = (column: string) =>
  `(array_agg(r.${column} order by r.n) filter (where r.${column} is not null))[1] as ${column}`;

const merged: Sql = sql`
  select r.g, min(r.n) as first_n, min(r.team_id::text)::uuid as team_id, min(r.activity_id::text)::uuid as activity_id,
    ${raw([...Object.values(SHARED), 'held_id'].map(first).join(', '))}
  from activity_row r
  where not exists (select from import_finding f where f.n = r.n and f.is_error) group by r.g`;
