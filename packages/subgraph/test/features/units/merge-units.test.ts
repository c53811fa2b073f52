import sql from 'sql-template-tag';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveUnitScopes } from '../../../src/features/units/loading/derive-unit-scopes.ts';
import { loadDefaults } from '../../../src/load-defaults.ts';
import { foldAllDeltas } from '../../../src/rollup/fold-deltas.ts';
import { recount } from '../../../src/rollup/recount.ts';
import { officer } from '../../support/people.ts';
import { registerContents } from '../../support/register-contents.ts';
import { sendWrites } from '../../support/send-write.ts';
import { testSubgraph } from '../../support/subgraph.ts';

/** Cam Lộ and Hiếu Giang, both of Quảng Trị, become one on a day that lies behind the clock of these tests. */
const { run, database } = await testSubgraph('loaded');
const administrator = officer('ADMINISTRATOR', '44');
const write = sendWrites(run, {
  Merger: `id version status kind isDryRun effectiveOn unit { code } report { kind label labelEn count details }`,
});
const merge = write('mergeUnits');
const undo = write('undoMerger');
const measure = sendWrites(run, { UnitFigure: 'id' })('recordMeasurement');

const MADE = 'commune:19597:2026-11-01';
const SOURCE = { title: 'Nghị quyết 1/NQ-UBTVQH về sắp xếp đơn vị hành chính' };
const draft = () => ({
  fromUnits: [{ code: '19597' }, { code: '19603' }],
  ...{ code: '19597', name: 'Cam Hiếu', kind: 'XA', effectiveOn: '2026-11-01', source: SOURCE },
});

const VILLAGE = 'village:19597:2025-07-01:thon-moi';
beforeAll(async () => {
  // Cited before, so that what a merger leaves behind when it is undone is nothing at all.
  await measure(administrator, {
    ...{
      unitCode: '19597',
      indicatorCode: 'TEAMS',
      asOf: '2026-06-30',
      value: 45,
      qualifier: 'EXACT',
      source: SOURCE,
    },
  });
  await database.pool.query(
    `insert into admin_unit (id, name, full_name, kind, level, parent_id, valid_from, search_text, source_id)
     select $1, 'Mới', 'Thôn Mới', 'THON', 'VILLAGE', u.id, '2026-01-01', 'thon moi', u.source_id
     from admin_unit u where u.id = 'commune:19597:2025-07-01'`,
    [VILLAGE],
  );
  await deriveUnitScopes(database);
  await foldAllDeltas(database);
});

const lineOf = (merger: { report: { kind: string; count: number }[] }, kind: string) =>
  merger.report.find((line) => line.kind === kind);
const scopes = () => database.rows(sql`select * from unit_scope order by region_id, unit_id`);

/** Applies the merger, looks, and undoes it. */
async function whileApplied(
  look: (merged: Awaited<ReturnType<typeof merge>>) => Promise<void>,
): Promise<void> {
  const merged = await merge(administrator, draft());
  expect(merged).toMatchObject({
    __typename: 'Merger',
    kind: 'UNIT_MERGE',
    status: 'APPLIED',
    unit: { code: '44' },
  });
  try {
    await look(merged);
  } finally {
    const undone = await undo(administrator, { id: merged.id, expectedVersion: 1, reason: 'Ban hành nhầm' });
    expect(undone).toMatchObject({ __typename: 'Merger', status: 'UNDONE', version: 2 });
  }
}

