import sql from 'sql-template-tag';
import type { Claims, OfficerRole } from '../../src/auth/credential.ts';
import type { Database } from '../../src/database/client.ts';

const ISSUER = 'https://identity.test';

let people = 0;

/** Somebody with a role over a unit, named by code, `code@day` or id. Each call is another person. */
export function officer(role: OfficerRole, unit: string): Claims {
  people += 1;
  return {
    issuer: ISSUER,
    subject: `officer-${people}`,
    name: `Cán bộ ${people}`,
    memberId: null,
    grants: [{ role, unit }],
  };
}

/** Who sees everything. */
export const administrator = (): Claims => officer('ADMINISTRATOR', 'VN');

/** A person of the register, without any role over a unit. */
export function person(memberId: string): Claims {
  return { issuer: ISSUER, subject: `member-${memberId}`, name: 'Thành viên', memberId, grants: [] };
}

/** Somebody who can sign in and is nobody here. */
export function stranger(): Claims {
  people += 1;
  return { issuer: ISSUER, subject: `stranger-${people}`, name: null, memberId: null, grants: [] };
}

/** A team of the loaded register with people in it. */
export interface StaffedTeam {
  id: string;
  code: string;
  unitId: string;
  leader: Claims;
  member: Claims;
}

/** Teams of the loaded register below a unit of any time, by code, with a leader and a member who are there today. */
export async function staffedTeams(db: Database, unitCode: string, count = 1): Promise<StaffedTeam[]> {
  const rows = await db.rows<{
    id: string;
    code: string;
    unitId: string;
    leaderId: string;
    memberId: string;
  }>(sql`
    select t.id, t.code, t.unit_id as "unitId",
      (select ms.member_id from membership ms where ms.team_id = t.id and ms.role = 'LEADER' limit 1) as "leaderId",
      (select ms.member_id from membership ms where ms.team_id = t.id and ms.role = 'MEMBER' order by ms.id limit 1) as "memberId"
    from team t
    where t.status = 'ACTIVE' and exists (
      select from unit_scope s join admin_unit u on u.id = s.region_id where s.unit_id = t.unit_id and u.code = ${unitCode})
      and exists (select from membership ms where ms.team_id = t.id and ms.role = 'MEMBER')
    order by t.code limit ${count}`);
  if (rows.length < count) throw new Error(`below ${unitCode} there are only ${rows.length} such teams`);
  return rows.map(({ leaderId, memberId, ...team }) => ({
    ...team,
    leader: person(leaderId),
    member: person(memberId),
  }));
}
