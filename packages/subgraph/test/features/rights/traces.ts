import { fold, nameKey } from '@cnscd/domain';
import type { Database } from '../../../src/database/client.ts';

/** What of a person may be found somewhere, in every form in which it is written. */
export interface Needles {
  /** In lower case. */
  texts: string[];
  bytes: Buffer[];
}

/** A name composed, decomposed, without marks and as a key; a phone number as it is stored, dialled, and in bare digits. */
export function needlesOf(names: readonly string[], phone: string, hidden: readonly Buffer[]): Needles {
  const local = `0${phone.slice(3)}`;
  const numbers = [phone, local, phone.slice(1), phone.slice(3), local.replace(/^(\d{4})(\d{3})/, '$1 $2 ')];
  const written = names.flatMap((name) => [
    ...[name.normalize('NFC'), name.normalize('NFD'), fold(name), nameKey(name)],
    ...[name.replaceAll(' ', ''), fold(name).replaceAll(' ', '')],
  ]);
  const texts = [...written, ...numbers, ...hidden.map((digest) => digest.toString('hex'))];
  return {
    texts: [...new Set(texts.map((text) => text.toLowerCase()))],
    bytes: [...hidden, ...[...written, ...numbers].map((text) => Buffer.from(text))],
  };
}

/** Every column of every table in which one of the needles stands, and in what PostgreSQL remembers of its columns. */
export async function tracesIn(db: Database, { texts, bytes }: Needles): Promise<string[]> {
  const { rows: columns } = await db.pool.query<{ table: string; column: string; type: string }>(`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'character varying', 'json', 'jsonb', 'bytea', 'ARRAY', 'USER-DEFINED')
    order by 1, 2`);
  const found: string[] = [];
  for (const { table, column, type } of columns) {
    const isFound =
      type === 'bytea'
        ? `exists (select from unnest($1::bytea[]) needle where position(needle in "${column}") > 0)`
        : `exists (select from unnest($1::text[]) needle where position(needle in lower("${column}"::text)) > 0)`;
    const { rows } = await db.pool.query<{ n: string }>(
      `select count(*) as n from "${table}" where ${isFound}`,
      [type === 'bytea' ? bytes : texts],
    );
    if (Number(rows[0]?.n) > 0) found.push(`${table}.${column}`);
  }
  const { rows } = await db.pool.query<{ column: string }>(
    `select tablename || '.' || attname as column from pg_stats where schemaname = 'public' and exists (
       select from unnest($1::text[]) needle
       where position(needle in lower(concat_ws(' ', most_common_vals::text, histogram_bounds::text, most_common_elems::text))) > 0)`,
    [texts],
  );
  return [...found, ...rows.map(({ column }) => `statistics of ${column}`)];
}

/** Whether one of the needles stands in a text, such as an export, a log or a dump. */
export const isIn = (text: string, { texts }: Needles): string[] => {
  const lower = text.toLowerCase();
  return texts.filter((needle) => lower.includes(needle));
};