describe('a merger of communes', () => {
  it('is shown first: every line of its report, and nothing written', async () => {
    const before = await registerContents(database);
    const shown = await merge(administrator, { ...draft(), dryRun: true });
    expect(shown).toMatchObject({ isDryRun: true, effectiveOn: '2026-11-01' });
    expect(lineOf(shown, 'UNITS_ENDED')).toMatchObject({
      count: 2,
      details: ['Xã Cam Lộ (19597)', 'Xã Hiếu Giang (19603)'],
    });
    // The sources do not say whether the former communes went into these as a whole: nothing is guessed.
    expect(lineOf(shown, 'TEAMS')).toBeUndefined();
    expect(lineOf(shown, 'TEAMS_UNALLOCATED')).toMatchObject({
      ...{ count: 91, details: ['Xã Cam Lộ: 45', 'Xã Hiếu Giang: 46'] },
    });
    expect(lineOf(shown, 'VILLAGES_FOLLOW')).toMatchObject({ details: ['Thôn Mới, Xã Cam Lộ'] });
    expect(await registerContents(database)).toEqual(before);
  });

  it('is undone without a trace: every table is as before', async () => {
    const before = await registerContents(database);
    await whileApplied(async () => {
      expect(await registerContents(database)).not.toEqual(before);
    });
    expect(await registerContents(database)).toEqual(before);
  });

  it('ends the old units and finds everything in the new one by lineage, as a derivation of all would', async () => {
    await whileApplied(async () => {
      const { data } = await run(`{
        before: adminUnit(code: "19597", asOf: "2026-10-31") { fullName validTo successors { kind effectiveOn to { id } } }
        adminUnit(code: "19597") { id fullName parent { code } predecessors { kind from { code } source } }
        teams(unitCode: "19597") { totalCount } }`);
      expect(data.before).toMatchObject({
        ...{ fullName: 'Xã Cam Lộ', validTo: '2026-10-31' },
        successors: [{ kind: 'WHOLE', effectiveOn: '2026-11-01', to: { id: MADE } }],
      });
      expect(data.adminUnit).toMatchObject({
        ...{ id: MADE, fullName: 'Xã Cam Hiếu', parent: { code: '44' } },
        predecessors: [{ from: { code: '19597' }, source: SOURCE.title }, { from: { code: '19603' } }],
      });
      expect(data.teams.totalCount).toBe(91);
      const incremental = await scopes();
      await deriveUnitScopes(database);
      expect(await scopes()).toEqual(incremental);
    });
  });

  it('holds when the default data are loaded again', async () => {
    await whileApplied(async () => {
      const { data_load: _, ...before } = await registerContents(database);
      await loadDefaults(database.url);
      const { data_load: __, ...after } = await registerContents(database);
      expect(after).toEqual(before);
    });
  });

  it('costs a fixed number of statements and far less than the time a request has', async () => {
    const start = performance.now();
    const { statements, id } = await merge(administrator, draft());
    expect(performance.now() - start).toBeLessThan(2000);
    expect(statements.slice(0, statements.indexOf('commit') + 1)).toEqual([
      ...[
        'scopeOf',
        'begin',
        'insertKey',
        'savepoint part',
        'lockOutLoads',
        'unitsForMerger',
        'unitForWrite',
      ],
      ...['unitInTheWay', 'citeSource', 'mergerTaken', 'startJournal', 'endMergedUnits', 'insertMergedUnit'],
      ...[
        'insertUnitLinks',
        'mergedTerritory',
        'insertMergedScopes',
        'registerOfMergedUnits',
        'targetsOfMergedUnits',
      ],
      ...[
        'figuresOfMergedUnits',
        'openReportsOfMergedUnits',
        'insertMerger',
        'appendAudits',
        'storeOutcome',
        'commit',
      ],
    ]);
    await undo(administrator, { id, expectedVersion: 1, reason: 'x' });
  });
});

