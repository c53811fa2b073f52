import { type LocalDate, startOfDay } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Change } from '../../operations/audit.ts';
import type { Transaction } from '../../operations/transaction.ts';

/** Gives what teams have planned from a day on to another team. What was held stays with who held it. */
export async function movePlanned(
  tx: Transaction,
  sources: readonly { id: string }[],
  { into, from }: { into: { id: string; unitId: string | null }; from: LocalDate },
): Promise<Change[]> {
  const rows = await tx.rows<{ id: string; version: number; teamId: string }>(sql`
    /* movePlanned */
    update activity a set team_id = ${into.id}::uuid, version = a.version + 1
    from (select id, team_id from activity
      where team_id = any(${sources.map(({ id }) => id)}::uuid[]) and status = 'PLANNED'
        and starts_at >= ${startOfDay(from).toISOString()}::timestamptz order by id for no key update) old
    where a.id = old.id returning a.id, a.version, old.team_id as "teamId"`);
  return rows.map(({ id, version, teamId }) => ({
    ...{ entityType: 'Activity', entityId: id, version, teamId: into.id, unitId: into.unitId },
    ...{ before: { teamId }, after: { teamId: into.id }, reason: null },
  }));
}

/** What stays with teams that end. */
export interface Stays {
  /** Activities of all times, but for those that moved. */
  activities: number;
  /** Those that were held after the last day of their team: a contradiction, shown and not repaired. */
  activitiesAfterEnd: number;
  /** Codes of targets that were set for the teams. */
  targets: string[];
}

export async function whatStays(
  tx: Transaction,
  teams: readonly { id: string }[],
  day: LocalDate,
): Promise<Stays> {
  const ids = teams.map(({ id }) => id);
  const [row] = await tx.rows<Stays>(sql`
    /* whatStays */
    select count(*) as activities,
      count(*) filter (where starts_at >= ${startOfDay(day).toISOString()}::timestamptz and status <> 'CANCELLED') as "activitiesAfterEnd",
      array(select distinct t.code from target t where t.team_id = any(${ids}::uuid[]) and t.superseded_at is null
        order by t.code) as targets
    from activity where team_id = any(${ids}::uuid[])`);
  if (row === undefined) throw new Error('a count without a row');
  return row;
}
