import type pg from 'pg';
import type { LookUp } from '../look-up.ts';
import type { Row } from '../province-rows.ts';
import { asColumns, type SectionChanges } from '../write-rows.ts';
import { planActivities } from './plan-activities.ts';
import { planMembers } from './plan-members.ts';
import { planTeams, type RegisterEntry } from './plan-teams.ts';
import { SYNTHETIC_MARK } from './plan-villages.ts';
import { hashesOf, outdatedCodes, placesOf } from './register-entries.ts';
import { registerCommunes } from './register-places.ts';
import { withdrawRegister } from './withdraw-register.ts';

const SYNTHETIC_SOURCE = {
  id: 'gia-lap',
  title: `Dữ liệu bịa ra để minh họa ${SYNTHETIC_MARK}`,
  note: 'Số tổ và số thành viên theo nguồn; tên thôn, tên người và hoạt động là giả.',
};

/**
 * Makes up the teams of new and changed entries and removes those of changed and dropped ones. An entry that is the
 * same as when it was last loaded is left alone, whatever has been done with its teams since.
 *
 * @param earlier - hashes of the entries when they were last loaded, by code
 * @returns changes, counted in teams
 */
export async function writeRegister(
  client: pg.ClientBase,
  entries: readonly RegisterEntry[],
  { known, earlier }: { known: LookUp; earlier: Record<string, string> },
): Promise<SectionChanges> {
  const now = hashesOf(entries);
  const withdrawn = await withdrawRegister(client, outdatedCodes(earlier, now));
  const fresh = entries.filter(({ code }) => earlier[code] !== now[code]);
  const same = entries.filter(({ code }) => earlier[code] === now[code]);
  const unchanged = await countTeams(
    client,
    same.map(({ code }) => code),
  );
  if (fresh.length === 0) return { added: 0, changed: 0, unchanged, withdrawn };

  const communes = await registerCommunes(client, placesOf(fresh, known));
  const plans = fresh.map((entry) => {
    const unit = known.unit(entry.unit, entry.day);
    return planEntry(entry, 'id' in unit ? (communes.get(unit.id) ?? []) : []);
  });
  for (const { table, columns } of TABLES) {
    const rows = plans.flatMap((plan) => plan[table]);
    await insertRows(client, { table, columns: columns.split(' '), rows });
  }
  return { added: plans.flatMap((plan) => plan.team).length, changed: 0, unchanged, withdrawn };
}

type TableName = (typeof TABLES)[number]['table'];

function planEntry(
  entry: RegisterEntry,
  communes: Parameters<typeof planTeams>[1],
): Record<TableName, Row[]> {
  const { teams, villages } = planTeams(entry, communes);
  const people = teams.map((team) => planMembers(entry, team));
  const { activities, outcomes } = planActivities(entry, teams);
  return {
    source_document: [SYNTHETIC_SOURCE],
    admin_unit: villages.map((village) => ({ ...village, sourceId: SYNTHETIC_SOURCE.id })),
    team: teams.map((team) => team.row),
    member: people.flatMap((plan) => plan.members),
    membership: people.flatMap((plan) => plan.memberships),
    responsibility: people.flatMap((plan) => plan.responsibilities),
    activity: activities,
    activity_outcome: outcomes,
  };
}

// In the order in which they refer to one another.
const TABLES = [
  { table: 'source_document', columns: 'id title note' },
  {
    table: 'admin_unit',
    columns: 'id name full_name kind level parent_id valid_to aliases search_text is_synthetic source_id',
  },
  {
    table: 'team',
    columns:
      'id code name kind status level unit_id founded_on decision_id zalo_group_url zalo_group_status search_text is_synthetic version',
  },
  { table: 'member', columns: 'id display_name search_text name_key is_synthetic version' },
  { table: 'membership', columns: 'id team_id member_id role is_core affiliations valid_from' },
  { table: 'responsibility', columns: 'id membership_id kind name unit_id' },
  {
    table: 'activity',
    columns:
      'id team_id kind status title starts_at duration_minutes unit_id place is_synthetic version recorded_at',
  },
  { table: 'activity_outcome', columns: 'activity_id topic reached assisted succeeded' },
] as const;

async function insertRows(
  client: pg.ClientBase,
  { table, columns, rows }: { table: string; columns: readonly string[]; rows: readonly Row[] },
): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(', ');
  await client.query(
    `/* makeUp ${table} */ insert into "${table}" (${list})
     select ${list} from json_populate_recordset(null::"${table}", $1) on conflict do nothing`,
    [asColumns(rows)],
  );
}

async function countTeams(client: pg.ClientBase, codes: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `/* registerTeams */
     select count(*)::int as count from team, unnest($1::text[]) as entry (code)
     where team.is_synthetic and starts_with(team.code, entry.code || '-')`,
    [codes],
  );
  return rows[0]?.count ?? 0;
}
