import sql, { raw } from 'sql-template-tag';
import { type AuditState, appendAudits, type Change } from '../../../operations/audit.ts';
import type { Transaction } from '../../../operations/transaction.ts';
import { personOf, type Who } from '../../../operations/write.ts';
import type { ImportAtWork } from '../import-kind.ts';

/**
 * Records and changes activities as planned, each with the importer among those who may not verify it. Activities and
 * their outcomes are written by a statement each: what one statement does together, the sums would count twice.
 */
export async function applyActivities(tx: Transaction, work: ImportAtWork & { who: Who }): Promise<void> {
  const person = personOf(work.who);
  await chooseActivities(tx, work);
  await tx.rows(sql`
    /* insertImportedActivities */
    insert into activity (id, team_id, kind, status, title, starts_at, duration_minutes, place, note, contributors, unit_id)
    select w.id, w.team_id, w.kind, 'DONE', w.title, w.starts_at, w.duration, w.place, w.note, array[${person}::text], w.held_id
    from activity_write w where w.is_new order by w.g`);
  await tx.rows(sql`
    /* changeImportedActivities */
    update activity a set kind = w.kind, title = w.title, starts_at = w.starts_at, duration_minutes = w.duration, place = w.place,
      note = w.note, unit_id = w.held_id, version = a.version + 1, status_reason = null,
      status = case when a.status = 'PLANNED' and not w.is_now_done then a.status else 'DONE' end,
      contributors = array(select distinct unnest(a.contributors || ${person}::text) order by 1)
    from activity_write w where a.id = w.id and not w.is_new`);
  await tx.rows(sql`
    /* writeImportedOutcomes */
    insert into activity_outcome (activity_id, topic, reached, assisted, succeeded)
    select w.id, o.topic, o.reached, o.assisted, o.succeeded
    from import_verdict v join activity_row r on r.n = v.n join activity_write w on w.g = r.g
    join activity_outcome_merged o on o.n = r.n
    where v.import_id = ${work.id}::uuid and v.outcome in ('NEW', 'CHANGED') order by r.n
    on conflict (activity_id, topic) do update
      set reached = excluded.reached, assisted = excluded.assisted, succeeded = excluded.succeeded
      where (activity_outcome.reached, activity_outcome.assisted, activity_outcome.succeeded)
        is distinct from (excluded.reached, excluded.assisted, excluded.succeeded)`);
  await auditActivities(tx, work.who);
}

/** Activities of which a row does something, with ids for new ones and what they were before. */
async function chooseActivities(tx: Transaction, { id }: ImportAtWork): Promise<void> {
  await tx.rows(sql`
    /* activitiesToWrite */
    create temp table activity_write on commit drop as
    select p.*, coalesce(p.activity_id, gen_random_uuid()) as id,
      (select ${STATE} from activity a where a.id = p.activity_id) as before
    from activity_plan p where exists (select from import_verdict v join activity_row r on r.n = v.n
      where v.import_id = ${id}::uuid and v.outcome in ('NEW', 'CHANGED') and r.g = p.g)`);
  await tx.rows(sql`/* indexActivitiesToWrite */ create unique index on activity_write (g)`);
  await tx.rows(sql`/* indexActivitiesToWriteById */ create unique index on activity_write (id)`);
  await tx.rows(sql`/* analyzeActivitiesToWrite */ analyze activity_write`);
}

/** The state of the activity a, as recordActivity and updateActivity write it down. */
const STATE = raw(`jsonb_build_object('kind', a.kind, 'status', a.status, 'title', a.title,
  'startsAt', to_char(a.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'durationMinutes', a.duration_minutes,
  'place', a.place, 'outcomes', coalesce((select jsonb_agg(jsonb_build_object('topic', o.topic, 'reached', o.reached,
    'assisted', o.assisted, 'succeeded', o.succeeded) order by o.topic) from activity_outcome o where o.activity_id = a.id), '[]'))`);

interface WrittenActivity {
  id: string;
  version: number;
  teamId: string;
  unitId: string | null;
  before: AuditState | null;
  after: AuditState;
}

async function auditActivities(tx: Transaction, who: Who): Promise<void> {
  const written = await tx.rows<WrittenActivity>(sql`
    /* writtenActivities */
    select w.id, a.version, w.team_id as "teamId", w.unit_id as "unitId", w.before, ${STATE} as after
    from activity_write w join activity a on a.id = w.id order by w.g`);
  const changes = written.map(
    ({ id, ...change }): Change => ({ entityType: 'Activity', entityId: id, reason: null, ...change }),
  );
  await appendAudits(tx, who, changes);
}
