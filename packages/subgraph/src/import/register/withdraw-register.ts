import type pg from 'pg';

// A team belongs to an entry by the beginning of its code, and only made-up teams are ever touched.
const TEAMS_OF = `select team.id from team, unnest($1::text[]) as entry (code)
  where team.is_synthetic and starts_with(team.code, entry.code || '-')`;

/** Those of the codes whose made-up teams somebody has merged, split, or given activities or members. */
export async function codesInUse(client: pg.ClientBase, codes: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `/* registerCodesInUse */
     select entry.code from unnest($1::text[]) as entry (code)
     where exists (
       select from team
       where team.is_synthetic and starts_with(team.code, entry.code || '-')
         and (exists (
             select from activity where team_id = team.id and (not activity.is_synthetic
               or exists (select from activity_evidence where activity_id = activity.id)))
           or exists (select from team_link where team.id in (from_id, to_id))
           or exists (
             select from membership join member on member.id = membership.member_id
             where membership.team_id = team.id and not member.is_synthetic)))
     order by entry.code`,
    [codes],
  );
  return rows.map((row) => row.code);
}

/**
 * Removes the made-up teams of these entries with their activities, members and villages.
 *
 * @returns how many teams went
 */
export async function withdrawRegister(client: pg.ClientBase, codes: readonly string[]): Promise<number> {
  if (codes.length === 0) return 0;
  const villages = await client.query<{ unit_id: string }>(
    `/* registerVillages */ select distinct unit_id from team where id in (${TEAMS_OF}) and level = 'VILLAGE'`,
    [codes],
  );
  await client.query(
    `/* withdrawOutcomes */
     delete from activity_outcome where activity_id in (select id from activity where team_id in (${TEAMS_OF}))`,
    [codes],
  );
  await client.query(`/* withdrawActivities */ delete from activity where team_id in (${TEAMS_OF})`, [codes]);
  const members = await client.query<{ member_id: string }>(
    `/* withdrawMemberships */ delete from membership where team_id in (${TEAMS_OF}) returning member_id`,
    [codes],
  );
  await client.query(
    `/* withdrawMembers */
     delete from member where id = any($1) and is_synthetic
       and not exists (select from membership where member_id = member.id)`,
    [members.rows.map((row) => row.member_id)],
  );
  const teams = await client.query(`/* withdrawTeams */ delete from team where id in (${TEAMS_OF})`, [codes]);
  await client.query(
    `/* withdrawVillages */
     delete from admin_unit where id = any($1) and is_synthetic
       and not exists (select from team where unit_id = admin_unit.id)`,
    [villages.rows.map((row) => row.unit_id)],
  );
  return teams.rowCount ?? 0;
}
