import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../../../packages/subgraph/src/database/client.ts';
import { importUnitFiles } from '../../../../packages/subgraph/src/features/units/loading/official/import-unit-files.ts';
import {
  officialTables,
  officialTablesMissing,
} from '../../../../packages/subgraph/test/support/official-tables.ts';
import { runningGateway } from '../support/running-gateway.ts';

const { ask, databaseUrl } = runningGateway();

const UNIT = `query ($code: String!, $asOf: Date) {
  adminUnit(code: $code, asOf: $asOf) {
    code fullName kind validFrom validTo parent { code fullName }
    successors { kind effectiveOn wording source to {
      code fullName validFrom validTo
      successors { kind effectiveOn to { code fullName validFrom validTo } }
    } }
    predecessors { kind effectiveOn from { code fullName } }
  }
}`;

/** The unit that bears the code on the day; today without one. */
async function unit(code: string, asOf: string | null = null) {
  const { data, errors } = await ask(UNIT, { code, asOf });
  expect(errors).toEqual([]);
  return data.adminUnit;
}

async function count(level: string, asOf: string): Promise<number> {
  const { data, errors } = await ask(
    'query ($level: AdminLevel, $asOf: Date) { adminUnits(level: $level, asOf: $asOf, first: 1) { totalCount } }',
    { level, asOf },
  );
  expect(errors).toEqual([]);
  return data.adminUnits.totalCount;
}

interface Commune {
  code: string;
  kind: string;
  successors: { wording: string | null }[];
}

