import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/import-issue.ts';
import { importProvinceFile } from '../../src/import/import-province-file.ts';
import { testDatabase } from '../support/database.ts';

const db = await testDatabase('loaded');

/** "line:column path = value" of everything that is wrong with a file. */
async function issues(text: string): Promise<string[]> {
  const error = await refusal(text);
  return error.issues.map(({ line, column, path, value }) => `${line}:${column} ${path} = ${value}`);
}

async function refusal(text: string): Promise<ImportError> {
  const error = await importProvinceFile(db, { name: 'xau.yaml', text }).catch((thrown: unknown) => thrown);
  if (!(error instanceof ImportError)) throw new Error(`was not refused: ${String(error)}`);
  return error;
}

const BAD = `sources:
  nguon: { title: Nguồn }
figures:
  - unit: "83"
    day: 2025-07-01
    source: nguon
    statement: mã 83 đã kết thúc
    values:
      - { indicator: TEAMS, value: 12 }
  - unit: "27"
    day: 2024-02-30
    source: nguon
    statement: ngày không có
    values:
      - { indicator: TEAMS, value: 12 }
  - unit: "27"
    day: 2024-06-30
    source: khong-co
    statement: nhiều lỗi
    values:
      - { indicator: TEAM, value: 12 }
      - { indicator: MEMBERS, value: -5 }
      - { indicator: MEMBERS, level: WARD, value: nhiều }
      - { indicator: TEAMS, value: 12% }
      - { indicator: TEAMS, value: "1,473" }
      - { indicator: VILLAGES, value: 3, target: KHONG-CO }
      - { indicator: VILLAGES, value: 4 }
      - { indicator: COMMUNES, value: 4, denominator: 5, note: thừa }
targets:
  - code: CHI-TIEU
    indicator: DTI_RANK
    unit: "27"
    day: 2024-06-30
    period: 2024-Q5
    comparator: MORE
    value: 3
    statement: thiếu đơn vị đo
    source: nguon
`;

describe('a bad file', () => {
  it('is refused with all that is wrong, each at its place', async () => {
    expect(await issues(BAD)).toEqual([
      '4:11 figures[0].unit = 83',
      '11:10 figures[1].day = 2024-02-30',
      '18:13 figures[2].source = khong-co',
      '21:22 figures[2].values[0].indicator = TEAM',
      '22:38 figures[2].values[1].value = -5',
      '23:38 figures[2].values[2].level = WARD',
      '23:51 figures[2].values[2].value = nhiều',
      '24:36 figures[2].values[3].value = 12%',
      '25:36 figures[2].values[4].value = 1,473',
      '26:50 figures[2].values[5].target = KHONG-CO',
      '27:22 figures[2].values[6].indicator = VILLAGES',
      '28:64 figures[2].values[7].note = thừa',
      '30:5 targets[0].measureUnit = null',
      '34:13 targets[0].period = 2024-Q5',
      '35:17 targets[0].comparator = MORE',
    ]);
  });

  it('is explained in both languages', async () => {
    const error = await refusal(BAD);
    expect(error.code).toBe('IMPORT_INVALID');
    expect(error.message).toContain('xau.yaml có 15 lỗi, chưa ghi gì vào cơ sở dữ liệu');
    expect(error.messages.en).toContain(
      'line 4, figures[0].unit: There is no unit with code 83 on 2025-07-01.',
    );
    expect(error.issues[0]?.messages.vi).toBe('Ngày 2025-07-01 không có đơn vị hành chính mang mã 83.');
    expect(error.issues.at(-1)?.messages.vi).toBe('Phải là một trong: AT_LEAST, AT_MOST, EXACTLY.');
    expect(error.issues[12]?.messages).toEqual({ vi: 'Thiếu mục này.', en: 'This is missing.' });
  });

  it('writes nothing', async () => {
    await refusal(BAD);
    expect(await db.rows(sql`select id from source_document where id = 'nguon'`)).toEqual([]);
    expect(await db.rows(sql`select name from data_load where name like '%xau.yaml'`)).toEqual([]);
  });

  it.each([
    ['what is not YAML', 'figures: [', ['1:11  = null']],
    ['a list instead of sections', '- 1', ['1:1  = ["1"]']],
    ['an unknown section', 'figure: []', ['1:9 figure = []']],
    ['a section twice', 'figures: []\nfigures: []', ['2:1  = null']],
    [
      'a period that begins after the day',
      `sources: { nguon: { title: Nguồn } }
figures:
  - { unit: "27", day: 2023-12-31, period: 2024, source: nguon, statement: sai kỳ, values: [{ indicator: TEAMS, value: 1 }] }`,
      ['3:44 figures[0].period = 2024'],
    ],
    [
      'a village that nobody declared, and one of a commune that had ended',
      `sources: { nguon: { title: Nguồn } }
villages:
  - { id: thon, kind: THON, name: Cũ, commune: "20293", day: 2024-11-27, source: nguon }
figures:
  - { unit: khac, day: 2024-11-27, source: nguon, statement: không khai, values: [{ indicator: TEAMS, value: 1 }] }
  - { unit: thon, day: 2025-12-25, source: nguon, statement: đã hết, values: [{ indicator: TEAMS, value: 1 }] }`,
      ['5:13 figures[0].unit = khac', '6:13 figures[1].unit = thon'],
    ],
    [
      'a rule without what it asks for, and more adopters than there are',
      `sources: { nguon: { title: Nguồn } }
rules:
  - { code: R, unit: "27", day: 2024-06-30, requirement: LEADER_AFFILIATION, statement: thiếu, source: nguon }
models:
  - code: M
    unit: "27"
    day: 2024-06-30
    name: Mô hình
    source: nguon
    adoptions: [{ unit: "27", day: 2024-06-30, adopted: 7, total: 6, source: nguon }]`,
      ['3:5 rules[0].affiliation = null', '10:57 models[0].adoptions[0].adopted = 7'],
    ],
  ])('with %s is refused', async (_, text, expected) => {
    expect(await issues(text)).toEqual(expected);
  });
});
