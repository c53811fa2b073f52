import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { deriveUnitScopes } from '../../src/features/units/loading/derive-unit-scopes.ts';
import { importProvinceFile } from '../../src/import/import-province-file.ts';
import { loadProvinces } from '../../src/import/load-provinces.ts';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase('loaded');

/** A small file of its own for one test; Bắc Ninh (27) is in none of the project's files. */
function file(source: string, figures: string, more = ''): string {
  return `
sources:
  ${source}:
    title: Báo cáo thử
figures:
  - unit: "27"
    day: 2024-06-30
    source: ${source}
    statement: lời của nguồn
    values:
${figures}
${more}`;
}

async function revisions(source: string) {
  return db.rows(sql`
    select indicator_code as indicator, revision, value::float8 as value, qualifier, superseded_at is null as "isCurrent"
    from reported_figure where source_id = ${source} order by indicator_code, revision`);
}

const unchanged = (count: number) => ({ added: 0, changed: 0, unchanged: count, withdrawn: 0 });

describe('importProvinceFile', () => {
  it('changes nothing when the same files are loaded again', async () => {
    const digest = async () =>
      db.rows(sql`
        select (select md5(string_agg(t::text, '|' order by id)) from reported_figure t) as figures,
          (select md5(string_agg(t::text, '|' order by id)) from target t) as targets,
          (select md5(string_agg(t::text, '|' order by id)) from admin_unit t) as units,
          (select md5(string_agg(t::text, '|' order by id)) from team t) as teams,
          (select md5(string_agg(t::text, '|' order by id)) from membership t) as memberships,
          (select md5(string_agg(t::text, '|' order by name)) from data_load t) as loads`);
    const before = await digest();
    const reports = await loadProvinces(db);
    const changes = reports.flatMap(({ sections, register }) => [...Object.values(sections), register]);
    expect(changes.filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0)).toEqual([]);
    expect(changes.reduce((sum, each) => sum + each.unchanged, 0)).toBeGreaterThan(400);
    expect(await digest()).toEqual(before);
  });

  it('keeps a corrected figure in history', async () => {
    const name = 'sua-so.yaml';
    const first = file(
      'sua-so',
      '      - { indicator: TEAMS, value: 1.500 }\n      - { indicator: MEMBERS, value: hơn 9.000 }',
    );
    const second = first.replace('1.500', '1.512');
    expect((await importProvinceFile(db, { name, text: first })).sections.figures).toMatchObject({
      added: 2,
      changed: 0,
    });
    expect((await importProvinceFile(db, { name, text: second })).sections.figures).toEqual({
      ...unchanged(1),
      changed: 1,
    });
    expect(await revisions('sua-so')).toEqual([
      { indicator: 'MEMBERS', revision: 1, value: 9000, qualifier: 'AT_LEAST', isCurrent: true },
      { indicator: 'TEAMS', revision: 1, value: 1500, qualifier: 'EXACT', isCurrent: false },
      { indicator: 'TEAMS', revision: 2, value: 1512, qualifier: 'EXACT', isCurrent: true },
    ]);
  });

  it('supersedes a figure that the file no longer holds, and takes it up again with the next revision', async () => {
    const name = 'bo-so.yaml';
    const both = file(
      'bo-so',
      '      - { indicator: TEAMS, value: 10 }\n      - { indicator: MEMBERS, value: 50 }',
    );
    const one = file('bo-so', '      - { indicator: MEMBERS, value: 50 }');
    await importProvinceFile(db, { name, text: both });
    expect((await importProvinceFile(db, { name, text: one })).sections.figures).toEqual({
      ...unchanged(1),
      withdrawn: 1,
    });
    expect((await importProvinceFile(db, { name, text: both })).sections.figures).toEqual({
      ...unchanged(1),
      added: 1,
    });
    expect(await revisions('bo-so')).toEqual([
      { indicator: 'MEMBERS', revision: 1, value: 50, qualifier: 'EXACT', isCurrent: true },
      { indicator: 'TEAMS', revision: 1, value: 10, qualifier: 'EXACT', isCurrent: false },
      { indicator: 'TEAMS', revision: 2, value: 10, qualifier: 'EXACT', isCurrent: true },
    ]);
  });

  it('adds, changes and drops rules with the file', async () => {
    const name = 'quy-dinh.yaml';
    const rule = `
rules:
  - code: THU-SIZE
    unit: "27"
    day: 2024-06-30
    requirement: MEMBER_COUNT
    min: 4
    statement: từ 4 thành viên
    source: quy-dinh`;
    const teams = '      - { indicator: TEAMS, value: 1 }';
    const size = () => db.rows(sql`select min from team_rule where code = 'THU-SIZE'`);
    await importProvinceFile(db, { name, text: file('quy-dinh', teams, rule) });
    expect(await size()).toEqual([{ min: 4 }]);
    const changed = await importProvinceFile(db, {
      name,
      text: file('quy-dinh', teams, rule.replace('min: 4', 'min: 6')),
    });
    expect(changed.sections.rules).toEqual({ ...unchanged(0), changed: 1 });
    expect(await size()).toEqual([{ min: 6 }]);
    const dropped = await importProvinceFile(db, { name, text: file('quy-dinh', teams) });
    expect(dropped.sections.rules).toEqual({ ...unchanged(0), withdrawn: 1 });
    expect(await size()).toEqual([]);
  });

  it('tells units of one code apart by the day', async () => {
    const text = `
sources:
  hai-tinh: { title: Hai tỉnh }
figures:
  - { unit: "44", day: 2025-06-30, source: hai-tinh, statement: trước, values: [{ indicator: TEAMS, value: 1 }] }
  - { unit: "44", day: 2025-07-01, source: hai-tinh, statement: sau, values: [{ indicator: TEAMS, value: 2 }] }`;
    await importProvinceFile(db, { name: 'hai-tinh.yaml', text });
    expect(
      await db.rows(sql`
        select unit.full_name as name, value::float8 as value from reported_figure figure
        join admin_unit unit on unit.id = unit_id where figure.source_id = 'hai-tinh' order by value`),
    ).toEqual([
      { name: 'Tỉnh Quảng Bình', value: 1 },
      { name: 'Tỉnh Quảng Trị', value: 2 },
    ]);
  });

  it('puts villages where their communes lie, as deriving all scopes does', async () => {
    const scopes = () =>
      db.rows(sql`
        select count(*) as rows, md5(string_agg(unit_scope::text, '|' order by region_id, unit_id)) as digest
        from unit_scope join admin_unit unit on unit.id = unit_id where unit.level = 'VILLAGE'`);
    const text = `
sources:
  them-thon: { title: Thêm thôn }
villages:
  - { id: thon-thu, kind: THON, name: Thử, commune: "29194", day: 2022-11-30, source: them-thon }
  - { id: ap-moi, kind: AP, name: Mới, commune: "29194", day: 2025-07-01, source: them-thon }`;
    await importProvinceFile(db, { name: 'them-thon.yaml', text });
    const extended = await scopes();
    await deriveUnitScopes(db);
    expect(await scopes()).toEqual(extended);
  });
});
