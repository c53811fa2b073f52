import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCalendar } from '../../../src/calendar/load-calendar.ts';
import type { Database } from '../../../src/database/client.ts';
import { inLoad } from '../../../src/database/in-load.ts';
import { packageFolder } from '../../../src/database/package-folder.ts';
import { readIndicatorsFile, writeIndicators } from '../../../src/import/indicators-file.ts';
import { readYaml } from '../../../src/import/yaml-file.ts';
import { loadTemplates } from '../../../src/reports/templates/load-templates.ts';
import { makeCountry } from '../../support/small-country.ts';

/** Two provinces: 01 with four communes, one of them with two villages, and 02 with one. */
const UNITS = [
  'VN NATION -',
  '01 PROVINCE VN 2025-07-01..',
  '02 PROVINCE VN 2025-07-01..',
  ...['00001', '00002', '00003', '00004'].map((code) => `${code} COMMUNE 01 2025-07-01..`),
  '00021 COMMUNE 02 2025-07-01..',
  'v1 VILLAGE 00001 2025-07-01..',
  'v2 VILLAGE 00001 2025-07-01..',
];

/** Makes a country that reports, in an empty database: units, indicators, the calendar and the templates. */
export async function makeReportingCountry(db: Database, units: string[] = UNITS): Promise<void> {
  await makeCountry(db, { units });
  const path = join(packageFolder(), 'data', 'indicators.yaml');
  const indicators = readIndicatorsFile(readYaml(path, readFileSync(path, 'utf8')));
  await inLoad(db, (client) => writeIndicators(client, indicators));
  await loadCalendar(db);
  await loadTemplates(db);
}

export interface ReportingTeam {
  id: string;
  /** Member of the register that leads it. */
  leaderId: string;
}

/** A team that works in a unit since 2026 began, with one leader. */
export async function addTeam(db: Database, unitId: string): Promise<ReportingTeam> {
  const [id, leaderId] = [randomUUID(), randomUUID()];
  await db.pool.query(
    `insert into team (id, code, name, kind, status, level, unit_id, founded_on, search_text, no_decision_reason)
     select $1::uuid, 'T-' || $1::text, 'Tổ ' || u.id, 'COMMUNITY', 'ACTIVE', u.level, u.id, '2026-01-01', 'to', 'x'
     from admin_unit u where u.id = $2`,
    [id, unitId],
  );
  await db.pool.query(`insert into member (id, display_name, search_text) values ($1, 'A', 'a')`, [leaderId]);
  await db.pool.query(
    `insert into membership (id, team_id, member_id, role, valid_from) values (gen_random_uuid(), $1, $2, 'LEADER', '2026-01-01')`,
    [id, leaderId],
  );
  return { id, leaderId };
}

/** A verified activity of a team on a day, with people assisted and those of them who succeeded. */
export async function addActivity(
  db: Database,
  teamId: string,
  day: string,
  [assisted, succeeded]: readonly [number | null, number | null],
): Promise<string> {
  const id = randomUUID();
  await db.pool.query(
    `with a as (insert into activity (id, team_id, kind, status, title, starts_at)
       values ($1, $2, 'MEETING', 'VERIFIED', 'Họp', ($3 || 'T08:00:00+07')::timestamptz) returning id)
     select id from a`,
    [id, teamId, day],
  );
  await db.pool.query(
    `insert into activity_outcome (activity_id, topic, assisted, succeeded) values ($1, 'E_ID', $2, $3)`,
    [id, assisted, succeeded],
  );
  return id;
}
