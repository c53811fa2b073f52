import { randomInt } from 'node:crypto';
import sql from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';

/** One random change of the register, as a mutation. */
export interface Edit {
  kind: string;
  field: string;
  /** GraphQL type that the mutation answers. */
  type: 'Activity' | 'Team' | 'Merger';
  /** Whose token: who records, or who verifies and merges units. */
  as: 'RECORDER' | 'VERIFIER';
  input: Record<string, unknown>;
}

/** A change of something that is there, as it is now; null where there is nothing to change in this way. */
export async function pickEdit(db: Database): Promise<Edit | null> {
  const dice = randomInt(100);
  if (dice < 86) return activityEdit(db);
  if (dice < 93) return moveTeam(db);
  if (dice < 96) return mergeTeams(db);
  if (dice < 98) return undoMerger(db);
  return mergeUnits(db);
}

interface ActivityNow {
  id: string;
  version: number;
  status: string;
}

async function activityEdit(db: Database): Promise<Edit | null> {
  const [row] = await db.rows<ActivityNow>(sql`
    select a.id, a.version, a.status from activity a tablesample bernoulli (20) join team t on t.id = a.team_id
    where a.status <> 'CANCELLED' and not a.is_synthetic order by random() limit 1`);
  if (row === undefined) return null;
  const at = { id: row.id, expectedVersion: row.version };
  const edit = (kind: string, field: string, as: Edit['as'], more: object = {}): Edit => ({
    ...{ kind, field, as, type: 'Activity', input: { ...at, ...more } },
  });
  if (row.status === 'DONE' && randomInt(4) > 0) return edit('verified', 'verifyActivity', 'VERIFIER');
  const reason = 'Xem lại số người';
  if (row.status === 'VERIFIED' && randomInt(3) === 0)
    return edit('returned', 'returnActivity', 'VERIFIER', { reason });
  if (randomInt(40) === 0) return edit('cancelled', 'cancelActivity', 'RECORDER', { reason });
  if (randomInt(3) === 0)
    return edit('moved to another month', 'updateActivity', 'RECORDER', {
      status: 'DONE',
      startsAt: anyDay(),
    });
  return edit('corrected', 'updateActivity', 'RECORDER', { status: 'DONE', outcomes: anyOutcomes() });
}

const anyDay = () =>
  new Date(Date.UTC(2025 + randomInt(2), randomInt(10), 1 + randomInt(28), randomInt(24))).toISOString();

function anyOutcomes() {
  const reached = randomInt(50);
  const assisted = randomInt(reached + 1);
  const known = { topic: 'E_ID', reached, assisted, succeeded: randomInt(assisted + 1) };
  return randomInt(3) === 0 ? [known, { topic: 'QR_PAYMENT', reached: 3 }] : [known];
}

async function moveTeam(db: Database): Promise<Edit | null> {
  const [row] = await db.rows<{ id: string; version: number; unitId: string }>(sql`
    select t.id, t.version, (select u.id from admin_unit u where u.level = 'COMMUNE' and u.valid_to is null
      and u.parent_id = (select p.id from admin_unit p where p.code = '44' and p.valid_to is null)
      order by random() limit 1) as "unitId"
    from team t where t.code like 'BAO-%' and t.status = 'ACTIVE' order by random() limit 1`);
  if (row === undefined) return null;
  const input = { id: row.id, expectedVersion: row.version, unitId: row.unitId };
  return { kind: 'team moved', field: 'updateTeam', type: 'Team', as: 'RECORDER', input };
}

async function mergeTeams(db: Database): Promise<Edit | null> {
  const rows = await db.rows<{ id: string; version: number }>(sql`
    select t.id, t.version from team t where t.code like 'BAO-%' and t.status = 'ACTIVE' order by random() limit 2`);
  const [from, into] = rows;
  if (from === undefined || into === undefined) return null;
  const input = {
    ...{ teamIds: [from.id], intoTeamId: into.id, expectedVersion: into.version, effectiveOn: '2026-11-01' },
    reason: 'Sáp nhập trong bão',
  };
  return { kind: 'teams merged', field: 'mergeTeams', type: 'Merger', as: 'RECORDER', input };
}

async function undoMerger(db: Database): Promise<Edit | null> {
  const [row] = await db.rows<{ id: string; version: number }>(sql`
    select id, version from merger where status = 'APPLIED' order by random() limit 1`);
  if (row === undefined) return null;
  const input = { id: row.id, expectedVersion: row.version, reason: 'Làm lại' };
  return { kind: 'merger undone', field: 'undoMerger', type: 'Merger', as: 'VERIFIER', input };
}

async function mergeUnits(db: Database): Promise<Edit | null> {
  const rows = await db.rows<{ id: string }>(sql`
    select u.id from admin_unit u where u.level = 'COMMUNE' and u.valid_to is null
      and u.parent_id = (select p.id from admin_unit p where p.code = '44' and p.valid_to is null)
    order by random() limit 2`);
  if (rows.length < 2) return null;
  const number = randomInt(90_000, 99_999);
  const input = {
    fromUnits: rows.map(({ id }) => ({ id })),
    ...{ code: String(number), name: `Bão ${number}`, kind: 'XA', effectiveOn: '2026-11-10' },
    ...{ source: { title: 'Nghị quyết trong bão' }, reason: 'Sắp xếp trong bão' },
  };
  return { kind: 'units merged', field: 'mergeUnits', type: 'Merger', as: 'VERIFIER', input };
}
