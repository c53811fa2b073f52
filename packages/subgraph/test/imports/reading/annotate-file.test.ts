import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { annotateFile } from '../../../src/imports/reading/annotate-file.ts';
import { unpackText } from '../../../src/spreadsheets/xlsx/unpack.ts';
import { zipParts } from '../../../src/spreadsheets/xlsx/zip-parts.ts';
import { rowsXml, STYLES, styled } from '../../spreadsheets/support/rows-xml.ts';
import { workbookOf } from '../../spreadsheets/support/workbook-of.ts';
import { issueList, readBytes } from './support/read-table.ts';

const OFFICE = '/usr/bin/soffice';

const WHOLE_STYLES = `<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="12"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>`;

const ROWS = [
  ['DANH SÁCH'],
  ['STT', 'Họ và tên', 'SĐT', 'Từ ngày', 'Cỡ áo'],
  [1, 'Lê Hà', 912345678, styled(45_323, 'day'), 'M'],
  [2, null, '12345', '1-2-24', 'L'],
  [3, 'Trần Bình', '0912345679; 0912345670', '01/03/2024', 'S'],
];
const book = () =>
  workbookOf({
    sheets: [
      {
        name: 'Danh sách',
        xml: `${rowsXml(ROWS, ['A1:E1'])}<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>`,
      },
      { name: 'Khác', xml: rowsXml([['để nguyên']]) },
    ],
    styles: WHOLE_STYLES,
  });
const EXPECTED_ISSUES = [
  'COLUMN_UNKNOWN E2',
  'SHEET_SKIPPED -',
  'VALUE_MISSING B4',
  'PHONE_INVALID C4',
  'DATE_AMBIGUOUS D4',
  'PHONE_SEVERAL C5',
];

async function annotated(bytes: Uint8Array, fileName: string) {
  const read = await readBytes(bytes, { kind: 'ROSTER', fileName });
  const issues = [...read.issues, ...read.records.flatMap((record) => record.issues)];
  return { issues: issueList(read), copy: await annotateFile(bytes, issues, { fileName, kind: 'ROSTER' }) };
}

async function partText(file: Uint8Array, name: string): Promise<string> {
  const part = zipParts(file).get(name);
  let text = '';
  if (part !== undefined) for await (const piece of unpackText(part)) text += piece;
  return text;
}