describe('who oversees what after a merger', () => {
  const seen = async (unit: string) => {
    const [team] = await database.rows<{ id: string }>(sql`
      select t.id from team t join unit_scope s on s.unit_id = t.unit_id
      where s.region_id = 'commune:19603:2025-07-01' order by t.code limit 1`);
    const ask = 'query ($id: ID!) { team(id: $id) { members { totalCount } } }';
    const { data, errors } = await run(ask, { id: team?.id }, { as: officer('COMMUNE_OFFICER', unit) });
    return errors?.[0]?.extensions?.['code'] ?? (data.team.members.totalCount > 0 ? 'SEEN' : 'EMPTY');
  };

  it('the officer of the successor sees the predecessors’ teams, the grant over the old unit gives nothing', async () => {
    expect(await seen('19603')).toBe('SEEN');
    expect(await seen('19597')).toBe('NOT_PERMITTED');
    await whileApplied(async () => {
      expect(await seen('19597')).toBe('SEEN'); // the new unit bears this code
      for (const old of ['19603', '19603@2026-10-31', 'commune:19603:2025-07-01']) {
        expect(await seen(old)).toBe('NOT_PERMITTED');
      }
    });
    expect(await seen('19603')).toBe('SEEN');
    expect(await seen(MADE)).toBe('NOT_PERMITTED');
  });
});

describe('numbers', () => {
  const PROVINCES = ['45', '83', '48', '22', '02'] as const;
  const figures = async () => {
    const of = (code: string) => `_${code}: overview(unitCode: "${code}", asOf: "2024-12-31") { ...Numbers }
      today_${code}: overview(unitCode: "${code}", asOf: "2024-12-31", boundary: CURRENT) { ...Numbers }`;
    const { data, errors } = await run(`
      fragment Pair on FigurePair { reported { value qualifier asOf } registered variance }
      fragment Numbers on UnitOverview { teams { ...Pair } members { ...Pair } completeness }
      { ${PROVINCES.map(of).join(' ')} vn: overview(unitCode: "VN", boundary: CURRENT) { ...Numbers } }`);
    expect(errors).toBeUndefined();
    return data;
  };

  it('of the five provinces hold while a merger is applied, in both borders, and after it is undone', async () => {
    const before = await figures();
    expect(before._45.members.reported.value).toBe(4327);
    await whileApplied(async () => {
      expect(await figures()).toEqual(before);
    });
    expect(await figures()).toEqual(before);
  });

  it('of activities follow into the new unit and back, without drift', async () => {
    const administrator = officer('ADMINISTRATOR', '48');
    const [held] = await database.rows<{ year: string }>(sql`
      select left(min(a.starts_at)::text, 4) as year from activity a join team t on t.id = a.team_id
      join unit_scope s on s.unit_id = t.unit_id
      where s.region_id = 'commune:20275:2025-07-01' and a.status = 'VERIFIED'`);
    const activities = async (code: string) => {
      const { data, errors } = await run(
        `query ($code: String!, $period: Period!) { kpiBoard(unitCode: $code, period: $period, boundary: CURRENT,
          indicatorCodes: ["VERIFIED_ACTIVITIES"]) { rows { total { computed } } } }`,
        { code, period: held?.year },
        { as: administrator },
      );
      expect(errors).toBeUndefined();
      return data.kpiBoard.rows[0].total.computed;
    };
    const [one, province] = [await activities('20275'), await activities('48')];
    expect(one).toBeGreaterThan(0);
    const merged = await merge(administrator, {
      ...{
        ...draft(),
        fromUnits: [{ code: '20275' }, { code: '20194' }],
        code: '20194',
        name: 'Sơn Hải',
        kind: 'PHUONG',
      },
    });
    expect(lineOf(merged, 'TEAMS')).toMatchObject({ count: 106, details: ['Phường An Hải: 106'] });
    expect(lineOf(merged, 'ACTIVITIES')?.count).toBeGreaterThanOrEqual(one);
    expect(await activities('20194')).toBe(one);
    expect(await activities('48')).toBe(province);
    expect((await recount(database)).driftCount).toBe(0);
    await undo(administrator, { id: merged.id, expectedVersion: 1, reason: 'Ban hành nhầm' });
    expect(await activities('20275')).toBe(one);
    expect((await recount(database)).driftCount).toBe(0);
  });

  it('of the merged units are summed where they flow and listed where they stand', async () => {
    const common = { asOf: '2026-06-30', source: SOURCE, qualifier: 'EXACT' };
    const dossiers = { ...common, indicatorCode: 'STREETS_WITH_QR', period: '2026-H1' };
    await database.pool.query(`insert into indicator (code, name_vi, name_en, unit, direction, aggregation, search_text)
      values ('STREETS_WITH_QR', 'Hồ sơ trực tuyến', 'Online dossiers', 'DOSSIER', 'HIGHER_IS_BETTER', 'SUM', '')`);
    await measure(administrator, { ...dossiers, unitCode: '19597', value: 1200 });
    await measure(administrator, { ...dossiers, unitCode: '19603', value: 300, qualifier: 'AT_LEAST' });
    const shown = await merge(administrator, { ...draft(), dryRun: true });
    expect(lineOf(shown, 'FLOW_SUMMED')).toMatchObject({
      ...{ label: expect.stringContaining('Hồ sơ trực tuyến'), count: 2 },
      details: [
        'Tổng: hơn 1.500',
        'Xã Cam Lộ: 1.200 hồ sơ (30/06/2026)',
        'Xã Hiếu Giang: hơn 300 hồ sơ (30/06/2026)',
      ],
    });
    expect(lineOf(shown, 'STOCK_LISTED')).toMatchObject({
      ...{ count: 1, details: ['Xã Cam Lộ: 45 tổ (30/06/2026)', 'Xã Hiếu Giang: chưa có số'] },
    });
  });
});

