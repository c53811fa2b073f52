import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/database/client.ts';

/** A person of a new team: `an LEADER`, and with `+` a core member who looks after a school. */
export interface NewTeam {
  id: string;
  code: string;
  /** Ids of the people, by the names that the test gave them. */
  people: Record<string, string>;
}

let teams = 0;

/**
 * Makes a team that works, with these people in it since the beginning of 2026, a planned activity in the weeks to come
 * and one that was verified. A person whose id is given is the same one as elsewhere.
 */
export async function newTeam(
  db: Database,
  unitCode: string,
  members: Readonly<Record<string, { role?: string; id?: string; isCore?: boolean; school?: string }>>,
): Promise<NewTeam> {
  teams += 1;
  const [id, code] = [randomUUID(), `MOI-${teams}`];
  const people = Object.entries(members).map(([name, member]) => ({
    ...{ name, role: 'MEMBER', isCore: false, school: null, id: randomUUID(), membershipId: randomUUID() },
    ...member,
  }));
  await db.pool.query(
    `insert into team (id, code, name, kind, status, level, unit_id, search_text, no_decision_reason)
     select $1, $2, 'Tổ ' || $2, 'COMMUNITY', 'ACTIVE', 'COMMUNE', id, lower($2), 'đang trình' from admin_unit
     where code = $3 and valid_to is null`,
    [id, code, unitCode],
  );
  await db.pool.query(
    `insert into member (id, display_name, search_text) select id, name, lower(name)
     from json_to_recordset($1) as p (id uuid, name text) on conflict do nothing`,
    [JSON.stringify(people)],
  );
  await db.pool.query(
    `insert into membership (id, team_id, member_id, role, is_core, valid_from)
     select "membershipId", $2, id, role, "isCore", '2026-01-01'
     from json_to_recordset($1) as p ("membershipId" uuid, id uuid, role member_role, "isCore" boolean)`,
    [JSON.stringify(people), id],
  );
  await db.pool.query(
    `insert into responsibility (id, membership_id, kind, name) select gen_random_uuid(), "membershipId", 'SCHOOL', school
     from json_to_recordset($1) as p ("membershipId" uuid, school text) where school is not null`,
    [JSON.stringify(people)],
  );
  await db.pool.query(
    `insert into activity (id, team_id, kind, status, title, starts_at) values
      (gen_random_uuid(), $1, 'MEETING', 'PLANNED', 'Họp', '2026-12-10T08:00:00+07'),
      (gen_random_uuid(), $1, 'MEETING', 'VERIFIED', 'Họp', '2026-11-02T08:00:00+07')`,
    [id],
  );
  return { id, code, people: Object.fromEntries(people.map((person) => [person.name, person.id])) };
}
