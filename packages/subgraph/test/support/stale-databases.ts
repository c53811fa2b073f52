import { randomBytes } from 'node:crypto';
import type pg from 'pg';

const DAY_MS = 86_400_000;
const OBJECT_IN_USE = '55006';

/** A name that tells the day: PostgreSQL does not remember when a database was made. */
export function cloneName(now: Date): string {
  return `cnscd_test_${dayNumber(now)}_${randomBytes(6).toString('hex')}`;
}

/**
 * Drops templates of other states of the code, and clones that a killed run left at least a day ago. What somebody is
 * connected to is left alone.
 */
export async function dropStale(
  client: pg.Client,
  { stamp, now }: { stamp: string; now: Date },
): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where starts_with(datname, 'cnscd_')`,
  );
  const stale = rows.map((row) => row.datname).filter((name) => isStale(name, stamp, now));
  for (const name of stale) {
    // Not all at once: each makes the server write a checkpoint.
    await client.query(`drop database if exists ${name}`).catch((error: { code?: string }) => {
      if (error.code !== OBJECT_IN_USE) throw error;
    });
  }
}

function isStale(name: string, stamp: string, now: Date): boolean {
  const template = /^cnscd_template_(?:empty|loaded)_([0-9a-f]{12})(?:_draft)?$/.exec(name)?.[1];
  if (template !== undefined) return template !== stamp;
  const day = /^cnscd_test_(\d{5})_[0-9a-f]{12}$/.exec(name)?.[1];
  return day !== undefined && Number(day) + 1 < dayNumber(now);
}

/** Days since 1970, in UTC: five digits until 2243. */
function dayNumber(now: Date): number {
  return Math.floor(now.getTime() / DAY_MS);
}
