import { parseVietnameseNumber } from '@cnscd/domain';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { neutralText, originalText } from '../../src/spreadsheets/neutral-text.ts';
import type { Table } from '../../src/spreadsheets/table.ts';
import { writeCsvTable } from '../../src/spreadsheets/write-csv-table.ts';
import { writeXlsxTable } from '../../src/spreadsheets/write-xlsx-table.ts';

const FORMULAS = [
  '=HYPERLINK("https://example.com","x")',
  '+84912345678',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '  =1',
  '\u00A0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  "''=1",
  "'@",
  '-',
];
const PLAIN = ['Nguyễn Thị Ánh', "M'gar", "'quoted'", '0912 345 678', '1-2', 'a=b', ''];

const table = (rows: Table['rows']): Table => ({
  name: 'Danh sách tổ',
  columns: [
    { header: 'Tên', type: 'TEXT' },
    { header: 'Số thành viên', type: 'INTEGER' },
    { header: 'Điểm', type: 'DECIMAL' },
    { header: 'Tỷ lệ', type: 'PERCENT' },
    { header: 'Ngày thành lập', type: 'DATE' },
  ],
  rows,
});

describe('writeXlsxTable', () => {
  it('is read by another library as it was: text, numbers, percents and days', async () => {
    const bytes = await writeXlsxTable(
      table([
        ['Tổ 1', 15_862, 6.27, 98.5, '2023-09-30'],
        ['0912345678', null, 0, 0, null],
      ]),
    );
    const [sheet] = await readExcelFile(Buffer.from(bytes));
    expect(sheet?.sheet).toBe('Danh sách tổ');
    expect(sheet?.data).toEqual([
      ['Tên', 'Số thành viên', 'Điểm', 'Tỷ lệ', 'Ngày thành lập'],
      ['Tổ 1', 15_862, 6.27, 0.985, new Date('2023-09-30T00:00:00Z')],
      ['0912345678', null, 0, 0, null],
    ]);
  });

  it.each(FORMULAS.filter((text) => text.trim() === text))('keeps %j as text', async (text) => {
    const [sheet] = await readExcelFile(Buffer.from(await writeXlsxTable(table([[text, 1, 1, 1, null]]))), {
      trim: false,
    });
    expect(sheet?.data[1]?.[0]).toBe(text);
  });

  it('makes a sheet of each table, by a name that a workbook takes', async () => {
    const named = (name: string): Table => ({ ...table([]), name });
    const bytes = await writeXlsxTable([named('Quý I/2026: tổng hợp các xã, phường, đặc khu'), named('')]);
    const sheets = await readExcelFile(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Quý I-2026- tổng hợp các xã, ph', 'Bảng 1']);
  });
});

describe('neutralText', () => {
  it.each(FORMULAS)('puts an apostrophe before %j, and it can be taken off again', (text) => {
    expect(neutralText(text)).toBe(`'${text}`);
    expect(originalText(neutralText(text))).toBe(text);
  });

  it.each(PLAIN)('leaves %j alone', (text) => {
    expect(neutralText(text)).toBe(text);
    expect(originalText(text)).toBe(text);
  });
});

describe('writeCsvTable', () => {
  const text = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  it('has the mark that Excel needs, decimal commas between semicolons, and days as officers write them', () => {
    const bytes = writeCsvTable(
      table([
        ['Tổ "1"; A', 15_862, 6.27, 98.5, '2023-09-30'],
        ['=1', null, 0, 0, null],
      ]),
    );
    expect(text(bytes)).toBe(
      '\uFEFFTên;Số thành viên;Điểm;Tỷ lệ;Ngày thành lập\r\n"Tổ ""1""; A";15862;6,27;98,5%;30/09/2023\r\n\'=1;;0;0%;\r\n',
    );
  });

  it('has decimal points between commas', () => {
    const bytes = writeCsvTable(table([['a', 1, 6.27, 98.5, null]]), { delimiter: ',' });
    expect(text(bytes)).toContain('a,1,6.27,98.5%,\r\n');
  });

  it.each([0.473, 1.473, 1234.5, 0.1 + 0.2, 1e-7, 123_456_789.125, -2.5])(
    'writes %d so that it has one reading',
    (value) => {
      for (const delimiter of [',', ';'] as const) {
        const lines = text(writeCsvTable(table([['a', null, value, null, null]]), { delimiter })).split(
          '\r\n',
        );
        const written = (lines[1] ?? '').split(delimiter)[2] ?? '';
        expect(parseVietnameseNumber(written).value).toBeCloseTo(value, 10);
      }
    },
  );
});
