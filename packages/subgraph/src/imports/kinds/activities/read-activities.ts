import sql from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import type { ImportAtWork } from '../import-kind.ts';

/**
 * The rows of a list of activities that name a team, in columns: the temporary table `activity_row`, and their topics
 * with counts in `activity_row_outcome`. What is null was not said, and changes nothing.
 */
export async function readActivities(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* readActivityRows */
    create temp table activity_row on commit drop as
    select r.n, r.sheet_row, p.team_id, t.unit_id, (r.cells ->> 'activityId')::uuid as given_id,
      (r.cells ->> 'kind')::activity_kind as kind, r.cells ->> 'title' as title,
      lower(r.cells ->> 'title') as title_key, (r.cells ->> 'status')::activity_status as status,
      (r.cells ->> 'date')::date as day, (r.cells ->> 'time')::time as "time",
      (r.cells ->> 'durationMinutes')::int as duration, r.cells ->> 'place' as place, r.cells ->> 'note' as note,
      r.cells ->> 'heldIn' as held_in, null::text as held_id, null::uuid as activity_id, null::int as candidates,
      null::int as g
    from import_row r join matched_place p on p.place = r.place join team t on t.id = p.team_id
    where r.import_id = ${id}::uuid and not r.is_faulty`);
  await tx.rows(sql`/* indexActivityRows */ create unique index on activity_row (n)`);
  await tx.rows(sql`/* analyzeActivityRows */ analyze activity_row`);
  await tx.rows(sql`
    /* readActivityOutcomes */
    create temp table activity_row_outcome on commit drop as
    select a.n, o.topic, o.reached, o.assisted, o.succeeded
    from activity_row a join import_row r on r.import_id = ${id}::uuid and r.n = a.n
    cross join lateral jsonb_to_recordset(case when jsonb_typeof(r.cells -> 'outcomes') = 'array' then r.cells -> 'outcomes'
      else '[]' end) as o (topic topic, reached int, assisted int, succeeded int)`);
  await tx.rows(sql`/* indexActivityOutcomes */ create index on activity_row_outcome (n)`);
  // Until the activity and its day are known it cannot be said whether the end of its team matters.
  await tx.rows(sql`
    /* forgetEndedTeams */
    delete from import_finding f using activity_row r where r.n = f.n and f.code = 'TEAM_ENDED'`);
  await tx.rows(sql`/* analyzeActivityOutcomes */ analyze activity_row_outcome`);
}
