import type { ActivityStatus, OutcomeDraft, TeamStatus, ViewerRole } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { activityColumns, activityNotFound } from '../../entities/activity.ts';
import type { ActivityRow } from '../../entities/rows.ts';
import { isUuid } from '../../entities/uuid.ts';
import type { AuditState, Change } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import type { Transaction } from '../../operations/transaction.ts';
import type { Write } from '../../operations/write.ts';
import { regionsAround, roleWithin, type Scope } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';

/** An activity with all that a write may change, what it was before for the audit, and what the caller is to its team. */
export interface ActivityForWrite extends ActivityRow {
  note: string | null;
  contributors: string[];
  teamUnitId: string | null;
  teamStatus: TeamStatus;
  teamEndedOn: string | null;
  /** Whether the caller is or was in the team. */
  isOfOwnTeam: boolean;
  outcomes: OutcomeDraft[];
  role: ViewerRole;
}

export interface ActivityDemand {
  id: string;
  /** Left out: what is added to an activity does not mind what else was changed. */
  expectedVersion?: number;
  /** Name of the id in the input. */
  field?: string;
}

/**
 * The activity that a write is about, kept from others until the write is done.
 *
 * @throws {DomainError} `ACTIVITY_NOT_FOUND`, also for one that the caller may not see; `NOT_PERMITTED`
 * @throws {VersionConflict} unless it is at the version that the caller saw
 */
export async function requireActivityAs(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  { id, expectedVersion, field = 'id' }: ActivityDemand,
  atLeast: ViewerRole,
): Promise<ActivityForWrite> {
  const [row] = isUuid(id)
    ? await tx.rows<ActivityInRegions>(sql`
        /* activityForWrite */
        select ${columnsForWrite(scope)} from activity a join team t on t.id = a.team_id
        where a.id = ${id}::uuid for no key update of a`)
    : [];
  if (row === undefined) throw activityNotFound(id, field);
  const { regionIds, ...activity } = row;
  const role = roleWithin(scope, regionIds, activity.teamId);
  if (role === null) throw activityNotFound(id, field);
  if (!isAtLeast(role, atLeast)) throw notPermitted(atLeast, field);
  if (expectedVersion !== undefined && activity.version !== expectedVersion)
    throw new VersionConflict('Activity', activity.id, expectedVersion);
  return { ...activity, role };
}

/** An activity and the regions of the scope that it lies in. */
export type ActivityInRegions = Omit<ActivityForWrite, 'role'> & { regionIds: string[] };

/** The columns of an ActivityInRegions, from activity under the alias a and its team under t. */
export const columnsForWrite = (scope: Scope) => sql`
  ${activityColumns}, a.contributors, t.unit_id as "teamUnitId", t.status as "teamStatus", t.ended_on as "teamEndedOn",
  exists (select from membership own where own.team_id = t.id and own.member_id = ${scope.memberId}::uuid) as "isOfOwnTeam",
  coalesce((select json_agg(json_build_object('topic', o.topic, 'reached', o.reached, 'assisted', o.assisted,
    'succeeded', o.succeeded) order by o.topic) from activity_outcome o where o.activity_id = a.id), '[]') as outcomes,
  ${regionsAround(scope, sql`t.unit_id`)} as "regionIds"`;

/** Puts these outcomes in the place of all that the activity has. */
export async function writeOutcomes(
  tx: Transaction,
  activityId: string,
  outcomes: readonly OutcomeDraft[],
): Promise<void> {
  await tx.rows(sql`
    /* writeOutcomes */
    with gone as (
      delete from activity_outcome where activity_id = ${activityId}::uuid
        and topic <> all(${outcomes.map(({ topic }) => topic)}::topic[]))
    insert into activity_outcome (activity_id, topic, reached, assisted, succeeded)
    select ${activityId}::uuid, o.topic, o.reached, o.assisted, o.succeeded
    from json_to_recordset(${JSON.stringify(outcomes)}::json) as o (topic topic, reached int, assisted int, succeeded int)
    on conflict (activity_id, topic) do update
      set reached = excluded.reached, assisted = excluded.assisted, succeeded = excluded.succeeded
      where (activity_outcome.reached, activity_outcome.assisted, activity_outcome.succeeded)
        is distinct from (excluded.reached, excluded.assisted, excluded.succeeded)`);
}

/** What the audit keeps of an activity. Its note is not in it: people write names into notes. */
// A type, not an interface: the audit takes any record.
export type ActivityState = {
  kind: string;
  status: ActivityStatus;
  title: string;
  startsAt: string;
  durationMinutes: number | null;
  place: string | null;
  outcomes: readonly OutcomeDraft[];
};

export const stateOf = (activity: Omit<ActivityState, 'startsAt'> & { startsAt: Date }): ActivityState => ({
  kind: activity.kind,
  status: activity.status,
  title: activity.title,
  startsAt: activity.startsAt.toISOString(),
  durationMinutes: activity.durationMinutes,
  place: activity.place,
  outcomes: activity.outcomes,
});

/** The change that makes the next version of an activity, for the audit. */
export const activityChange = (
  { id, version, teamId, teamUnitId }: Pick<ActivityForWrite, 'id' | 'version' | 'teamId' | 'teamUnitId'>,
  change: { before: AuditState; after: AuditState; reason: string | null },
): Change => ({
  ...{ entityType: 'Activity', entityId: id, version: version + 1, teamId, unitId: teamUnitId },
  ...change,
});

/** Outcomes as the input gives them: what is left out is unknown. */
export function draftsOf(
  outcomes:
    | readonly { topic: OutcomeDraft['topic']; reached?: Count; assisted?: Count; succeeded?: Count }[]
    | null
    | undefined,
): OutcomeDraft[] {
  return (outcomes ?? []).map(({ topic, reached, assisted, succeeded }) => ({
    ...{ topic, reached: reached ?? null, assisted: assisted ?? null, succeeded: succeeded ?? null },
  }));
}

type Count = number | null | undefined;
