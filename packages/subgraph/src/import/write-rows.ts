import type pg from 'pg';
import type { Row } from './province-rows.ts';

/** A table whose rows a file keeps as they stand in it. */
export interface Table {
  name: string;
  key: readonly string[];
  columns: readonly string[];
  /** Columns that keep what they have where a file says nothing of them. */
  kept?: readonly string[];
}

/** How many entries of a section a load added, changed, left alone, or took back because the file lacks them now. */
export interface SectionChanges {
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
}

/** Adds and changes rows by one statement; rows that are as they should be are not touched. */
export async function upsertRows(
  client: pg.ClientBase,
  table: Table,
  rows: readonly Row[],
): Promise<SectionChanges> {
  const { name, key, columns, kept = [] } = table;
  const others = columns.filter((column) => !key.includes(column));
  const values = others.map((column) =>
    kept.includes(column) ? `coalesce(excluded."${column}", known."${column}")` : `excluded."${column}"`,
  );
  const written = await client.query<{ added: boolean }>(
    `/* upsert ${name} */
     insert into "${name}" as known (${list(columns)})
     select ${list(columns)} from json_populate_recordset(null::"${name}", $1)
     on conflict (${list(key)}) do update set (${list(others)}) = row(${values.join(', ')})
     where (${list(others, 'known.')}) is distinct from (${values.join(', ')})
     returning xmax = 0 as added`,
    [asColumns(rows)],
  );
  const added = written.rows.filter((row) => row.added).length;
  const changed = written.rows.length - added;
  return { added, changed, unchanged: rows.length - added - changed, withdrawn: 0 };
}

/** Deletes the rows of these keys; each key as keyOf gives it: its values joined by `|`. */
export async function deleteRows(
  client: pg.ClientBase,
  table: Table,
  keys: readonly string[],
): Promise<number> {
  if (keys.length === 0) return 0;
  const { rowCount } = await client.query(
    `/* withdraw ${table.name} */ delete from "${table.name}" where ${keyText(table)} = any($1)`,
    [keys],
  );
  return rowCount ?? 0;
}

/** Keys of the rows that stand in the table with other content; those that are not there are not meant. */
export async function keysOfDifferent(
  client: pg.ClientBase,
  table: Table,
  rows: readonly Row[],
  { isFact }: { isFact: boolean },
): Promise<Set<string>> {
  const { name, key, columns } = table;
  const others = columns.filter((column) => !key.includes(column));
  const found = await client.query<{ key: string }>(
    `/* different ${name} */
     select ${keyText(table, 'known.')} as key
     from json_populate_recordset(null::"${name}", $1) incoming
     join "${name}" known on (${list(key, 'known.')}) = (${list(key, 'incoming.')})
     where (${list(others, 'known.')}) is distinct from (${list(others, 'incoming.')})
       ${isFact ? `and known.superseded_at is null and not ${isWrittenHere(table, 'known')}` : ''}`,
    [asColumns(rows)],
  );
  return new Set(found.rows.map((row) => row.key));
}

/** A row's key as deleteRows takes it. */
export function keyOf({ key }: Table, row: Row): string {
  return key.map((column) => row[camelCase(column)]).join('|');
}

/** Whether the revision under the alias was written here by somebody, and not by a file. */
export function isWrittenHere({ key: [key] }: Table, alias: string): string {
  // The audit names what it is about by type: a figure's and a target's key are their own.
  return `exists (
    select from audit_entry written where written.entity_type in ('UnitFigure', 'Target')
      and written.entity_id = ${alias}."${key}" and written.version = ${alias}.revision)`;
}

/** Rows as JSON with the names of columns. */
export function asColumns(rows: readonly Row[]): string {
  const named = rows.map((row) =>
    Object.entries(row).map(([name, value]) => [snakeCase(name), value ?? null]),
  );
  return JSON.stringify(named.map((columns) => Object.fromEntries(columns)));
}

function keyText({ key }: Table, prefix = ''): string {
  return key.map((column) => `${prefix}"${column}"::text`).join(` || '|' || `);
}

function list(columns: readonly string[], prefix = ''): string {
  return columns.map((column) => `${prefix}"${column}"`).join(', ');
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camelCase(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
