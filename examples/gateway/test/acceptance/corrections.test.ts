import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, importProvinceFile } from '@cnscd/subgraph';
import { describe, expect, it } from 'vitest';
import { runningGateway } from '../support/running-gateway.ts';

const { ask, databaseUrl } = runningGateway();

const FILE = 'quang-tri.yaml';
const text = readFileSync(
  join(import.meta.dirname, '../../../../packages/subgraph/data/provinces', FILE),
  'utf8',
);

async function importText(changed: string) {
  const database = connect(databaseUrl());
  try {
    return await importProvinceFile(database, { name: FILE, text: changed });
  } finally {
    await database.close();
  }
}

async function members() {
  const { data } = await ask(`{
    overview(unitCode: "45", asOf: "2023-09-30") { members { reported { value qualifier } } warnings { code shortfall } }
    adminUnit(code: "45", asOf: "2023-09-30") {
      figures(indicatorCodes: ["MEMBERS"]) { value history { revision value qualifier supersededAt } }
    }
  }`);
  return {
    reported: data.overview.members.reported,
    figures: data.adminUnit.figures,
    warnings: data.overview.warnings,
  };
}

describe("a province's data file", () => {
  it('imported again unchanged changes nothing', async () => {
    const before = await members();
    const report = await importText(text);
    const changes = Object.values({ ...report.sections, register: report.register });
    expect(changes.every(({ added, changed, withdrawn }) => added + changed + withdrawn === 0)).toBe(true);
    expect(changes.reduce((sum, { unchanged }) => sum + unchanged, 0)).toBeGreaterThan(40);
    expect(await members()).toEqual(before);
  });

  it('with a corrected figure changes the overview and keeps the earlier figure in history', async () => {
    const corrected = text.replace('indicator: MEMBERS, value: 4327', 'indicator: MEMBERS, value: hơn 4.372');
    expect(corrected).not.toBe(text);
    const report = await importText(corrected);
    expect(report.sections.figures).toMatchObject({ added: 0, changed: 1, withdrawn: 0 });
    const after = await members();
    expect(after.reported).toEqual({ value: 4372, qualifier: 'AT_LEAST' });
    expect(after.figures).toEqual([
      {
        value: 4372,
        history: [
          { revision: 2, value: 4372, qualifier: 'AT_LEAST', supersededAt: null },
          { revision: 1, value: 4327, qualifier: 'EXACT', supersededAt: expect.any(String) },
        ],
      },
    ]);
    // 45 more members are just what was missing.
    expect(after.warnings).toEqual([]);
  });

  it('with faults is refused as a whole, every fault with its place, and nothing changes', async () => {
    const before = await members();
    const faulty = corrupted(text);
    const error = await importText(faulty).then(
      () => null,
      (refusal: unknown) => refusal,
    );
    expect(error).toMatchObject({ code: 'IMPORT_INVALID', issues: [{ line: expect.any(Number) }, {}, {}] });
    const { issues } = error as { issues: { messages: { vi: string; en: string }; value: string }[] };
    expect(issues.map((issue) => issue.value).sort()).toEqual(['-115', '2023-02-30', '999']);
    expect(issues.every(({ messages }) => messages.vi !== '' && messages.en !== '')).toBe(true);
    expect(await members()).toEqual(before);
  });
});

/** A negative count, a unit that does not exist, and a day that does not exist. */
function corrupted(original: string): string {
  const changed = original
    .replace('level: COMMUNE, value: 115', 'level: COMMUNE, value: -115')
    .replace('unit: "467"', 'unit: "999"')
    .replace('issuedOn: 2022-06-08', 'issuedOn: 2023-02-30');
  expect(changed.match(/value: -115|unit: "999"|issuedOn: 2023-02-30/g)).toHaveLength(3);
  return changed;
}
