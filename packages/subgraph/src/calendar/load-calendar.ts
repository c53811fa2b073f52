import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Database } from '../database/client.ts';
import { inLoad } from '../database/in-load.ts';
import { packageFolder } from '../database/package-folder.ts';
import { upsertRows } from '../import/write-rows.ts';
import { readYaml } from '../import/yaml-file.ts';
import { type CalendarFile, GAP, readCalendarFile } from './calendar-file.ts';

const FILE = 'viet-nam.yaml';

/** Loads the published days off of the package. Loading again changes nothing; a day that was taken out goes. */
export async function loadCalendar(
  db: Database,
  { path = join(packageFolder(), 'data', 'calendar', FILE) }: { path?: string } = {},
): Promise<CalendarFile> {
  const yaml = readYaml(path, readFileSync(path, 'utf8'));
  const file = readCalendarFile(yaml);
  await inLoad(db, async (client) => {
    await writeCalendar(client, file);
    const [first] = file.years;
    if (await hasGap(client)) yaml.refuse([{ path: ['years', String(first)], messages: GAP }]);
  });
  return file;
}

/** Whether a year is missing between those that are loaded: its days would all be taken for worked. */
async function hasGap(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ has_gap: boolean }>(
    '/* calendarGap */ select count(*) < max(year) - min(year) + 1 as has_gap from calendar_year',
  );
  return rows[0]?.has_gap === true;
}

async function writeCalendar(client: pg.ClientBase, { sources, years, days }: CalendarFile): Promise<void> {
  await upsertRows(
    client,
    {
      name: 'source_document',
      key: ['id'],
      columns: ['id', 'title', 'publisher', 'published_on', 'url', 'note'],
    },
    Object.entries(sources).map(([id, source]) => ({ id, ...source })),
  );
  await client.query(
    `/* insertCalendarYears */ insert into calendar_year (year) select unnest($1::int[]) on conflict do nothing`,
    [years],
  );
  await client.query(
    `/* withdrawCalendarDays */ delete from calendar_day where year = any($1::int[]) and day <> all($2::date[])`,
    [years, days.map(({ day }) => day)],
  );
  await upsertRows(
    client,
    { name: 'calendar_day', key: ['day'], columns: ['day', 'year', 'kind', 'name', 'name_en', 'source_id'] },
    days.map((each) => ({ ...each })),
  );
}
