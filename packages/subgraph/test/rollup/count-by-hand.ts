import { localDate, type Period, periodBounds, periodContains, today } from '@cnscd/domain';
import type { Database } from '../../src/database/client.ts';
import type { ComputedRegion } from '../../src/rollup/computed-in-regions.ts';

interface Held {
  id: string;
  team: string;
  unit: string | null;
  at: Date;
}

type Topic = ComputedRegion['topics'][number];

/** What computedInRegions must answer, counted activity by activity. */
export async function countByHand(
  db: Database,
  regionIds: readonly string[],
  period: Period,
): Promise<ComputedRegion[]> {
  const { rows: held } = await db.pool.query<Held>(`
    select a.id, a.team_id as team, t.unit_id as unit, a.starts_at as at
    from activity a join team t on t.id = a.team_id where a.status = 'VERIFIED'`);
  const { rows: outcomes } = await db.pool.query(
    'select activity_id, topic, reached, assisted, succeeded from activity_outcome order by topic::text collate "C"',
  );
  const { rows: scopes } = await db.pool.query('select region_id, unit_id, containment from unit_scope');
  const { rows: teams } = await db.pool.query(
    'select unit_id, status, founded_on::text as "from", ended_on::text as "to" from team',
  );
  const { from, to } = periodBounds(period);
  const inPeriod = held.filter(({ at }) => periodContains(period, localDate(today(at))));
  return [...regionIds].sort().map((regionId) => {
    const unitsOf = (containment: string) =>
      new Set(
        scopes
          .filter((scope) => scope.region_id === regionId && scope.containment === containment)
          .map((scope) => scope.unit_id),
      );
    const [whole, part] = [unitsOf('WHOLE'), unitsOf('PART')];
    const here = inPeriod.filter(({ unit }) => whole.has(unit));
    const ids = new Set(here.map(({ id }) => id));
    const topics = new Map<string, Topic>();
    for (const outcome of outcomes.filter(({ activity_id }) => ids.has(activity_id))) add(topics, outcome);
    return {
      regionId,
      workingTeams: teams.filter(
        (team) => whole.has(team.unit_id) && (team.from ?? from) <= to && (team.to ?? to) >= from,
      ).length,
      activeTeams: new Set(here.map(({ team }) => team)).size,
      activities: here.length,
      unallocatedActivities: inPeriod.filter(({ unit }) => part.has(unit)).length,
      topics: [...topics.values()],
    };
  });
}

interface Outcome {
  topic: Topic['topic'];
  reached: number | null;
  assisted: number | null;
  succeeded: number | null;
}

function add(topics: Map<string, Topic>, { topic, reached, assisted, succeeded }: Outcome): void {
  const sums = topics.get(topic) ?? {
    ...{ topic, activities: 0, reached: 0, assisted: 0, succeeded: 0, assistedRated: 0 },
    ...{ succeededRated: 0, reachedUnknown: 0, assistedUnknown: 0, succeededUnknown: 0 },
  };
  topics.set(topic, sums);
  sums.activities += 1;
  if (reached === null) sums.reachedUnknown += 1;
  else sums.reached += reached;
  if (assisted === null) sums.assistedUnknown += 1;
  else sums.assisted += assisted;
  if (succeeded === null) sums.succeededUnknown += 1;
  else sums.succeeded += succeeded;
  if (assisted !== null && succeeded !== null) {
    sums.assistedRated += assisted;
    sums.succeededRated += succeeded;
  }
}
