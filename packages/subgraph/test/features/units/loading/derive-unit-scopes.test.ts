import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveUnitScopes } from '../../../../src/features/units/loading/derive-unit-scopes.ts';
import { testDatabase } from '../../../support/database.ts';

const small = await testDatabase('empty');
const real = await testDatabase('loaded');

/** What lies in the region: unit, containment and reason, as one short text each. */
async function scopeOf(db: typeof small, regionId: string) {
  const rows = await db.rows<{ line: string }>(sql`
    select unit_id || ' ' || containment || ' ' || reason as line from unit_scope
    where region_id = ${regionId} order by unit_id`);
  return rows.map((row) => row.line);
}

describe('with a few units made by hand', () => {
  // Two provinces became one on 2025-07-01; half of c2 went to n1 and half to n2; of c4 the source does not say.
  beforeAll(async () => {
    await small.pool.query(`
      insert into source_document (id, title) values ('test', 'Test');
      insert into admin_unit (id, code, name, full_name, kind, level, parent_id, valid_from, valid_to, search_text, source_id)
      select id, null, id, id, 'XA', level::admin_level, parent, start::date, finish::date, id, 'test'
      from (values
        ('nation', 'NATION', null, null, null),
        ('p1', 'PROVINCE', 'nation', null, '2025-06-30'), ('p2', 'PROVINCE', 'nation', null, '2025-06-30'),
        ('new', 'PROVINCE', 'nation', '2025-07-01', null),
        ('d1', 'DISTRICT', 'p1', null, '2025-06-30'), ('d2', 'DISTRICT', 'p2', null, '2025-06-30'),
        ('c0', 'COMMUNE', 'd1', null, '2024-12-31'), ('c1', 'COMMUNE', 'd1', null, '2025-06-30'),
        ('c2', 'COMMUNE', 'd1', null, '2025-06-30'), ('c3', 'COMMUNE', 'd2', null, '2025-06-30'),
        ('c4', 'COMMUNE', 'd2', null, '2025-06-30'),
        ('n1', 'COMMUNE', 'new', '2025-07-01', null), ('n2', 'COMMUNE', 'new', '2025-07-01', null),
        ('v1', 'VILLAGE', 'c1', null, null), ('v2', 'VILLAGE', 'c2', null, null)
      ) as made (id, level, parent, start, finish);
      insert into unit_link (from_id, to_id, kind, effective_on, source_id) values
        ('p1', 'new', 'WHOLE', '2025-07-01', 'test'), ('p2', 'new', 'WHOLE', '2025-07-01', 'test'),
        ('c0', 'c1', 'WHOLE', '2025-01-01', 'test'), ('c1', 'n1', 'WHOLE', '2025-07-01', 'test'),
        ('c2', 'n1', 'PART', '2025-07-01', 'test'), ('c2', 'n2', 'PART', '2025-07-01', 'test'),
        ('c3', 'n2', 'UNCHANGED', '2025-07-01', 'test'), ('c4', 'n2', 'UNSPECIFIED', '2025-07-01', 'test')`);
    await deriveUnitScopes(small);
  });

  it('takes what went in whole over two changes, and the villages with it', async () => {
    expect(await scopeOf(small, 'n1')).toEqual([
      'c0 WHOLE LINEAGE',
      'c1 WHOLE LINEAGE',
      'c2 PART LINEAGE',
      'n1 WHOLE DESCENT',
      'v1 WHOLE LINEAGE',
      'v2 PART LINEAGE',
    ]);
  });

  it('takes as a part what went in by halves, or by a link whose kind no source states', async () => {
    expect(await scopeOf(small, 'n2')).toEqual([
      'c2 PART LINEAGE',
      'c3 WHOLE LINEAGE',
      'c4 PART LINEAGE',
      'n2 WHOLE DESCENT',
      'v2 PART LINEAGE',
    ]);
  });

  it('finds all of it whole in the province, split communes and districts too', async () => {
    const rows = await scopeOf(small, 'new');
    expect(rows).toHaveLength(14);
    expect(rows.filter((row) => row.includes('PART'))).toEqual([]);
    expect(rows).toContain('c2 WHOLE LINEAGE');
    expect(rows).toContain('d2 WHOLE LINEAGE');
    expect(rows).toContain('n2 WHOLE DESCENT');
  });

  it('does not put successors into what they came from', async () => {
    expect(await scopeOf(small, 'p2')).toEqual([
      'c3 WHOLE DESCENT',
      'c4 WHOLE DESCENT',
      'd2 WHOLE DESCENT',
      'p2 WHOLE DESCENT',
    ]);
  });

  it('takes in a village that is added later', async () => {
    await small.pool.query(`
      insert into admin_unit (id, name, full_name, kind, level, parent_id, search_text, source_id)
      values ('v3', 'v3', 'v3', 'THON', 'VILLAGE', 'c3', 'v3', 'test')`);
    const before = await scopeOf(small, 'n2');
    expect(await deriveUnitScopes(small)).toBe((await small.rows(sql`select 1 from unit_scope`)).length);
    expect(await scopeOf(small, 'n2')).toEqual([...before, 'v3 WHOLE LINEAGE']);
  });

  it('upgrades to whole when the kind of the link becomes known', async () => {
    await small.pool.query(`update unit_link set kind = 'WHOLE' where from_id = 'c4'`);
    await deriveUnitScopes(small);
    expect(await scopeOf(small, 'n2')).toContain('c4 WHOLE LINEAGE');
  });
});

