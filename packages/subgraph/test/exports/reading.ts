import type { Claims } from '../../src/auth/credential.ts';
import type { Context } from '../../src/context.ts';
import type { ExportTable } from '../../src/exports/export-table.ts';
import { exportNamed } from '../../src/exports/exports.ts';
import type { TableValue } from '../../src/spreadsheets/table.ts';
import { testSubgraph } from '../support/subgraph.ts';

/** The loaded register, to read exports from as somebody. */
export async function exportsOfRegister() {
  const { database, subgraph, run } = await testSubgraph('loaded');
  await subgraph.apollo.start();
  let asked: string[] = [];
  database.pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    const counted = (...args: unknown[]) => {
      const [statement] = args;
      const text = typeof statement === 'string' ? statement : (statement as { text: string }).text;
      const name = /\/\*\s*(\w+)\s*\*\//.exec(text)?.[1];
      if (name !== undefined) asked.push(name);
      return query(...args);
    };
    Object.assign(client, { query: counted });
  });

  async function contextOf(as?: Claims): Promise<Context> {
    const ctx = await subgraph.contextOf();
    return as === undefined ? ctx : { ...ctx, credential: { kind: 'VERIFIED', claims: as } };
  }

  /** A table and the names of the statements that it took. */
  async function read(
    name: string,
    given: Readonly<Record<string, string>> = {},
    { as, mostRows = 100_000 }: { as?: Claims | undefined; mostRows?: number } = {},
  ): Promise<ExportTable & { statements: string[] }> {
    const ctx = await contextOf(as);
    asked = [];
    const { definition, format } = exportNamed(name);
    return {
      ...(await definition.read(ctx, given, { mostRows, isPaper: format === 'pdf' })),
      statements: asked,
    };
  }
  return { database, subgraph, run, contextOf, read };
}

/** The cells of a column, by its header. */
export function columnOf({ columns, rows }: ExportTable, header: string): TableValue[] {
  const index = columns.findIndex(
    (column) => [column.group, column.header].filter(Boolean).join(': ') === header,
  );
  if (index < 0) throw new Error(`no column ${header}`);
  return rows.map((row) => row[index] ?? null);
}

/** What a table refused, by its code and field. */
export async function refusalOf(reading: Promise<unknown>): Promise<{ code: string; field?: string }> {
  try {
    await reading;
  } catch (error) {
    return error as { code: string; field?: string }; // asserted on by its code
  }
  throw new Error('nothing was refused');
}

/** A verified activity of a team in November 2026, with two topics: one fully counted, one of which nobody took all counts. */
export async function addActivity(db: Context['db'], teamId: string): Promise<void> {
  await db.pool.query(
    `with held as (
       insert into activity (id, team_id, kind, status, title, starts_at, place) values
         (gen_random_uuid(), $1, 'MARKET_VISIT', 'VERIFIED', '=1+1 ở chợ', '2026-11-02T06:30:00+07', 'Chợ Cam Lộ')
       returning id)
     insert into activity_outcome (activity_id, topic, reached, assisted, succeeded)
     select id, topic::topic, reached, assisted, succeeded
     from held, (values ('E_ID', 40, 12, 0), ('QR_PAYMENT', 25, null, null)) as o (topic, reached, assisted, succeeded)`,
    [teamId],
  );
}
