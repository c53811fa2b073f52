import { describe, expect, it } from 'vitest';
import { makeCountry } from '../support/small-country.ts';
import { testSubgraph } from '../support/subgraph.ts';

/**
 * Province 10 and province 20 become province 20 (new). Of the communes of 10, 10001 goes whole into 10002 (new),
 * 10003 is split between 10002 (new) and 20004 (new). Codes are reused, as in life.
 */
const { run, database } = await testSubgraph('empty');
await makeCountry(database, {
  units: [
    'VN NATION -',
    '10 PROVINCE VN ..2025-06-30',
    '20 PROVINCE VN ..2025-06-30',
    '30 PROVINCE VN',
    '20@2 PROVINCE VN 2025-07-01..',
    '10001 COMMUNE 10 ..2025-06-30',
    '10002 COMMUNE 10 ..2025-06-30',
    '10003 COMMUNE 10 ..2025-06-30',
    '20004 COMMUNE 20 ..2025-06-30',
    '30001 COMMUNE 30',
    '30002 COMMUNE 30',
    '10002@2 COMMUNE 20@2 2025-07-01..',
    '20004@2 COMMUNE 20@2 2025-07-01..',
  ],
  links: [
    '10 -> 20@2 WHOLE 2025-07-01',
    '20 -> 20@2 WHOLE 2025-07-01',
    '10001 -> 10002@2 WHOLE 2025-07-01',
    '10002 -> 10002@2 WHOLE 2025-07-01',
    '10003 -> 10002@2 PART 2025-07-01',
    '10003 -> 20004@2 PART 2025-07-01',
    '20004 -> 20004@2 WHOLE 2025-07-01',
  ],
  figures: [
    // Province 10 speaks for itself; its communes are below it.
    '10 TEAMS 100 2024-06-30',
    '10 MEMBERS 500+ 2024-06-30',
    '10001 TEAMS 7 2024-06-30',
    '10001 MEMBERS 30 2024-06-30',
    '10003 TEAMS 9 2024-06-30',
    '10003 MEMBERS 40 2024-06-30',
    // Province 20 says nothing; province 30 says nothing, and one of its two communes does.
    '30001 TEAMS 5 2024-05-31',
    '30001 MEMBERS 0 2024-05-31',
  ],
});

async function overview(code: string, asOf: string, boundary = 'AS_REPORTED') {
  const { data, errors } = await run(
    `query ($code: String!, $asOf: Date, $boundary: Boundary) {
      overview(unitCode: $code, asOf: $asOf, boundary: $boundary) {
        teams { reported { value qualifier asOf } completeness registered variance }
        members { reported { value qualifier } } completeness warnings { code shortfall message }
      }
    }`,
    { code, asOf, boundary },
  );
  expect(errors).toBeUndefined();
  return data.overview;
}

const codesOf = (found: { warnings: { code: string }[] }) => found.warnings.map((warning) => warning.code);

describe('an overview', () => {
  it("takes a unit's own statement and not also those below it", async () => {
    const found = await overview('10', '2024-12-31');
    expect(found.teams.reported).toEqual({ value: 100, qualifier: 'EXACT', asOf: '2024-06-30' });
    expect(found.members.reported).toEqual({ value: 500, qualifier: 'AT_LEAST' });
    expect(found.completeness).toBe(1);
  });

  it('leaves out figures of later days', async () => {
    const found = await overview('10', '2024-06-29');
    expect(found.teams).toEqual({ reported: null, completeness: 0, registered: null, variance: null });
  });

  it('adds the units below one that says nothing, and says how many are missing', async () => {
    const found = await overview('30', '2024-12-31');
    expect(found.teams.reported?.value).toBe(5);
    expect(found.members.reported?.value).toBe(0);
    expect(found.completeness).toBe(0.5);
    expect(found.warnings).toEqual([expect.objectContaining({ code: 'UNITS_NOT_REPORTING', shortfall: 1 })]);
  });

  it('has null, not 0, where nothing is stated', async () => {
    const found = await overview('20', '2024-12-31');
    expect(found.teams.reported).toBeNull();
    expect(found.members.reported).toBeNull();
    expect(found.warnings).toEqual([]);
  });
});