describe('with all units', () => {
  it('finds in present Quảng Trị all that lay in both former provinces, whole', async () => {
    const rows = await real.rows<{ level: string; containment: string; reason: string; count: number }>(sql`
      select unit.level, containment, reason, count(*) from unit_scope join admin_unit unit on unit.id = unit_id
      where region_id = 'province:44:2025-07-01' group by 1, 2, 3 order by 1, 2, 3`);
    const former = await real.rows<{ level: string; count: number }>(sql`
      select unit.level, count(*) from unit_scope join admin_unit unit on unit.id = unit_id
      where region_id in ('province:44', 'province:45') group by 1 order by 1`);
    expect(
      rows
        .filter((row) => row.reason === 'LINEAGE')
        .map(({ level, containment, count }) => [level, containment, count]),
    ).toEqual(former.map(({ level, count }) => [level, 'WHOLE', count]));
    expect(rows).toContainEqual({ level: 'COMMUNE', containment: 'WHOLE', reason: 'DESCENT', count: 78 });
  });

  it('finds in Xã Đại Điền the four communes that it was made of', async () => {
    const rows = await scopeOf(real, 'commune:29194:2025-07-01');
    expect(rows.filter((row) => row.startsWith('commune'))).toEqual([
      'commune:29185 WHOLE LINEAGE',
      'commune:29188 WHOLE LINEAGE',
      'commune:29194 WHOLE LINEAGE',
      'commune:29194:2025-07-01 WHOLE DESCENT',
      'commune:29203 WHOLE LINEAGE',
    ]);
  });

  it('finds the villages of a former commune in the one that it went into', async () => {
    const villages = await real.rows<{ id: string }>(sql`
      select id from admin_unit where parent_id = 'commune:29188' and level = 'VILLAGE' order by id`);
    const rows = await scopeOf(real, 'commune:29194:2025-07-01');
    expect(villages.length).toBeGreaterThan(0);
    for (const village of villages) expect(rows).toContain(`${village.id} WHOLE LINEAGE`);
  });

  it('finds Nam Dương in Hải Châu over two changes', async () => {
    expect(await scopeOf(real, 'commune:20242:2025-07-01')).toContain('commune:20248 WHOLE LINEAGE');
  });

  it('finds every unit in the nation', async () => {
    const [row] = await real.rows<{ missing: number }>(sql`
      select count(*) as missing from admin_unit where id not in (
        select unit_id from unit_scope where region_id = 'nation:VN' and containment = 'WHOLE')`);
    expect(row?.missing).toBe(0);
  });

  it('finds each ended commune whole in exactly one present province', async () => {
    const rows = await real.rows(sql`
      select unit.id from admin_unit unit
      left join unit_scope scope on scope.unit_id = unit.id and scope.containment = 'WHOLE'
        and scope.region_id in (select id from admin_unit where level = 'PROVINCE' and valid_to is null)
      where unit.level = 'COMMUNE' group by unit.id having count(scope.region_id) <> 1`);
    expect(rows).toEqual([]);
  });
});
