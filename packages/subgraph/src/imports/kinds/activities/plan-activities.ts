import { addDays, type LocalDate, UNITS_KNOWN_FROM } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../../operations/transaction.ts';
import { addFindings } from '../../judging/findings.ts';
import type { ImportAtWork } from '../import-kind.ts';

/** As for an activity that is planned by hand, and a phone's clock that is ahead. */
const FURTHEST_AHEAD_DAYS = 366;
const CLOCK_SKEW = raw(`interval '15 minutes'`);

/** What becomes of each activity, `activity_plan`, and of each row, `judged`. */
export async function planActivities(tx: Transaction, { judgedOn }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* activityPlan */
    create temp table activity_plan on commit drop as
    select p.*, not p.is_new and (p.kind, p.title, p.starts_at, p.duration, p.place, p.note, p.held_id, p.is_now_done)
      is distinct from (p.old_kind, p.old_title, p.old_starts_at, p.old_duration, p.old_place, p.old_note, p.old_held_id, false)
      as is_changed
    from (
      select m.g, m.first_n, m.team_id, t.unit_id, t.status as team_status, t.ended_on, a.id as activity_id, a.id is null as is_new,
        a.version, a.status as old_status, m.status as given_status, m.day,
        coalesce(a.status = 'PLANNED' and m.status = 'DONE', false) as is_now_done,
        a.kind as old_kind, coalesce(m.kind, a.kind) as kind,
        ${TEXTS},
        a.starts_at as old_starts_at, case when m.day = local.at::date
          and coalesce(m."time" = date_trunc('minute', local.at)::time, true) then a.starts_at
          else (m.day + coalesce(m."time", local.at::time)) at time zone 'Asia/Ho_Chi_Minh' end as starts_at,
        a.duration_minutes as old_duration, coalesce(m.duration, a.duration_minutes) as duration,
        a.unit_id as old_held_id,
        case when m.held_id is null or m.held_id = coalesce(a.unit_id, t.unit_id) then a.unit_id else m.held_id end as held_id
      from activity_merged m join team t on t.id = m.team_id left join activity a on a.id = m.activity_id
      cross join lateral (select a.starts_at at time zone 'Asia/Ho_Chi_Minh' as at) local
    ) p`);
  await tx.rows(sql`/* indexActivityPlan */ create unique index on activity_plan (g)`);
  await tx.rows(sql`/* analyzeActivityPlan */ analyze activity_plan`);
  await judgeRows(tx);
  await tellRefused(tx, judgedOn);
}

/** A text that differs in nothing but its white space is the same. */
const text = (column: string) => {
  const plain = (of: string) => `regexp_replace(btrim(${of}.${column}), '\\s+', ' ', 'g')`;
  return `a.${column} as old_${column},
    case when m.${column} is null or ${plain('m')} = ${plain('a')} then a.${column} else m.${column} end as ${column}`;
};
const TEXTS = raw(['title', 'place', 'note'].map(text).join(', '));

async function judgeRows(tx: Transaction): Promise<void> {
  await tx.rows(sql`
    /* judgeActivityRows */
    insert into judged (n, outcome, changes, plan)
    select r.n, (case when p.is_new then 'NEW' when cardinality(c.changes) > 0 then 'CHANGED' else 'UNCHANGED' end)::import_outcome,
      case when not p.is_new and cardinality(c.changes) > 0 then to_jsonb(c.changes) end,
      jsonb_build_object('activityId', p.activity_id, 'version', p.version, 'teamId', p.team_id, 'g', p.g,
        'heldId', p.held_id, 'outcomes', (select jsonb_agg(to_jsonb(o) order by o.topic) from activity_outcome_merged o where o.n = r.n))
    from activity_row r join activity_plan p on p.g = r.g
    cross join lateral (select array(
      select jsonb_build_object('field', d.field, 'before', d.before, 'after', d.after) from (
        select 0 as at, v.* from (values ${OF_ACTIVITY}) v (field, before, after)
        where r.n = p.first_n and not p.is_new
        union all
        select 1, v.* from activity_outcome_merged o cross join lateral (values ${OF_OUTCOME}) v (field, before, after) where o.n = r.n
      ) d where d.before is distinct from d.after order by d.at) as changes) c`);
}

const OF_ACTIVITY =
  raw(`('kind', p.old_kind::text, p.kind::text), ('title', p.old_title, p.title), ('place', p.old_place, p.place),
  ('note', p.old_note, p.note), ('durationMinutes', p.old_duration::text, p.duration::text),
  ('heldIn', (select full_name from admin_unit where id = p.old_held_id), (select full_name from admin_unit where id = p.held_id)),
  ('status', p.old_status::text, case when p.is_now_done then 'DONE' else p.old_status::text end),
  ('date', to_char(p.old_starts_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), to_char(p.starts_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')),
  ('time', to_char(p.old_starts_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI'), to_char(p.starts_at at time zone 'Asia/Ho_Chi_Minh', 'HH24:MI'))`);

const OF_OUTCOME = raw(`('topics', case when o.is_known then o.topic::text end, o.topic::text),
  ('reached', o.old_reached::text, o.reached::text), ('assisted', o.old_assisted::text, o.assisted::text),
  ('succeeded', o.old_succeeded::text, o.succeeded::text)`);

/** What no rule lets happen, told at all rows of the activity that do something. */
async function tellRefused(tx: Transaction, judgedOn: string): Promise<void> {
  const rows = sql`from activity_row r join activity_plan p on p.g = r.g join judged j on j.n = r.n
    where j.outcome <> 'UNCHANGED'`;
  const latest = addDays(judgedOn as LocalDate, FURTHEST_AHEAD_DAYS); // a day of the database
  await addFindings(
    tx,
    'ACTIVITY_INCOMPLETE',
    sql`
      select r.n, case when p.kind is null then 'kind' when p.title is null then 'title' when p.day is null then 'date' else 'time' end,
        '{}'::jsonb ${rows} and (p.kind is null or p.title is null or p.starts_at is null)`,
  );
  await addFindings(
    tx,
    'ACTIVITY_CLOSED',
    sql`select r.n, null::text, jsonb_build_object('status', p.old_status) ${rows} and p.old_status in ('VERIFIED', 'CANCELLED')`,
  );
  await addFindings(
    tx,
    'ACTIVITY_IN_FUTURE',
    sql`
      select r.n, 'date', jsonb_build_object('day', p.day) ${rows}
        and (p.old_status is distinct from 'PLANNED' or p.is_now_done)
        and (p.day > ${judgedOn}::date or p.starts_at > now() + ${CLOCK_SKEW})`,
  );
  await addFindings(
    tx,
    'DAY_OUT_OF_RANGE',
    sql`
      select r.n, 'date', jsonb_build_object('day', p.day) ${rows}
        and (p.day < ${UNITS_KNOWN_FROM}::date or p.day > ${latest}::date)`,
  );
  await addFindings(
    tx,
    'TEAM_ENDED',
    sql`
      select r.n, 'teamCode', jsonb_build_object('team', format('%s (%s)', t.name, t.code))
      from (select r.n, p.team_id, p.day, p.team_status, p.ended_on ${rows}) r join team t on t.id = r.team_id
      where r.team_status not in ('PLANNED', 'ACTIVE') and (r.ended_on is null or r.day > r.ended_on)`,
  );
  await addFindings(
    tx,
    'ACTIVITY_STATUS_KEPT',
    sql`
      select p.first_n, 'status', jsonb_build_object('status', coalesce(p.old_status, 'DONE')) from activity_plan p
      where p.given_status <> coalesce(p.old_status, 'DONE') and not p.is_now_done`,
  );
}
