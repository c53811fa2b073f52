import { randomUUID } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';
import { askUntilAnswered, type Endpoint } from './ask.ts';
import { type Edit, pickEdit } from './edits.ts';

export interface EditStorm {
  db: Database;
  /** Of somebody who records and corrects. */
  recorders: readonly Endpoint[];
  /** Of somebody else, who verifies, and who merges units. */
  verifiers: readonly Endpoint[];
  edits: number;
  onProgress?: (share: number) => Promise<void>;
}

/** What came of the edits. Conflicts and refusals are answers too: others were faster. */
export interface EditCounts {
  attempts: number;
  done: number;
  conflicts: number;
  refused: number;
  /** How many of each kind were done, and how often each code was refused. */
  kinds: Record<string, number>;
}

const PARALLEL = 8;
const TEAMS = 24;

/** Changes what is there at random until so many edits were answered: corrections, returns, moves and mergers. */
export async function runEditStorm(storm: EditStorm): Promise<EditCounts> {
  await makeTeams(storm.db);
  const counts: EditCounts = { attempts: 0, done: 0, conflicts: 0, refused: 0, kinds: {} };
  const work = async () => {
    // Attempts that somebody else was faster in, or that the rules refuse, are answers but no edits.
    while (counts.done < storm.edits && counts.attempts < 3 * storm.edits) {
      const edit = await pickEdit(storm.db);
      if (edit === null) continue;
      counts.attempts += 1;
      await carryOut(storm, counts, edit);
      await storm.onProgress?.(Math.min(1, counts.done / storm.edits));
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  return counts;
}

/** Teams that may be moved and merged as the storm likes, each with activities of its own. */
async function makeTeams(db: Database): Promise<void> {
  await db.rows(sql`
    insert into team (id, code, name, kind, status, level, unit_id, founded_on, no_decision_reason, search_text)
    select gen_random_uuid(), 'BAO-' || n, 'Tổ bão ' || n, 'COMMUNITY', 'ACTIVE', 'COMMUNE', u.id, '2024-01-01', 'Trong bão', 'to bao'
    from generate_series(1, ${TEAMS}::int) n
    cross join lateral (
      select u.id from admin_unit u where u.level = 'COMMUNE' and u.valid_to is null and n > 0
        and u.parent_id = (select p.id from admin_unit p where p.code = '44' and p.valid_to is null)
      order by random() limit 1) u`);
  await db.rows(sql`
    insert into activity (id, team_id, kind, status, title, starts_at)
    select gen_random_uuid(), t.id, 'MEETING', 'DONE', 'Trước khi sáp nhập', '2026-03-01T01:00:00Z'
    from team t cross join generate_series(1, 5) where t.code like 'BAO-%'`);
}

async function carryOut(storm: EditStorm, counts: EditCounts, edit: Edit): Promise<void> {
  const type = `${edit.field.charAt(0).toUpperCase()}${edit.field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${edit.field}(input: $input) {
    __typename ... on ${edit.type} { id version } ... on Refusal { code message } ... on Conflict { code } } }`;
  const variables = { input: { idempotencyKey: randomUUID(), ...edit.input } };
  const endpoints = edit.as === 'VERIFIER' ? storm.verifiers : storm.recorders;
  const { answer } = await askUntilAnswered(endpoints, counts.attempts, { query, variables });
  const isDone = answer.__typename === edit.type;
  counts.done += Number(isDone);
  counts.conflicts += Number(answer.__typename === 'Conflict');
  counts.refused += Number(answer.__typename === 'Refusal');
  const key = isDone ? edit.kind : `${edit.kind}: ${answer.code}`;
  counts.kinds[key] = (counts.kinds[key] ?? 0) + 1;
}
