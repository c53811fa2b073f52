import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';
import { askUntilAnswered, type Endpoint, type StormAnswer } from './ask.ts';

export interface ReplayStorm {
  db: Database;
  endpoints: readonly Endpoint[];
  /** Teams that the tokens may write to. */
  teamIds: readonly string[];
  keys: number;
  replays: number;
  /** How many requests are under way at a time. */
  parallel: number;
  /** Told after each answer how much of the storm is over, 0 to 1; the next request waits for it. */
  onProgress?: (share: number) => Promise<void>;
}

/** What became of every key. */
export interface ReplayCounts {
  keys: number;
  requests: number;
  tries: number;
  lost: number;
  doubled: number;
  divergent: number;
}

type Task = {
  key: string;
  field: string;
  id: string;
  title: string;
  body: { query: string; variables: unknown };
};

/**
 * Sends each key several times at once, to whichever server is there: half of the keys record an activity, half
 * change one that is there, so that a second run would show in its version.
 */
export async function runReplayStorm(storm: ReplayStorm): Promise<ReplayCounts> {
  const existing = await makeActivities(storm);
  const tasks = Array.from({ length: storm.keys }, (_, index) =>
    index % 2 === 0
      ? recordTask(storm.teamIds[index % storm.teamIds.length] ?? '', `Bão số ${index}`)
      : updateTask(existing[(index - 1) / 2] ?? '', `Bão số ${index}`),
  );
  const requests = shuffled(tasks.flatMap((task) => Array.from({ length: storm.replays }, () => task)));
  const answers = new Map<string, Set<string>>();
  let [next, answered, tries] = [0, 0, 0];
  const work = async () => {
    for (let index = next++; index < requests.length; index = next++) {
      const task = requests[index];
      if (task === undefined) return;
      const result = await askUntilAnswered(storm.endpoints, index, task.body);
      answers.set(task.key, (answers.get(task.key) ?? new Set()).add(meaningOf(result.answer)));
      tries += result.tries;
      answered += 1;
      await storm.onProgress?.(answered / requests.length);
    }
  };
  await Promise.all(Array.from({ length: storm.parallel }, work));
  const divergent = [...answers.values()].filter((each) => each.size !== 1).length;
  return {
    keys: tasks.length,
    requests: requests.length,
    tries,
    divergent,
    ...(await writtenOf(storm.db, tasks)),
  };
}

/** An answer is read afresh, so that another key may have moved the version on: what must agree is what came of it. */
const meaningOf = ({ __typename, id, code }: StormAnswer) => `${__typename} ${id ?? ''} ${code ?? ''}`;

const RESULT =
  '{ __typename ... on Activity { id version } ... on Refusal { code message } ... on Conflict { code } }';

function recordTask(teamId: string, title: string): Task {
  const [key, id] = [randomUUID(), randomUUID()];
  const input = {
    ...{ idempotencyKey: key, id, teamId, kind: 'HOUSEHOLD_VISIT', title },
    ...{
      startsAt: '2026-11-02T08:00:00+07:00',
      outcomes: [{ topic: 'E_ID', reached: 5, assisted: 3, succeeded: 2 }],
    },
  };
  const query = `mutation ($input: RecordActivityInput!) { recordActivity(input: $input) ${RESULT} }`;
  return { key, field: 'recordActivity', id, title, body: { query, variables: { input } } };
}

function updateTask(id: string, title: string): Task {
  const key = randomUUID();
  const input = { idempotencyKey: key, id, expectedVersion: 1, title };
  const query = `mutation ($input: UpdateActivityInput!) { updateActivity(input: $input) ${RESULT} }`;
  return { key, field: 'updateActivity', id, title, body: { query, variables: { input } } };
}

/** Activities for the keys that change one, each its own. */
async function makeActivities({ db, keys, teamIds }: ReplayStorm): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    insert into activity (id, team_id, kind, status, title, starts_at)
    select gen_random_uuid(), (${teamIds}::uuid[])[1 + n % ${teamIds.length}::int], 'MARKET_VISIT', 'DONE', 'Trước bão', '2026-11-01T01:00:00Z'
    from generate_series(1, ${Math.ceil(keys / 2)}::int) n returning id`);
  return rows.map((row) => row.id);
}

/** Lost: no row, or not the one change. Doubled: more rows, changes or audit entries than one. */
async function writtenOf(db: Database, tasks: readonly Task[]): Promise<{ lost: number; doubled: number }> {
  const [row] = await db.rows<{ lost: number; doubled: number }>(sql`
    with asked as (
      select t.title, t.field, t.id from unnest(${tasks.map((task) => task.title)}::text[],
        ${tasks.map((task) => task.field)}::text[], ${tasks.map((task) => task.id)}::uuid[]) as t (title, field, id)),
    found as (
      select asked.*, a.version, (select count(*) from activity b where b.title = asked.title) as titled,
        (select count(*) from audit_entry e where e.entity_type = 'Activity' and e.entity_id = asked.id::text and e.field = asked.field) as entries
      from asked left join activity a on a.id = asked.id)
    select count(*) filter (where version is null or titled = 0 or entries = 0
        or version <> case field when 'recordActivity' then 1 else 2 end) as lost,
      count(*) filter (where titled > 1 or entries > 1 or version > case field when 'recordActivity' then 1 else 2 end) as doubled
    from found`);
  return row ?? { lost: tasks.length, doubled: 0 };
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}
