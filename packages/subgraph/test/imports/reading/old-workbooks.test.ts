import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { inspectFile } from '../../../src/spreadsheets/inspect-file.ts';
import { issueList, readBytes, valuesOf } from './support/read-table.ts';

// Both files were saved by LibreOffice: the one as Excel 97–2003, the other from that as Excel 2007.
const file = (name: string) => readFile(new URL(`../../spreadsheets/files/${name}`, import.meta.url));

const PEOPLE = [
  {
    fullName: 'Nguyễn Thị Ánh',
    phones: ['+84912345678'],
    role: 'LEADER',
    from: '2024-02-01',
    teamName: 'Tổ thôn Đông',
  },
  {
    fullName: 'Tống Văn Bình',
    phones: ['+84987654321'],
    role: 'DEPUTY',
    from: '2024-03-01',
    teamName: 'Tổ thôn Đông',
  },
  { fullName: 'Nguyễn Thị Hương', phones: ['+84912345679'], role: 'MEMBER', from: '2024-02-01', note: '2' },
  { fullName: null, phones: ['+84912345670'], role: 'MEMBER', from: null, teamName: 'Tổ thôn Tây' },
];
const FAULTS = ['LEGACY_FONT C6', 'CELL_BROKEN C7', 'DATE_AMBIGUOUS F7'];

describe.each(['danh-sach.xls', 'danh-sach.xlsx'])('%s, saved by another program', (name) => {
  it('is read: merged cells, days, formulas with their results, errors, old encodings', async () => {
    const read = await readBytes(await file(name), { kind: 'ROSTER', fileName: name });
    expect(valuesOf(read)).toMatchObject(PEOPLE);
    expect(issueList(read)).toEqual(['UNIT_FROM_SHEET -', 'SHEET_SKIPPED -', ...FAULTS]);
    expect(read.skipped.map(({ row, reason }) => `${row} ${reason}`)).toEqual(['1 TITLE', '8 TOTAL']);
    expect(valuesOf(read)[0]?.['commune']).toBe('Xã Hải Lăng');
  });
});

describe('an old workbook', () => {
  it('has percents as percents', async () => {
    const bytes = await file('danh-sach.xls');
    const mapping = { 'Họ và tên': 'indicatorName', 'Ghi chú': 'value' };
    const read = await readBytes(bytes, { kind: 'FIGURES', fileName: 'a.xls', mapping });
    expect(read.records[1]).toMatchObject({ issues: [], values: { value: 98.5, statement: '98,5%' } });
  });

  it('whose days were months before Excel made them days is asked which day was meant', async () => {
    // The built-in format mmm-yy in the place of the day's.
    const bytes = withStyles(Buffer.from(await file('danh-sach.xls')), (format) =>
      isDay(format) ? 17 : format,
    );
    const read = await readBytes(bytes, { kind: 'ROSTER', fileName: 'a.xls' });
    const codes = read.records.flatMap(({ issues }) => issues.map(({ code, cell }) => `${code} ${cell}`));
    expect(codes).toContain('DATE_INCOMPLETE F4');
  });

  it('keeps its hidden sheets to itself', async () => {
    const bytes = Buffer.from(await file('danh-sach.xls'));
    for (const at of recordsOf(bytes, 0x85).slice(0, 1)) bytes.writeUInt8(1, at + 8);
    const read = await readBytes(bytes, { kind: 'ROSTER', fileName: 'a.xls' });
    expect(read.records).toEqual([]);
    expect(read.issues.map(({ messages }) => messages.vi)).toContainEqual(expect.stringContaining('bị ẩn'));
  });

  it.each([
    ['with a password', (bytes: Buffer) => withRecord(bytes, 0x2f), 'có mật khẩu'],
    ['that links to another', (bytes: Buffer) => withRecord(bytes, 0x1ae), 'liên kết tới tệp'],
    ['with macros', (bytes: Buffer) => withStream(bytes, '_VBA_PROJECT_CUR'), 'có macro'],
    ['that is a locked new one', (bytes: Buffer) => withStream(bytes, 'EncryptedPackage'), 'có mật khẩu'],
    [
      'that is a document of Word',
      (bytes: Buffer) => withStream(bytes, 'WordDocument', true),
      'văn bản Word',
    ],
  ])('%s is refused', async (_what, change, sentence) => {
    const bytes = change(Buffer.from(await file('danh-sach.xls')));
    await expect(inspectFile(bytes, 'a.xls')).rejects.toMatchObject({
      ...{ field: 'file', messages: { vi: expect.stringContaining(sentence) } },
    });
  });
});

/** Where the records of a kind begin in the file, whose workbook lies in it in one piece. */
function recordsOf(bytes: Buffer, kind: number): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(Buffer.from([0x09, 0x08]), 512); bytes.readUInt16LE(at) !== 0x0a; ) {
    if (bytes.readUInt16LE(at) === kind) found.push(at);
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return found;
}

/** Other formats in the styles of cells. */
function withStyles(bytes: Buffer, change: (format: number) => number): Buffer {
  for (const at of recordsOf(bytes, 0xe0)) bytes.writeUInt16LE(change(bytes.readUInt16LE(at + 6)), at + 6);
  return bytes;
}

/** Days of the built-in formats, and those of the workbook's own. */
const isDay = (format: number): boolean => format === 14 || format >= 164;

/** The workbook's second record becomes another one of the same length: it need not be read to be refused. */
function withRecord(bytes: Buffer, record: number): Buffer {
  const begin = bytes.indexOf(Buffer.from([0x09, 0x08]), 512);
  bytes.writeUInt16LE(record, begin + 4 + bytes.readUInt16LE(begin + 2));
  return bytes;
}

/** A folder or stream gets another name: the first of those that are no workbook, or the workbook itself. */
function withStream(bytes: Buffer, name: string, isWorkbook = false): Buffer {
  const old = isWorkbook ? 'Workbook' : '\u0005SummaryInformation';
  const at = bytes.indexOf(Buffer.from(old, 'utf16le'));
  expect(at).toBeGreaterThan(0);
  bytes.fill(0, at, at + 64);
  bytes.write(name, at, 'utf16le');
  bytes.writeUInt16LE((name.length + 1) * 2, at + 64);
  return bytes;
}
