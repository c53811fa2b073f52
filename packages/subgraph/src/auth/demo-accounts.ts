import { LABELS, type MemberRole, type Messages, NATION_CODE, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import { standsOn } from '../entities/unit.ts';
import type { OfficerRole } from './credential.ts';

/** Somebody made up, ready to sign in as with the development issuer. */
export interface DemoAccount {
  /** Readable, and the same on every machine that loads the same data. */
  id: string;
  role: OfficerRole | Extract<MemberRole, 'LEADER' | 'MEMBER'>;
  name: Messages;
  /** The unit of an officer, the team of a leader or member. */
  unit: Messages;
  /** The token's `sub`. */
  subject: string;
  memberId: string | null;
  /** As the token claims them: `ROLE:unit`. */
  roles: string[];
}

interface OfficerPlan {
  id: string;
  role: OfficerRole;
  code: string;
}

interface PersonPlan {
  id: string;
  role: 'LEADER' | 'MEMBER';
  /** Whose teams the person is sought in. */
  code: string;
}

// Xã Cam Lộ of today was made of communes and parts of communes of Cam Lộ district, phường An Hải of whole wards; the
// synthetic register describes the teams of both. Those of Đà Nẵng are refused what is Quảng Trị's, and the other way round.
const OFFICERS: readonly OfficerPlan[] = [
  { id: 'administrator', role: 'ADMINISTRATOR', code: NATION_CODE },
  { id: 'officer-quang-tri', role: 'PROVINCIAL_OFFICER', code: '44' },
  { id: 'officer-da-nang', role: 'PROVINCIAL_OFFICER', code: '48' },
  { id: 'officer-cam-lo', role: 'COMMUNE_OFFICER', code: '19597' },
  { id: 'officer-an-hai', role: 'COMMUNE_OFFICER', code: '20275' },
];
const PEOPLE: readonly PersonPlan[] = [
  { id: 'leader-cam-lo', role: 'LEADER', code: '19597' },
  { id: 'member-cam-lo', role: 'MEMBER', code: '19597' },
  { id: 'leader-da-nang', role: 'LEADER', code: '48' },
];

/**
 * One account for each role, and a second one in another province to compare with. Leaders and members are people of
 * the synthetic register, never real ones; accounts whose unit or team is not loaded are left out.
 */
export async function demoAccounts(db: Database, now: Date = new Date()): Promise<DemoAccount[]> {
  const day = today(now);
  const [units, people] = await Promise.all([readUnits(db, day), readPeople(db, day)]);
  const officers = OFFICERS.flatMap((plan) => {
    const unit = units.find(({ code }) => code === plan.code);
    return unit === undefined ? [] : [officerAccount(plan, unit.fullName, day)];
  });
  const members = PEOPLE.flatMap((plan) => {
    const person = people.find(({ code, role }) => code === plan.code && role === plan.role);
    return person === undefined ? [] : [personAccount(plan, person)];
  });
  return [...officers, ...members];
}

/** With its day, the code means one version of the unit: what takes its place later is not this officer's. */
function officerAccount({ id, role, code }: OfficerPlan, fullName: string, day: string): DemoAccount {
  const title = LABELS.viewerRole[role];
  return {
    ...{ id, role, subject: id, memberId: null, roles: [`${role}:${code}@${day}`] },
    name: { vi: `${capitalised(title.vi)} (giả lập)`, en: `${capitalised(title.en)} (made up)` },
    unit: { vi: fullName, en: fullName },
  };
}

function personAccount(
  { id, role }: PersonPlan,
  { memberId, displayName, teamName }: PersonRow,
): DemoAccount {
  return {
    ...{ id, role, subject: memberId, memberId, roles: [] },
    // The register marks what is made up in its names already.
    name: { vi: displayName, en: displayName.replace('(giả lập)', '(made up)') },
    unit: { vi: teamName, en: teamName.replace('(giả lập)', '(made up)') },
  };
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function readUnits(db: Database, day: string): Promise<{ code: string; fullName: string }[]> {
  return db.rows(sql`
    /* demoUnits */
    select u.code, u.full_name as "fullName" from admin_unit u
    where u.code = any(${OFFICERS.map(({ code }) => code)}::text[]) and ${standsOn(day)}`);
}

interface PersonRow {
  code: string;
  role: MemberRole;
  memberId: string;
  displayName: string;
  teamName: string;
}

/** For each region and role the first person of the first team: commune teams first, then by code. */
function readPeople(db: Database, day: string): Promise<PersonRow[]> {
  return db.rows(sql`
    /* demoPeople */
    select distinct on (u.code, ms.role) u.code, ms.role, m.id as "memberId", m.display_name as "displayName",
      t.name as "teamName"
    from admin_unit u
    join unit_scope s on s.region_id = u.id
    join team t on t.unit_id = s.unit_id and t.is_synthetic and t.status = 'ACTIVE'
    join membership ms on ms.team_id = t.id
      and ms.valid_from <= ${day}::date and (ms.valid_to is null or ms.valid_to >= ${day}::date)
    join member m on m.id = ms.member_id and m.is_synthetic
    where u.code = any(${PEOPLE.map(({ code }) => code)}::text[]) and ${standsOn(day)}
    order by u.code, ms.role, t.level <> 'COMMUNE', t.code, ms.id`);
}
