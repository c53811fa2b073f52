import { readFile as readBytesOf } from 'node:fs/promises';
import type { ImportKind } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/imports/reading/read-file.ts';
import type { SheetRow } from '../../../src/imports/reading/sheet-row.ts';
import { unpackText } from '../../../src/spreadsheets/xlsx/unpack.ts';
import { zipParts } from '../../../src/spreadsheets/xlsx/zip-parts.ts';
import { type RawCell, rowsXml, STYLES, styled } from '../../spreadsheets/support/rows-xml.ts';
import { workbookOf } from '../../spreadsheets/support/workbook-of.ts';
import { TODAY } from './support/read-table.ts';

type Options = Partial<Parameters<typeof readFile>[1]>;

async function read(bytes: Uint8Array, options: Options = {}) {
  const records: SheetRow[] = [];
  const { copy, ...result } = await readFile(
    bytes,
    { kind: 'ROSTER', fileName: 'a.xlsx', today: TODAY, ...options },
    async (rows) => void records.push(...rows),
  );
  return { copy, found: { ...result, records } };
}

/** What the first reading found, and the second one, of the copy. */
async function twice(bytes: Uint8Array, options: Options = {}) {
  const { copy, found } = await read(bytes, options);
  if (copy == null) throw new Error('no copy was made');
  const again = await read(copy, { ...options, fileName: 'a.xlsx', isCopy: true });
  return { copy, found, again };
}

async function textOf(file: Uint8Array): Promise<string> {
  let text = Buffer.from(file).toString('latin1');
  for (const part of zipParts(file).values()) for await (const piece of unpackText(part)) text += piece;
  return text;
}

const book = (rows: readonly (readonly RawCell[])[], more: Partial<Parameters<typeof workbookOf>[0]> = {}) =>
  workbookOf({ sheets: [{ name: 'Xã Hải Lăng', xml: rowsXml(rows, ['A4:A5']) }], styles: STYLES, ...more });

const ROWS = [
  ['DANH SÁCH TỔ, liên hệ CCCD 045090007777'],
  ['Tên tổ', 'Họ và tên', 'SĐT', 'Số CCCD', 'CMND của vợ', 'Từ ngày', 'Ghi chú', 'Chỗ khác', 'Cỡ áo'],
  [1, 2, 3, 4, 5, 6, 7, 8, 9],
  [
    'Tổ thôn Đông',
    'Lê Hà',
    912345678,
    '045090001234',
    312345678,
    styled(45_323, 'day'),
    'mk: Abc@1234',
    987654321,
    'M',
  ],
  [
    null,
    'Trần 045085004321 Bình',
    '0912345679; 045085004322',
    1203012345,
    null,
    styled(45_324.5, 'dayTime'),
    'x',
    '212345678',
    'L',
  ],
  [
    'Tổ 045085004323',
    styled('NguyÔn V¨n ¸', 'tcvn3'),
    '0912 345 679',
    'chưa có',
    null,
    '1-2-24',
    { inside: '<f>A1</f>' },
    null,
    null,
  ],
  ['Tổng cộng: 3 người, mật khẩu: to@2026', null, null, null, null, null, null, null, null],
] satisfies RawCell[][];
const DIGITS = /045090007777|045090001234|312345678|Abc@1234|04508500432|1203012345|212345678|to@2026/u;

describe('the copy that is kept of a file', () => {
  it('has none of what is never stored, and reads as the file does', async () => {
    const { copy, found, again } = await twice(book(ROWS));
    expect(await textOf(copy)).not.toMatch(DIGITS);
    expect(again.found).toEqual(found);
    expect(again.copy).toBeUndefined();
    expect(JSON.stringify(found)).not.toMatch(DIGITS);
    const issues = found.records.flatMap((record) =>
      record.issues.map(({ code, cell }) => `${code} ${cell}`),
    );
    expect(issues).toEqual([
      ...[
        'TEXT_SENSITIVE G4',
        'TEXT_SENSITIVE B5',
        'TEXT_SENSITIVE C5',
        'TEXT_SENSITIVE A6',
        'LEGACY_FONT B6',
      ],
      ...['DATE_AMBIGUOUS F6', 'FORMULA_WITHOUT_VALUE G6', 'TEXT_SENSITIVE A7', 'VALUE_MISSING B7'],
    ]);
    expect(found.issues.map(({ code }) => code)).toContain('FILE_CLEARED');
    // Phone numbers without their zero are no citizen IDs, in a column that the officer has still to name either.
    expect(await textOf(copy)).toContain('987654321');
  });

  it('is made where nothing of the table can be read yet', async () => {
    const renamed: Record<string, string> = { 'Tên tổ': 'Đội', 'Họ và tên': 'Quý danh' };
    const rows = ROWS.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? (renamed[cell] ?? cell) : cell)),
    );
    const { copy, found, again } = await twice(book(rows));
    expect(found.rows).toBe(0);
    expect(await textOf(copy)).not.toMatch(DIGITS);
    expect(again.found).toEqual(found);
    const mapped = await read(copy, { isCopy: true, mapping: { 'Quý danh': 'fullName' } });
    expect(mapped.found.records.map(({ values }) => values['fullName'])).toEqual([
      'Lê Hà',
      null,
      'Nguyễn Văn á',
      null,
    ]);
  });

  it('of a CSV in which nothing else is wrong', async () => {
    const text = 'Họ tên;SĐT;CCCD;Ghi chú\nLê Hà;0912345678;045090001234;\nTrần Bình;;;số 045 090 001 235\n';
    const { copy, found, again } = await twice(Buffer.from(text), { fileName: 'a.csv' });
    expect(await textOf(copy)).not.toMatch(/045|001 ?23/u);
    expect(again.found).toEqual(found);
  });

  it('of an XLS', async () => {
    const bytes = await readBytesOf(new URL('../../spreadsheets/files/can-cuoc.xls', import.meta.url));
    const { copy, found, again } = await twice(bytes, { fileName: 'a.xls' });
    expect(await textOf(copy)).not.toMatch(/045 ?090/u);
    expect(again.found).toEqual(found);
  });

  it.each([
    ['a picture', 'xl/media/image1.png', 'x'],
    ['a note', 'xl/comments1.xml', '<comments><text><t>CCCD 045090001234</t></text></comments>'],
  ])('is made for %s as well', async (_what, name, content) => {
    const { copy, found } = await twice(
      book(
        [
          ['Họ tên', 'SĐT'],
          ['Lê Hà', 912345678],
        ],
        { parts: { [name]: content } },
      ),
    );
    expect([...zipParts(copy).keys()]).not.toContain(name);
    expect(found.issues.map(({ code }) => code)).toContain('FILE_CLEARED');
  });

  it.each<[ImportKind, RawCell[][]]>([
    [
      'ROSTER',
      [
        ['Họ tên', 'SĐT', 'Số nào đó'],
        ['Lê Hà', 912345678, 987654321],
      ],
    ],
    [
      'FIGURES',
      [
        ['Chỉ tiêu', 'Giá trị', 'Số nào đó'],
        ['Doanh thu', 123456789, 234567891],
      ],
    ],
    [
      'ACTIVITIES',
      [
        ['Tên hoạt động', 'Ngày', 'Mã khác'],
        ['Dạy VNeID', '01/02/2026', 'ab7ff2f3-0995-4bb2-9ec6-9a788607299e'],
      ],
    ],
  ])('is not made of phone numbers, figures and ids: %s', async (kind, rows) => {
    const { copy, found } = await read(book(rows), { kind });
    expect([copy, found.rows]).toEqual([undefined, 1]);
  });
});
