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
  it('whose fractions may be percents is asked about', async () => {
    const bytes = await file('danh-sach.xls');
    const mapping = { 'Họ và tên': 'indicatorName', 'Ghi chú': 'value' };
    const read = await readBytes(bytes, { kind: 'FIGURES', fileName: 'a.xls', mapping });
    const [issue] = read.records[1]?.issues ?? [];
    expect([issue?.code, issue?.cell]).toEqual(['NUMBER_AMBIGUOUS', 'G5']);
    expect(issue?.messages.vi).toContain('0,985 hoặc 98,5%');
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