describe('after the provinces were joined', () => {
  it('counts predecessors in CURRENT borders only', async () => {
    expect((await overview('20', '2025-12-31')).teams.reported).toBeNull();
    const current = await overview('20', '2025-12-31', 'CURRENT');
    expect(current.teams.reported?.value).toBe(100);
    expect(current.completeness).toBe(0.5);
    expect(codesOf(current)).toEqual(['UNITS_NOT_REPORTING']);
  });

  it('counts what went whole into a commune and never shares out what was split', async () => {
    const joined = await overview('10002', '2025-12-31', 'CURRENT');
    expect(joined.teams.reported?.value).toBe(7);
    expect(codesOf(joined)).toContain('ALLOCATION_UNKNOWN');
    const other = await overview('20004', '2025-12-31', 'CURRENT');
    expect(other.teams.reported).toBeNull();
    expect(codesOf(other)).toContain('ALLOCATION_UNKNOWN');
  });

  it('gives the nation the same sum in both borders, before and after', async () => {
    for (const asOf of ['2024-12-31', '2025-12-31', '2026-11-22']) {
      const [asReported, current] = [await overview('VN', asOf), await overview('VN', asOf, 'CURRENT')];
      expect(asReported.teams.reported?.value).toBe(100);
      expect(current.teams).toEqual(asReported.teams);
      expect(current.members).toEqual(asReported.members);
    }
  });

  it('says that a unit has ended', async () => {
    const { data } = await run(`{ _entities(representations: [{ __typename: "AdminUnit", id: "10" }]) {
      ... on AdminUnit { overview(boundary: CURRENT) { asOf teams { reported { value } } warnings { code } } } } }`);
    expect(data._entities[0].overview).toEqual({
      asOf: '2025-06-30',
      teams: { reported: { value: 100 } },
      warnings: [{ code: 'UNIT_ENDED' }],
    });
  });
});

it('lets a new statement of the successor take the place of its predecessors', async () => {
  await database.pool.query(`
    insert into reported_figure (fact_key, unit_id, indicator_code, value, qualifier, as_of, source_id) values
      ('new teams', '20@2', 'TEAMS', 180, 'EXACT', '2026-01-31', 's'), ('new members', '20@2', 'MEMBERS', 900, 'EXACT', '2026-01-31', 's')`);
  expect((await overview('20', '2026-01-30', 'CURRENT')).teams.reported?.value).toBe(100);
  expect((await overview('20', '2026-01-31', 'CURRENT')).teams.reported?.value).toBe(180);
  expect((await overview('VN', '2026-01-31')).teams.reported?.value).toBe(180);
});

it('does not count a commune of today beside the old province that it lay in', async () => {
  await database.pool.query(`
    insert into reported_figure (fact_key, unit_id, indicator_code, value, qualifier, as_of, source_id) values
      ('commune teams', '10002@2', 'TEAMS', 11, 'EXACT', '2025-08-31', 's'), ('commune members', '10002@2', 'MEMBERS', 55, 'EXACT', '2025-08-31', 's')`);
  expect((await overview('10002', '2025-12-31', 'CURRENT')).teams.reported?.value).toBe(11);
  expect((await overview('20', '2025-12-31', 'CURRENT')).teams.reported?.value).toBe(100);
});

it('shows that two sources of one day disagree', async () => {
  await database.pool.query(`
    insert into reported_figure (fact_key, unit_id, indicator_code, value, qualifier, as_of, source_id)
    values ('other teams', '10', 'TEAMS', 104, 'EXACT', '2024-06-30', 's2')`);
  const found = await overview('10', '2024-12-31');
  expect(found.warnings).toContainEqual(expect.objectContaining({ code: 'SOURCES_DISAGREE', shortfall: 4 }));
});

it('counts a province for the nation once all its communes speak', async () => {
  const before = await overview('VN', '2024-12-31');
  expect(before.warnings).toContainEqual(
    expect.objectContaining({ code: 'UNITS_NOT_REPORTING', shortfall: 2 }),
  );
  await database.pool.query(`
    insert into reported_figure (fact_key, unit_id, indicator_code, value, qualifier, as_of, source_id) values
      ('last teams', '30002', 'TEAMS', 6, 'EXACT', '2024-05-31', 's'), ('last members', '30002', 'MEMBERS', 31, 'EXACT', '2024-05-31', 's')`);
  const after = await overview('VN', '2024-12-31');
  expect(after.teams.reported.value - before.teams.reported.value).toBe(11);
  expect(after.warnings).toContainEqual(
    expect.objectContaining({ code: 'UNITS_NOT_REPORTING', shortfall: 1 }),
  );
});

it('counts what two sources state alike once', async () => {
  await database.pool.query(`
    insert into reported_figure (fact_key, unit_id, indicator_code, level, value, qualifier, as_of, source_id)
    select 'twice ' || source || level, '20004', 'TEAMS', level::admin_level, value, 'EXACT', '2024-06-30', source
    from (values ('COMMUNE', 1), ('VILLAGE', 9)) part (level, value) cross join (values ('s'), ('s2')) stated (source)`);
  const found = await overview('20004', '2024-12-31');
  expect(found.teams.reported).toMatchObject({ value: 10, qualifier: 'EXACT' });
  expect(codesOf(found)).toEqual([]);
});

it('admits a figure that names a period, by its day', async () => {
  await database.pool.query(`
    insert into reported_figure (fact_key, unit_id, indicator_code, value, qualifier, as_of, period, source_id)
    values ('half', '10002', 'TEAMS', 77, 'EXACT', '2023-06-30', '2023-H1', 's')`);
  expect((await overview('10002', '2023-06-29')).teams.reported).toBeNull();
  expect((await overview('10002', '2023-06-30')).teams.reported?.value).toBe(77);
});
