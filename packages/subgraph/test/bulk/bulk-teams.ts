import { randomUUID } from 'node:crypto';
import { fold } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../../src/database/client.ts';

/** A team as officers name it in a roster. */
export interface BulkTeam {
  name: string;
  commune: string;
  province: string;
}

/**
 * Puts so many teams into the communes of today, evenly: "thôn 1", "thôn 2" … of each.
 *
 * @returns them, the teams of a commune one after the other
 */
export async function insertBulkTeams(db: Database, count: number): Promise<BulkTeam[]> {
  const communes = await db.rows<{ id: string; commune: string; province: string }>(sql`
    select u.id, u.full_name as commune, p.full_name as province from admin_unit u join admin_unit p on p.id = u.parent_id
    where u.level = 'COMMUNE' and u.valid_to is null and p.level = 'PROVINCE' order by u.id`);
  const each = Math.ceil(count / communes.length);
  const teams = communes
    .flatMap(({ id, ...names }) =>
      Array.from({ length: each }, (_, n) => ({ ...names, unitId: id, name: teamName(n + 1) })),
    )
    .slice(0, count);
  await db.rows(sql`
    insert into team (id, code, name, kind, status, level, unit_id, search_text, no_decision_reason)
    select *, 'thử' from unnest(${teams.map(() => randomUUID())}::uuid[], ${teams.map((_, n) => `BULK-${n + 1}`)}::text[],
      ${teams.map(({ name }) => name)}::text[], array_fill('COMMUNITY'::team_kind, array[${teams.length}::int]),
      array_fill('ACTIVE'::team_status, array[${teams.length}::int]),
      array_fill('VILLAGE'::admin_level, array[${teams.length}::int]),
      ${teams.map(({ unitId }) => unitId)}::text[], ${teams.map(({ name }) => fold(name))}::text[])`);
  return teams.map(({ name, commune, province }) => ({ name, commune, province }));
}

const teamName = (n: number) => `Tổ công nghệ số cộng đồng thôn ${n}`;
