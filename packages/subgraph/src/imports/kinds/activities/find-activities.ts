import sql from 'sql-template-tag';
import { standsOn } from '../../../entities/unit.ts';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';

/**
 * Which activity each row is about: `activity_row.activity_id`, by its id, else by team, day, time and title; null where
 * it is new. Rows about one activity have the number of the first of them as `g`.
 */
export async function findActivities(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* findActivitiesById */
    update activity_row r set activity_id = a.id from activity a
    where a.id = r.given_id and exists (
      select from team t join region_unit u on u.unit_id = t.unit_id where t.id = a.team_id)`);
  // A cancelled activity stands back behind one that took place. A time that is not said may be any of the day's.
  await tx.rows(sql`
    /* findActivitiesByWords */
    update activity_row r set activity_id = case when found.count = 1 then found.id end, candidates = found.count
    from (
      select c.n, (array_agg(c.id))[1] as id, count(*) as count from (
        select r.n, a.id, rank() over (partition by r.n order by (a.status = 'CANCELLED')::int) as place
        from activity_row r join activity a on a.team_id = r.team_id
          and a.starts_at >= r.day::timestamp at time zone 'Asia/Ho_Chi_Minh'
          and a.starts_at < (r.day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        where r.given_id is null and lower(a.title) = r.title_key and (r."time" is null
          or date_trunc('minute', a.starts_at at time zone 'Asia/Ho_Chi_Minh')::time = r."time")) c
      where c.place = 1 group by c.n) found
    where found.n = r.n`);
  await tx.rows(sql`
    /* numberActivities */
    update activity_row r set g = grouped.g from (
      select n, min(n) over (partition by coalesce(activity_id::text, concat_ws(' ', team_id, day, coalesce("time"::text, '-'),
        coalesce(title_key, n::text)))) as g from activity_row) grouped
    where grouped.n = r.n`);
  await findPlacesHeldIn(tx);
  await tellUnknown(tx);
}

/** The unit where it was held, in words: as the activity has it, else one of the region, else any of that day. */
async function findPlacesHeldIn(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* heldInCandidates */
    create temp table held_unit on commit drop as
    select n, id, full_name from (
      select r.n, u.id, u.full_name, rank() over (partition by r.n order by (u.id = coalesce(a.unit_id, r.unit_id)) desc,
        (own.unit_id is not null) desc) as place
      from activity_row r join admin_unit u on lower(u.full_name) = lower(r.held_in)
      left join activity a on a.id = r.activity_id left join region_unit own on own.unit_id = u.id
      where r.held_in is not null and (u.id = a.unit_id or ${standsOn(sql`r.day`)})) c where place = 1`);
  await tx.rows(sql`
    /* findHeldIn */
    update activity_row r set held_id = h.id
    from (select n, min(id) as id from held_unit group by n having count(*) = 1) h where h.n = r.n`);
  await addFindings(
    tx,
    'UNIT_UNKNOWN',
    sql`
      select n, 'heldIn', jsonb_build_object('given', held_in) from activity_row r
      where held_in is not null and not exists (select from held_unit h where h.n = r.n)`,
  );
  await addFindings(
    tx,
    'UNIT_AMBIGUOUS',
    sql`
      select n, 'heldIn', jsonb_build_object('given', min(full_name), 'candidates', string_agg(concat_ws(' ', full_name,
        '(' || id || ')'), '; ' order by id)) from held_unit group by n having count(*) > 1`,
  );
}

async function tellUnknown(tx: Transaction): Promise<void> {
  await addFindings(
    tx,
    'ACTIVITY_UNKNOWN',
    sql`select n, 'activityId', '{}'::jsonb from activity_row where given_id is not null and activity_id is null`,
  );
  await addFindings(
    tx,
    'ACTIVITY_AMBIGUOUS',
    sql`select n, 'time', jsonb_build_object('count', candidates) from activity_row where candidates > 1`,
  );
  await addFindings(
    tx,
    'ACTIVITY_TEAM_DIFFERS',
    sql`
      select r.n, 'teamCode', jsonb_build_object('team', format('%s (%s)', t.name, t.code))
      from activity_row r join activity a on a.id = r.activity_id join team t on t.id = a.team_id
      where a.team_id <> r.team_id`,
  );
}