/** All communes of a day, two hundred at a time. */
async function communes(asOf: string, parentCode: string | null = null): Promise<Commune[]> {
  const all: Commune[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await ask(
      `query ($asOf: Date, $parentCode: String, $after: String) {
        adminUnits(level: COMMUNE, asOf: $asOf, parentCode: $parentCode, first: 200, after: $after) {
          nodes { code kind successors { wording } } pageInfo { hasNextPage endCursor }
        }
      }`,
      { asOf, parentCode, after },
    );
    expect(errors).toEqual([]);
    all.push(...data.adminUnits.nodes);
    after = data.adminUnits.pageInfo.hasNextPage ? data.adminUnits.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

describe('a code is not an identity', () => {
  it.each([
    ['44', '2025-06-30', 'Tỉnh Quảng Bình', null, '2025-06-30'],
    ['44', '2025-07-01', 'Tỉnh Quảng Trị', '2025-07-01', null],
    ['45', '2025-06-30', 'Tỉnh Quảng Trị', null, '2025-06-30'],
    ['29194', '2025-06-30', 'Xã Tân Phong', null, '2025-06-30'],
    ['29194', '2025-07-01', 'Xã Đại Điền', '2025-07-01', null],
    ['29188', '2025-06-30', 'Xã Đại Điền', null, '2025-06-30'],
  ])('%s on %s is %s', async (code, asOf, fullName, validFrom, validTo) => {
    expect(await unit(code, asOf)).toMatchObject({ code, fullName, validFrom, validTo });
  });

  it.each([
    ['44', 'Tỉnh Quảng Trị'],
    ['29194', 'Xã Đại Điền'],
  ])('%s is %s today', async (code, fullName) => {
    expect((await unit(code)).fullName).toBe(fullName);
  });

  it('keeps leading zeros, and takes no code without them', async () => {
    expect(await unit('02', '2025-06-30')).toMatchObject({ code: '02', fullName: 'Tỉnh Hà Giang' });
    expect(await unit('00004')).toMatchObject({
      code: '00004',
      fullName: 'Phường Ba Đình',
      parent: { code: '01' },
    });
    const { errors } = await ask('{ adminUnit(code: "4") { code } }');
    expect(errors.map((error) => error.extensions['code'])).toEqual(['UNIT_CODE_INVALID']);
  });
});

describe('the places of the five reports', () => {
  it.each([
    ['29188', 'Xã Đại Điền', '29194', 'Xã Đại Điền'],
    ['29194', 'Xã Tân Phong', '29194', 'Xã Đại Điền'],
    ['00697', 'Phường Minh Khai', '00691', 'Phường Hà Giang 2'],
    ['00715', 'Xã Lũng Cú', '00715', 'Xã Lũng Cú'],
    ['20293', 'Xã Hòa Bắc', '20194', 'Phường Hải Vân'],
    ['20323', 'Xã Hòa Châu', '20314', 'Phường Hòa Xuân'],
    ['20224', 'Phường An Khê', '20305', 'Phường An Khê'],
    ['20272', 'Phường An Hải Bắc', '20275', 'Phường An Hải'],
  ])('%s %s is in %s %s today', async (code, fullName, newCode, newName) => {
    const then = await unit(code, '2025-06-30');
    expect(then.fullName).toBe(fullName);
    expect(then.successors).toMatchObject([
      { kind: 'WHOLE', effectiveOn: '2025-07-01', to: { code: newCode, fullName: newName, successors: [] } },
    ]);
    const today = await unit(newCode);
    expect(today).toMatchObject({ fullName: newName, validFrom: '2025-07-01', validTo: null });
    expect(today.predecessors).toContainEqual({
      ...{ kind: 'WHOLE', effectiveOn: '2025-07-01', from: { code, fullName } },
    });
  });

  it('Nam Dương went into Hải Châu by way of Phước Ninh', async () => {
    expect(await unit('20248', '2024-11-27')).toMatchObject({
      ...{ fullName: 'Phường Nam Dương', validTo: '2024-12-31' },
      successors: [
        {
          ...{ kind: 'WHOLE', effectiveOn: '2025-01-01' },
          to: {
            ...{
              code: '20242',
              fullName: 'Phường Phước Ninh',
              validFrom: '2025-01-01',
              validTo: '2025-06-30',
            },
            successors: [
              {
                ...{ kind: 'WHOLE', effectiveOn: '2025-07-01' },
                to: { code: '20242', fullName: 'Phường Hải Châu', validFrom: '2025-07-01', validTo: null },
              },
            ],
          },
        },
      ],
    });
    const { errors } = await ask('{ adminUnit(code: "20248", asOf: "2025-01-01") { code } }');
    expect(errors.map((error) => error.extensions['code'])).toEqual(['UNIT_NOT_FOUND']);
  });
});

describe('since the reorganisation', () => {
  it('there are 34 provinces and 3,321 communes, and no districts', async () => {
    expect(await count('PROVINCE', '2026-05-01')).toBe(34);
    expect(await count('COMMUNE', '2026-05-01')).toBe(3321);
    expect(await count('DISTRICT', '2026-05-01')).toBe(0);
  });

  it('of the communes, 2,611 are xã, 697 phường and 13 đặc khu, each with its own code of five digits', async () => {
    const all = await communes('2026-05-01');
    const ofKind = (kind: string) => all.filter((commune) => commune.kind === kind).length;
    expect([ofKind('XA'), ofKind('PHUONG'), ofKind('DAC_KHU')]).toEqual([2611, 697, 13]);
    expect(new Set(all.map((commune) => commune.code)).size).toBe(3321);
    expect(all.filter((commune) => !/^\d{5}$/.test(commune.code))).toEqual([]);
  });

  it('ten xã of Đồng Nai became phường on 30 April 2026 and kept their codes', async () => {
    const before = new Map((await communes('2026-04-29', '75')).map(({ code, kind }) => [code, kind]));
    const after = await communes('2026-04-30', '75');
    expect(new Set(after.map(({ code }) => code))).toEqual(new Set(before.keys()));
    const changed = after.filter(({ code, kind }) => before.get(code) !== kind);
    expect(changed.map(({ code, kind }) => [before.get(code), kind])).toEqual(
      Array(10).fill(['XA', 'PHUONG']),
    );
    const changedCodes = changed.map(({ code }) => code);
    expect(changedCodes).toContain('25270');
    expect(await unit('25270', '2026-04-29')).toMatchObject({
      ...{ fullName: 'Xã Lộc Ninh', validTo: '2026-04-29', parent: { fullName: 'Tỉnh Đồng Nai' } },
      successors: [
        {
          kind: 'KIND_CHANGED',
          effectiveOn: '2026-04-30',
          to: { code: '25270', fullName: 'Phường Lộc Ninh' },
        },
      ],
    });
    expect(await unit('25270')).toMatchObject({
      ...{ fullName: 'Phường Lộc Ninh', parent: { code: '75', fullName: 'Thành phố Đồng Nai' } },
      predecessors: [{ kind: 'KIND_CHANGED', from: { code: '25270', fullName: 'Xã Lộc Ninh' } }],
    });
  });
});

describe.skipIf(officialTablesMissing !== null)(
  `with the tables of the statistics office${officialTablesMissing === null ? '' : ` (${officialTablesMissing})`}`,
  () => {
    beforeAll(async () => {
      const db = connect(databaseUrl(), { statementTimeoutMs: 0 });
      await importUnitFiles(db, officialTables);
      await db.close();
    });

    it.each([
      ['2025-01-04', 63, 696, 10_051],
      ['2025-03-01', 63, 696, 10_047],
      ['2026-05-01', 34, 0, 3321],
    ])('%s has %i provinces, %i districts and %i communes', async (day, provinces, districts, all) => {
      expect(await count('PROVINCE', day)).toBe(provinces);
      expect(await count('DISTRICT', day)).toBe(districts);
      expect(await count('COMMUNE', day)).toBe(all);
    });

    it('441 communes went into several, in the words of the conversion table', async () => {
      const split = (await communes('2025-06-30')).filter(
        ({ successors }) => successors.length > 1 && successors.every((link) => link.wording !== null),
      );
      expect(split).toHaveLength(441);
    }, 60_000);

    it('a link has its kind and the words of the table', async () => {
      const links = async (code: string) =>
        (await unit(code, '2025-06-30')).successors.map(
          ({ kind, wording, to }: { kind: string; wording: string; to: { fullName: string } }) =>
            `${kind} "${wording}": ${to.fullName}`,
        );
      expect(await links('05998')).toEqual(['WHOLE "Nhập toàn bộ": Xã Đoàn Kết']);
      expect(await links('11350')).toEqual([
        'PART "Nhập một phần": Phường Gia Viên',
        'PART "Nhập một phần": Phường Ngô Quyền',
      ]);
      const [link] = (await unit('05998', '2025-06-30')).successors;
      expect(link.source).toContain('nso-conversion-2025-07.csv');
    });

    it('codes and names that other tables know stay as they were', async () => {
      expect(await unit('44', '2025-06-30')).toMatchObject({ fullName: 'Tỉnh Quảng Bình' });
      expect(await unit('20242', '2025-06-30')).toMatchObject({ fullName: 'Phường Phước Ninh' });
    });
  },
);