describe('undoing a merger', () => {
  it('is blocked by what was written about the new unit since, and loses nothing', async () => {
    const merged = await merge(administrator, draft());
    const figure = await measure(administrator, {
      ...{
        unitCode: '19597',
        indicatorCode: 'TEAMS',
        asOf: '2026-11-20',
        value: 91,
        qualifier: 'EXACT',
        source: SOURCE,
      },
    });
    expect(figure.__typename).toBe('UnitFigure');
    const before = await registerContents(database);
    expect(await undo(administrator, { id: merged.id, expectedVersion: 1, reason: 'x' })).toMatchObject({
      ...{ code: 'UNDO_BLOCKED', messageEn: expect.stringContaining('admin_unit') },
    });
    expect(await registerContents(database)).toEqual(before);
    await database.pool.query(`delete from reported_figure where fact_key = $1`, [figure.id]);
    expect(
      await undo(officer('PROVINCIAL_OFFICER', '44'), { id: merged.id, expectedVersion: 1, reason: 'x' }),
    ).toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await undo(administrator, { id: merged.id, expectedVersion: 1, reason: 'x' })).toMatchObject({
      status: 'UNDONE',
    });
  });
});

describe('a merger of villages', () => {
  it('makes a new one below the same commune, and is undone', async () => {
    const before = await registerContents(database);
    const merged = await merge(administrator, {
      ...{
        fromUnits: [{ id: VILLAGE, kind: 'RENAMED' }],
        name: 'Đổi Mới',
        kind: 'THON',
        effectiveOn: '2026-11-01',
        source: SOURCE,
      },
    });
    expect(merged).toMatchObject({ __typename: 'Merger', unit: { code: '19597' } });
    const { data } = await run(
      `{ adminUnit(code: "19597") { children(level: VILLAGE) { nodes { id fullName } } } }`,
    );
    expect(data.adminUnit.children.nodes).toEqual([
      { id: 'village:19597:2025-07-01:thon-doi-moi:2026-11-01', fullName: 'Thôn Đổi Mới' },
    ]);
    const incremental = await scopes();
    await deriveUnitScopes(database);
    expect(await scopes()).toEqual(incremental);
    await undo(administrator, { id: merged.id, expectedVersion: 1, reason: 'x' });
    const { data_load: _, ...after } = await registerContents(database);
    const { data_load: __, ...expected } = before;
    expect(after).toEqual(expected);
  });
});
