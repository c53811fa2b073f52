import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { deriveUnitScopes } from '../../../src/features/units/loading/derive-unit-scopes.ts';
import { officer } from '../../support/people.ts';
import { sendWrites } from '../../support/send-write.ts';
import { makeCountry } from '../../support/small-country.ts';
import { testSubgraph } from '../../support/subgraph.ts';

const { run, database } = await testSubgraph('empty');
const administrator = officer('ADMINISTRATOR', 'VN');
const write = sendWrites(run, { Merger: 'id status' });

/** Numbers that are the same in every run. */
function diceOf(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** Provinces of old that became one; communes of old that went into those of today whole, by halves, or nobody says how. */
function randomCountry(dice: (sides: number) => number) {
  const ended = '..2025-06-30';
  const units = ['VN NATION -', `10 PROVINCE VN ${ended}`, `20 PROVINCE VN ${ended}`, '30 PROVINCE VN'];
  units.push('20@2 PROVINCE VN 2025-07-01..', `101 DISTRICT 10 ${ended}`);
  const links = ['10 -> 20@2 WHOLE 2025-07-01', '20 -> 20@2 WHOLE 2025-07-01'];
  const today = Array.from({ length: 16 }, (_, index) => String(20_001 + index));
  for (const [index, code] of today.entries()) {
    units.push(`${code} COMMUNE ${index < 10 ? '20@2' : '30'} 2025-07-01..`, `v${code} VILLAGE ${code}`);
  }
  for (let former = 0; former < 40; former++) {
    const id = String(10_001 + former);
    units.push(
      `${id} COMMUNE ${['101', '10', '20'][dice(3)]} 2025-01-01${ended}`,
      `v${id} VILLAGE ${id} ${ended}`,
    );
    const successors = new Set(Array.from({ length: 1 + dice(3) }, () => today[dice(today.length)]));
    for (const to of successors) {
      const kind = successors.size > 1 ? 'PART' : ['WHOLE', 'UNSPECIFIED', 'PART'][dice(3)];
      links.push(`${id} -> ${to} ${kind} 2025-07-01`);
    }
    // A generation before that.
    units.push(`${id}@0 COMMUNE 101 ..2024-12-31`);
    links.push(`${id}@0 -> ${id} ${['WHOLE', 'UNSPECIFIED'][dice(2)]} 2025-01-01`);
  }
  return { units, links };
}

const scopes = () => database.rows(sql`select * from unit_scope order by region_id, unit_id`);
const standing = async () =>
  (
    await database.rows<{ code: string }>(sql`
      select code from admin_unit where level = 'COMMUNE' and valid_to is null order by id`)
  ).map(({ code }) => code);

it('are those that a derivation of all finds, after any merger and after it is undone', async () => {
  const dice = diceOf(7);
  await makeCountry(database, randomCountry(dice));
  let lineageOfAll = 0;
  for (let round = 0; round < 20; round++) {
    const before = await scopes();
    const codes = await standing();
    const from = [...new Set(Array.from({ length: 1 + dice(4) }, () => codes[dice(codes.length)]))];
    const merged = await write('mergeUnits')(administrator, {
      fromUnits: from.map((code) => ({ code })),
      ...{
        code: String(50_001 + round),
        name: `Mới ${round}`,
        kind: 'XA',
        parentCode: dice(2) === 0 ? '20' : '30',
      },
      ...{ effectiveOn: `2026-10-${String(round + 2).padStart(2, '0')}`, source: { id: 's' } },
    });
    expect(merged).toMatchObject({ __typename: 'Merger', status: 'APPLIED' });
    const incremental = await scopes();
    await deriveUnitScopes(database);
    expect(await scopes()).toEqual(incremental);
    lineageOfAll += incremental.length - before.length;
    if (dice(3) > 0) continue;
    const undone = await write('undoMerger')(administrator, {
      id: merged.id,
      expectedVersion: 1,
      reason: 'x',
    });
    expect(undone).toMatchObject({ status: 'UNDONE' });
    expect(await scopes()).toEqual(before);
    await deriveUnitScopes(database);
    expect(await scopes()).toEqual(before);
  }
  expect(lineageOfAll).toBeGreaterThan(200);
});
