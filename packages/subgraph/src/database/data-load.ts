import type pg from 'pg';

/** What is remembered of a load: the digest of its input and what it found. */
export interface DataLoad<Report> {
  /** One row is kept for each name. */
  name: string;
  sha256: string;
  report: Report;
}

/** The report of the last load of this name; null unless it was a load of the same input. */
export async function earlierReport<Report>(
  client: pg.ClientBase,
  { name, sha256 }: Pick<DataLoad<Report>, 'name' | 'sha256'>,
): Promise<Report | null> {
  const { rows } = await client.query<{ report: Report }>(
    '/* earlierReport */ select report from data_load where name = $1 and sha256 = $2',
    [name, sha256],
  );
  return rows[0]?.report ?? null;
}

/** Remembers a load, in place of the earlier one of its name. */
export async function storeLoad(client: pg.ClientBase, load: DataLoad<object>): Promise<void> {
  await client.query(
    `/* storeLoad */ insert into data_load (name, sha256, report) values ($1, $2, $3)
     on conflict (name) do update set sha256 = excluded.sha256, report = excluded.report, loaded_at = now()`,
    [load.name, load.sha256, JSON.stringify(load.report)],
  );
}
