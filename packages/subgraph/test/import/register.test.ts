import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../src/database/package-folder.ts';
import { ImportError } from '../../src/import/import-issue.ts';
import { importProvinceFile } from '../../src/import/import-province-file.ts';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase('loaded');
const BEN_TRE = readFileSync(join(packageFolder(), 'data/provinces/ben-tre.yaml'), 'utf8');
const importBenTre = (text: string) => importProvinceFile(db, { name: 'ben-tre.yaml', text });

interface Sums {
  level: string;
  teams: number;
  members: number;
  people: number;
  smallest: number;
  largest: number;
  linked: number;
}

async function sums(code: string): Promise<Record<string, Omit<Sums, 'level'>>> {
  const rows = await db.rows<Sums>(sql`
    select level, count(*) as teams, sum(size) as members, sum(people) as people,
      min(size)::int as smallest, max(size)::int as largest,
      count(*) filter (where zalo_group_status = 'LINKED') as linked
    from team cross join lateral (
      select count(*) as size, count(distinct member_id) as people from membership where team_id = team.id) counted
    where starts_with(code, ${`${code}-`}) and status = 'ACTIVE' group by level`);
  return Object.fromEntries(rows.map(({ level, ...row }) => [level, row]));
}

describe('the made-up register', () => {
  it('has 13 + 71 teams with 532 members in Đakrông, all with a Zalo group', async () => {
    expect(await sums('QTR-DKR')).toEqual({
      COMMUNE: { teams: 13, members: 65, people: 65, smallest: 5, largest: 5, linked: 13 },
      VILLAGE: { teams: 71, members: 467, people: 467, smallest: 6, largest: 7, linked: 71 },
    });
  });

  it('has 8 + 83 teams with 565 members in Cam Lộ, all with a Zalo group', async () => {
    expect(await sums('QTR-CLO')).toEqual({
      COMMUNE: { teams: 8, members: 40, people: 40, smallest: 5, largest: 5, linked: 8 },
      VILLAGE: { teams: 83, members: 525, people: 525, smallest: 6, largest: 7, linked: 83 },
    });
  });

  it('has 106 merged teams of seven and more in An Hải Bắc, 22 in Minh Khai', async () => {
    const { VILLAGE: anHaiBac } = await sums('DNG-AHB');
    expect(anHaiBac).toMatchObject({ teams: 106, smallest: 7, linked: 0 });
    expect((await sums('HGI-MKH'))['VILLAGE']).toMatchObject({ teams: 22 });
  });

  it('has one team of 12 and seven of 5 to 10 in Đại Điền, each of the 12 with a duty', async () => {
    const { COMMUNE, VILLAGE } = await sums('BTR-DDI');
    expect(COMMUNE).toMatchObject({ teams: 1, members: 12, linked: 1 });
    expect(VILLAGE).toMatchObject({ teams: 7, linked: 7 });
    expect(VILLAGE?.smallest).toBeGreaterThanOrEqual(5);
    expect(VILLAGE?.largest).toBeLessThanOrEqual(10);
    expect(
      await db.rows(sql`
        select kind, count(*) as duties, count(distinct membership_id) as members
        from responsibility group by kind order by kind`),
    ).toEqual([
      { kind: 'VILLAGE', duties: 7, members: 7 },
      { kind: 'SCHOOL', duties: 3, members: 3 },
      { kind: 'ONE_STOP_DESK', duties: 2, members: 2 },
    ]);
  });

  it('is marked as made up wherever a person reads it', async () => {
    const unmarked = await db.rows(sql`
      select name from team where not (is_synthetic and name like '%(giả lập)')
      union all select display_name from member where not (is_synthetic and display_name like '%(giả lập)')
      union all select title from activity where not (is_synthetic and title like '%(giả lập)')
      union all select full_name from admin_unit where is_synthetic <> (full_name like '%(giả lập)')`);
    expect(unmarked).toEqual([]);
  });

  it('keeps the composition that Đà Nẵng asks for', async () => {
    const lacking = await db.rows(sql`
      select team.code, rule.code as rule from team
      join team_rule rule on rule.unit_id = 'province:48' and rule.affiliation is not null
      where starts_with(team.code, 'DNG-AHB-') and not exists (
        select from membership where team_id = team.id and rule.affiliation = any(affiliations)
          and (rule.requirement = 'AFFILIATION_PRESENT' or role = 'LEADER'))`);
    expect(lacking).toEqual([]);
  });

  it('gives every team one leader, a decision, and a day within its founding', async () => {
    expect(
      await db.rows(sql`
        select code from team
        where 1 <> (select count(*) from membership where team_id = team.id and role = 'LEADER')
          or decision_id is null or founded_on is null
          or founded_on > (select min(starts_at)::date from activity where team_id = team.id)`),
    ).toEqual([]);
  });

  it('is made anew when its entry changes, and is the same again when the change is undone', async () => {
    const digest = () =>
      db.rows(sql`
        select md5(string_agg(concat_ws(' ', team.code, team.name, founded_on, role, affiliations, display_name, member.id), '|'
          order by team.code, member.id)) as digest
        from team join membership on team_id = team.id join member on member.id = member_id`);
    const before = await digest();
    const changed = await importBenTre(BEN_TRE.replace('count: 7,', 'count: 6,'));
    expect(changed.register).toEqual({ added: 7, changed: 0, unchanged: 0, withdrawn: 8 });
    expect(await digest()).not.toEqual(before);
    const undone = await importBenTre(BEN_TRE);
    expect(undone.register).toEqual({ added: 8, changed: 0, unchanged: 0, withdrawn: 7 });
    expect(await digest()).toEqual(before);
    expect(
      await db.rows(
        sql`select id from member where not exists (select from membership where member_id = member.id)`,
      ),
    ).toEqual([]);
  });

  it('is refused where its members cannot be spread over its teams', async () => {
    const text = BEN_TRE.replace('    decision: bt-2919', '    members: 20\n    decision: bt-2919').replace(
      'unit: "29188"\n    day: 2022-11-30\n    decision',
      'unit: "83"\n    day: 2022-11-30\n    decision',
    );
    const error = await importBenTre(text).catch((thrown: unknown) => thrown);
    expect((error as ImportError).issues.map((issue) => issue.path)).toEqual(['register[0].members']);
  });

  it('is not made anew over real work', async () => {
    await db.pool.query(`
      insert into activity (id, team_id, kind, status, title, starts_at)
      select gen_random_uuid(), id, 'MEETING', 'DONE', 'Họp thật', now() from team where code = 'BTR-DDI-X'`);
    const text = BEN_TRE.replace('count: 7,', 'count: 6,');
    const error = await importBenTre(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ImportError);
    expect((error as ImportError).issues.map((issue) => issue.path)).toEqual(['register[0].code']);
    expect((await importBenTre(BEN_TRE)).register).toMatchObject({ unchanged: 8 });
  });
});
