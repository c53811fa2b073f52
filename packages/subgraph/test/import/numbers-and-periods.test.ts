import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/import-issue.ts';
import { importProvinceFile } from '../../src/import/import-province-file.ts';
import { administrator } from '../support/people.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded', undefined, administrator());
let files = 0;

/** A file of its own for each call, with a source of its own. */
function stated(values: string, { period, day = '2024-06-30', unit = '27', more = '' }: Options = {}) {
  const source = `so-${files++}`;
  return {
    name: `${source}.yaml`,
    text: `sources: { ${source}: { title: Nguồn } }
figures:
  - unit: "${unit}"
    day: ${day}
    ${period === undefined ? '' : `period: ${period}`}
    source: ${source}
    statement: lời nguồn
    values: [${values}]
${more.replaceAll('SOURCE', source)}`,
  };
}

interface Options {
  period?: string;
  day?: string;
  unit?: string;
  more?: string;
}

async function issues(file: { name: string; text: string }) {
  const result = await importProvinceFile(database, file).catch((thrown: unknown) => thrown);
  if (result instanceof ImportError) return result.issues;
  if (result instanceof Error) throw result;
  return [];
}

const paths = async (file: { name: string; text: string }) =>
  (await issues(file)).map(({ path, value }) => `${path} = ${value}`);

describe('what is counted', () => {
  it('must be a whole number that GraphQL can carry, said in both languages', async () => {
    const found = await issues(
      stated(
        '{ indicator: COMMUNES_COVERED, value: "10,5" }, { indicator: TEAMS, value: 3000000000 }, { indicator: MEMBERS, value: 5, max: "5,5" }, { indicator: DTI_RANK, value: 3, change: "0,5" }',
      ),
    );
    expect(found.map(({ path }) => path)).toEqual([
      'figures[0].values[0].value',
      'figures[0].values[1].value',
      'figures[0].values[2].max',
      'figures[0].values[3].change',
    ]);
    for (const { messages } of found) {
      expect(messages).toEqual({
        vi: 'Phải là số nguyên từ 0 đến 2.147.483.647.',
        en: 'Must be a whole number from 0 to 2,147,483,647.',
      });
    }
  });

  it('may be as large as GraphQL can carry; a rate may have a fraction, a change a sign', async () => {
    const values =
      '{ indicator: MEMBERS, value: 2147483647 }, { indicator: ONLINE_PAYMENT_RATE, value: "42,8%" }, { indicator: DTI_RANK, value: 3, change: -2 }';
    expect(await paths(stated(values, { unit: '24' }))).toEqual([]);
  });

  it('is whole in targets and rules as well', async () => {
    const more = `
targets:
  - { code: SO-TEAMS, indicator: TEAMS, unit: "27", day: 2024-06-30, period: 2024, comparator: AT_LEAST, value: "1,5", readings: [1, "2,5"], measureUnit: TEAM, statement: lời, source: SOURCE }
rules:
  - { code: SO-SIZE, unit: "27", day: 2024-06-30, requirement: MEMBER_COUNT, min: 3000000000, statement: lời, source: SOURCE }`;
    expect(await paths(stated('', { more }))).toEqual([
      'targets[0].value = 1,5',
      'targets[0].readings[1] = 2,5',
      'rules[0].min = 3000000000',
    ]);
  });
});

describe('a figure with a period', () => {
  const teams = '{ indicator: TEAMS, value: 42 }';

  it('reaches the overview and the benefits from its day on', async () => {
    const more = `
benefits:
  - { code: KY-QUA, unit: "31", day: 2024-06-30, name: Tặng dữ liệu, minRecipientsPerTeam: 3, statement: lời, source: SOURCE }`;
    expect(await paths(stated(teams, { unit: '31', period: '2024-H1', more }))).toEqual([]);
    const { data, errors } = await run(`{
      before: overview(unitCode: "31", asOf: "2024-06-29") { teams { reported { value } } }
      after: overview(unitCode: "31", asOf: "2024-06-30") { teams { reported { value } } }
      benefitProgrammes(unitCode: "31", asOf: "2024-06-30") { code minSlots }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      before: { teams: { reported: null } },
      after: { teams: { reported: { value: 42 } } },
    });
    expect(data.benefitProgrammes).toContainEqual({ code: 'KY-QUA', minSlots: 126 });
  });

  it('that stands on a day is refused while the period still runs', async () => {
    const [found, ...others] = await issues(stated(teams, { period: '2024', day: '2024-12-30' }));
    expect(others).toEqual([]);
    expect(found?.path).toBe('figures[0].values[0].indicator');
    expect(found?.messages.vi).toContain('kỳ 2024 đến 2024-12-31 mới hết, sau ngày 2024-12-30');
    expect(found?.messages.en).toContain('2024 ends on 2024-12-31, after 2024-12-30');
    expect(await paths(stated(teams, { period: '2024', day: '2024-12-31' }))).toEqual([]);
  });

  it('that adds up or is ranked may be stated while the period runs', async () => {
    const running = '{ indicator: DTI_RANK, value: 3 }, { indicator: ONLINE_PAYMENT_RATE, value: 40% }';
    expect(await paths(stated(running, { period: '2024', day: '2024-09-30' }))).toEqual([]);
  });

  it('cannot contradict what the source states for the same day without it', async () => {
    const more = (value: number) => `
  - { unit: "33", day: 2024-06-30, period: 2024-H1, source: SOURCE, statement: lời, values: [{ indicator: TEAMS, value: ${value} }] }`;
    expect(await paths(stated(teams, { unit: '33', more: more(43) }))).toEqual([
      'figures[1].values[0].value = 43',
    ]);
    expect(await paths(stated(teams, { unit: '33', more: more(42) }))).toEqual([]);
  });
});