describe('annotateFile', () => {
  it('marks merged cells where they are seen: in the first of them, whether the reading or the register found it', async () => {
    const rows = [
      ['Họ và tên', 'SĐT', 'Mã tổ'],
      ['Lê Hà', '12345', 'KHONG-CO'],
      ['Trần Bình', null, null],
      ['Phạm Dũng', '0912345678', 'T-1'],
    ];
    const bytes = await workbookOf({
      sheets: [{ name: 'Danh sách', xml: rowsXml(rows, ['B2:B3', 'C2:C3']) }],
      styles: WHOLE_STYLES,
    });
    const read = await readBytes(bytes, { kind: 'ROSTER', fileName: 'to.xlsx' });
    const issues = read.records.flatMap((record) => record.issues);
    expect(issues.map(({ row, cell, code }) => [row, cell, code])).toEqual([
      [2, 'B2', 'PHONE_INVALID'],
      [3, 'B2', 'PHONE_INVALID'],
    ]);
    const messages = { vi: 'Không tìm thấy tổ', en: '' };
    const found = [2, 3].map((row) => ({
      ...{ sheet: 'Danh sách', row, cell: `C${row}`, severity: 'ERROR' as const, messages },
    }));
    const copy = await annotateFile(bytes, [...issues, ...found], { fileName: 'to.xlsx', kind: 'ROSTER' });
    const notes = await partText(copy, 'xl/cnscdComments1.xml');
    expect(
      [...notes.matchAll(/<comment ref="(\w+)"/gu)]
        .map(([, ref]) => ref)
        .filter((ref) => /^[BC]\d/u.test(ref ?? '')),
    ).toEqual(['B2', 'C2']);
    const sheet = await partText(copy, 'xl/worksheets/sheet1.xml');
    for (const row of [2, 3]) {
      expect(sheet).toMatch(new RegExp(`r="D${row}"[^>]*><is><t[^>]*>[^<]*Không tìm thấy tổ`, 'u'));
    }
  });

  it('adds a column of sentences, opened by another library; everything else is as it was', async () => {
    const { issues, copy } = await annotated(book(), 'danh-sach.xlsx');
    expect(issues).toEqual(EXPECTED_ISSUES);
    const [sheet, other] = await readExcelFile(Buffer.from(copy));
    const before = await readExcelFile(Buffer.from(book()));
    expect(sheet?.data.map((row) => row.slice(0, 5))).toEqual(before[0]?.data);
    const sentences = sheet?.data.map((row) => row[5]);
    expect(sentences?.slice(0, 3)).toEqual([
      null,
      expect.stringMatching(/^Lỗi\nKhông nhận ra cột “Cỡ áo”/u),
      null,
    ]);
    expect(String(sentences?.[3]).split('\n')).toEqual([
      'Thiếu “Họ và tên”; ô này không được để trống',
      expect.stringContaining('“SĐT”: số điện thoại không dùng được'),
      expect.stringContaining('"1-2-24" có thể là 01/02/1924 hoặc 01/02/2024'),
    ]);
    expect(sentences?.[4]).toContain('chỉ lấy số đầu tiên');
    expect(other?.data).toEqual([['để nguyên', 'Trang tính “Khác” không có bảng nào đọc được, đã bỏ qua']]);
  });

  it('colours the cells and hangs the sentences on them', async () => {
    const { copy } = await annotated(book(), 'danh-sach.xlsx');
    const sheet = await partText(copy, 'xl/worksheets/sheet1.xml');
    const styles = await partText(copy, 'xl/styles.xml');
    const xfs = styles.match(/<cellXfs[\s\S]*<\/cellXfs>/u)?.[0].match(/<xf\b/gu) ?? [];
    expect(styles).toContain(`<cellXfs count="${xfs.length}">`);
    expect(styles).toContain('<fills count="4">');
    const styleOf = (cell: string) =>
      Number(new RegExp(`<c r="${cell}"[^>]*\\ss="(\\d+)"`, 'u').exec(sheet)?.[1] ?? 0);
    expect([styleOf('C3'), styleOf('D3')]).toEqual([0, 1]);
    expect(styleOf('B4')).toBe(styleOf('C4'));
    expect(styleOf('C5')).not.toBe(styleOf('C4'));
    const comments = await partText(copy, 'xl/cnscdComments1.xml');
    expect([...comments.matchAll(/<comment ref="(\w+)"/gu)].map(([, cell]) => cell)).toEqual([
      'E2',
      'B4',
      'C4',
      'D4',
      'C5',
    ]);
    expect(sheet).toMatch(/<\/sheetData><mergeCells>.*<pageMargins [^>]*\/><legacyDrawing /u);
  });

  it('can be read again, and says the same', async () => {
    const { issues, copy } = await annotated(book(), 'danh-sach.xlsx');
    const again = await readBytes(copy, { kind: 'ROSTER', mapping: { Lỗi: null } });
    expect(issueList(again).filter((issue) => !issue.endsWith('F2'))).toEqual(issues);
  });

  it.each([
    ['CSV', 'a.csv', () => Promise.resolve(Buffer.from('STT;Họ và tên;SĐT\n1;Lê Hà;12345\n'))],
    ['XLS', 'a.xls', () => readFile(new URL('../../spreadsheets/files/danh-sach.xls', import.meta.url))],
    [
      'a workbook whose cells have no names',
      'a.xlsx',
      async () =>
        workbookOf({
          sheets: [
            {
              name: 'Danh sách',
              xml: '<sheetData><row><c t="inlineStr"><is><t>Họ và tên</t></is></c><c t="inlineStr"><is><t>SĐT</t></is></c></row><row><c t="inlineStr"><is><t>Lê Hà</t></is></c><c><v>12345</v></c></row></sheetData>',
            },
          ],
          styles: STYLES,
        }),
    ],
  ] as const)('makes an XLSX of %s', async (_what, name, make) => {
    const bytes = await make();
    const { issues, copy } = await annotated(bytes, name);
    expect(issues.length).toBeGreaterThan(0);
    const [sheet] = await readExcelFile(Buffer.from(copy));
    const sentences = sheet?.data.map((row) => String(row.at(-1)));
    expect(sentences?.some((sentence) => /SĐT|Họ và tên/u.test(sentence))).toBe(true);
    const again = await readBytes(copy, { kind: 'ROSTER', mapping: { Lỗi: null } });
    expect(issueList(again)).toEqual(
      expect.arrayContaining(issues.filter((issue) => issue.startsWith('PHONE_INVALID'))),
    );
  });

  it.skipIf(!existsSync(OFFICE))(
    'is opened by LibreOffice, with its notes and colours',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'cnscd-annotated-'));
      try {
        await writeFile(join(folder, 'in.xlsx'), (await annotated(book(), 'danh-sach.xlsx')).copy);
        const settings = `-env:UserInstallation=file://${folder}/profile`;
        const command = [
          settings,
          '--headless',
          '--convert-to',
          'fods',
          '--outdir',
          folder,
          join(folder, 'in.xlsx'),
        ];
        await promisify(execFile)(OFFICE, command, { timeout: 90_000 });
        const seen = await readFile(join(folder, 'in.fods'), 'utf8');
        expect(seen.match(/<office:annotation /gu)).toHaveLength(5);
        expect(seen).toContain('fo:background-color="#ffc7ce"');
        expect(seen).toContain('fo:background-color="#ffeb9c"');
        expect(seen).toContain('Thiếu “Họ và tên”; ô này không được để trống');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
