import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DomainError, type ErrorCode } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/imports/reading/read-file.ts';
import { inspectFile } from '../../src/spreadsheets/inspect-file.ts';
import { readWorkbook } from '../../src/spreadsheets/read-workbook.ts';
import { workbookOf, workbookParts } from './support/workbook-of.ts';
import { zipOf } from './support/zip-of.ts';

const sheet = (xml: string) => ({ sheets: [{ name: 'Danh sách', xml }] });
const CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const MEGABYTE = 1024 * 1024;
const megabytes = (count: number, text = ' ') => Buffer.alloc(count * MEGABYTE, text);
const NINE_MEGABYTES = megabytes(9);
const part = (name: string, content: string | Uint8Array) =>
  workbookOf({ ...sheet(CELL), parts: { [name]: content } });

const relations = (type: string, target: string) =>
  `<Relationships><Relationship Id="r" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;

const wideRow = () =>
  `<sheetData><row r="1">${Array.from({ length: 1_000_000 }, (_, at) => `<c><v>${(at * 7919) % 1_000_003}</v></c>`).join('')}</row></sheetData>`;

const xmlOf = (name: string, change: (xml: string) => string) => {
  const parts = workbookParts(sheet(CELL));
  return zipOf({ ...parts, [name]: change(String(parts[name])) });
};
const withDoctype = (xml: string) =>
  xml.replace('?>', '?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>');

/** What is hostile, with its refusal; each file is made once. */
const HOSTILE: [what: string, code: ErrorCode, sentence: string, name: string, bytes: () => Uint8Array][] = [
  [
    'a zip bomb, by its ratio',
    'FILE_TOO_LARGE',
    'giải nén ra quá lớn',
    'a.xlsx',
    () => part('xl/media/a.bin', megabytes(24)),
  ],
  [
    'a zip bomb that lies about its size',
    'FILE_TOO_LARGE',
    'giải nén ra quá lớn',
    'a.xlsx',
    () =>
      zipOf({
        ...workbookParts(sheet(CELL)),
        'xl/worksheets/sheet1.xml': { content: megabytes(24), statedBytes: 1000 },
      }),
  ],
  [
    'a zip bomb of many parts',
    'FILE_TOO_LARGE',
    'giải nén ra quá lớn',
    'a.xlsx',
    () =>
      zipOf({
        ...workbookParts(sheet(CELL)),
        ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`xl/${at}.bin`, NINE_MEGABYTES])),
      }),
  ],
  ['more than 20 MB', 'FILE_TOO_LARGE', 'lớn hơn 20 MB', 'a.csv', () => megabytes(21, 'a;b\n')],
  [
    'a row of a million columns',
    'FILE_TOO_LARGE',
    'hơn 256 cột',
    'a.xlsx',
    () => workbookOf(sheet(wideRow())),
  ],
  [
    'a CSV of a million columns',
    'FILE_TOO_LARGE',
    'hơn 256 cột',
    'a.csv',
    () => Buffer.from('a;'.repeat(1_000_000)),
  ],
  [
    'a sheet that says it has a million columns',
    'FILE_TOO_LARGE',
    'hơn 256 cột',
    'a.xlsx',
    () => workbookOf(sheet(`<dimension ref="A1:BDWGN1"/>${CELL}`)),
  ],
  [
    'a value in the last column of Excel',
    'FILE_TOO_LARGE',
    'hơn 256 cột',
    'a.xlsx',
    () => workbookOf(sheet('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>')),
  ],
  [
    'links to other workbooks',
    'FILE_UNSAFE',
    'liên kết tới tệp',
    'a.xlsx',
    () => part('xl/externalLinks/externalLink1.xml', '<externalLink/>'),
  ],
  [
    'a connection to a database',
    'FILE_UNSAFE',
    'liên kết tới tệp',
    'a.xlsx',
    () => part('xl/connections.xml', '<connections/>'),
  ],
  [
    'a picture that is fetched from elsewhere',
    'FILE_UNSAFE',
    'liên kết tới tệp',
    'a.xlsx',
    () => part('xl/drawings/_rels/drawing1.xml.rels', relations('image', 'https://example.com/a.png')),
  ],
  [
    'an external entity in a sheet',
    'FILE_UNSAFE',
    'DOCTYPE',
    'a.xlsx',
    () => xmlOf('xl/worksheets/sheet1.xml', withDoctype),
  ],
  [
    'an external entity in the texts',
    'FILE_UNSAFE',
    'DOCTYPE',
    'a.xlsx',
    () => xmlOf('xl/sharedStrings.xml', withDoctype),
  ],
  [
    'an external entity in the relations',
    'FILE_UNSAFE',
    'DOCTYPE',
    'a.xlsx',
    () => xmlOf('xl/_rels/workbook.xml.rels', withDoctype),
  ],
  [
    'XML in UTF-16, which hides what it says',
    'FILE_UNREADABLE',
    'bị hỏng',
    'a.xlsx',
    () =>
      part(
        'xl/worksheets/sheet1.xml',
        Buffer.from(`\uFEFF${withDoctype('<?xml version="1.0"?><worksheet/>')}`, 'utf16le'),
      ),
  ],
  ['a macro workbook', 'FILE_UNSUPPORTED', 'có macro', 'a.xlsm', () => part('xl/vbaProject.bin', 'x')],
  [
    'a macro workbook that is named .xlsx',
    'FILE_UNSUPPORTED',
    'có macro',
    'a.xlsx',
    () =>
      xmlOf('[Content_Types].xml', (xml) =>
        xml.replace('spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main'),
      ),
  ],
  [
    'a path that leads out of the file',
    'FILE_UNSAFE',
    'đường dẫn',
    'a.xlsx',
    () => part('xl/../../../etc/cron.d/x', 'x'),
  ],
  ['an absolute path', 'FILE_UNSAFE', 'đường dẫn', 'a.xlsx', () => part('/etc/passwd', 'x')],
  ['a path of Windows', 'FILE_UNSAFE', 'đường dẫn', 'a.xlsx', () => part('xl\\..\\x', 'x')],
  [
    'a workbook within a zip',
    'FILE_UNSUPPORTED',
    'tệp nén zip',
    'a.xlsx',
    () => zipOf({ 'danh-sach.xlsx': part('a.xml', '<a/>') }),
  ],
  [
    'an OpenDocument sheet',
    'FILE_UNSUPPORTED',
    'OpenDocument',
    'a.ods',
    () => zipOf({ mimetype: 'x', 'content.xml': '<a/>' }),
  ],
  [
    'a Word document named .xlsx',
    'FILE_UNSUPPORTED',
    'văn bản Word',
    'a.xlsx',
    () => zipOf({ '[Content_Types].xml': '<Types>wordprocessingml</Types>' }),
  ],
  [
    'a workbook named .csv',
    'FILE_UNSUPPORTED',
    'kết thúc bằng .csv nhưng nội dung là XLSX',
    'a.csv',
    () => workbookOf(sheet(CELL)),
  ],
  [
    'a workbook named .xls',
    'FILE_UNSUPPORTED',
    'kết thúc bằng .xls nhưng nội dung là XLSX',
    'a.xls',
    () => workbookOf(sheet(CELL)),
  ],
  [
    'a workbook without an extension',
    'FILE_UNSUPPORTED',
    'không có đuôi',
    'a',
    () => workbookOf(sheet(CELL)),
  ],
  [
    'CSV named .xlsx',
    'FILE_UNSUPPORTED',
    'kết thúc bằng .xlsx nhưng nội dung là CSV',
    'a.xlsx',
    () => Buffer.from('a;b\n1;2\n'),
  ],
  ['a PDF named .xlsx', 'FILE_UNSUPPORTED', 'tệp PDF', 'a.xlsx', () => Buffer.from('%PDF-1.7 …')],
  [
    'a web page named .xls',
    'FILE_UNSUPPORTED',
    'trang web',
    'a.xls',
    () => Buffer.from('<html><table><tr><td>1</td></tr></table>'),
  ],
  [
    'a program named .csv',
    'FILE_UNSUPPORTED',
    'chương trình Windows',
    'a.csv',
    () => Buffer.from('MZ\x90\0\x03'),
  ],
  [
    'bytes that are no text',
    'FILE_UNREADABLE',
    'bảng mã',
    'a.csv',
    () => Buffer.from([1, 2, 3, 0, 255, 254, 253]),
  ],
  ['nothing', 'FILE_UNREADABLE', 'trống', 'a.csv', () => new Uint8Array()],
  [
    'a workbook cut off in the middle',
    'FILE_UNREADABLE',
    'bị hỏng',
    'a.xlsx',
    () => workbookOf(sheet(CELL)).slice(0, 500),
  ],
  [
    'a compound file cut off in the middle',
    'FILE_UNREADABLE',
    'bị hỏng',
    'a.xls',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(100)]),
  ],
];

const made = new Map<() => Uint8Array, Uint8Array>();

function madeBy(make: () => Uint8Array): Uint8Array {
  const bytes = made.get(make) ?? make();
  made.set(make, bytes);
  return bytes;
}

/** What native code holds is given back a moment after the objects that held it. */
async function memoryAtRest(): Promise<NodeJS.MemoryUsage> {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  collectGarbage();
  await new Promise((resolve) => setTimeout(resolve, 100));
  collectGarbage();
  return process.memoryUsage();
}

describe('a hostile file', () => {
  it.each(HOSTILE)('with %s is refused in under a second: %s', async (_what, code, sentence, name, make) => {
    const bytes = madeBy(make);
    const begin = process.cpuUsage();
    const refusal = await inspectFile(bytes, name).then(
      () => readWorkbook(bytes, name),
      (error: unknown) => error,
    );
    const { user, system } = process.cpuUsage(begin);
    if (!(refusal instanceof DomainError)) throw refusal;
    expect({ code: refusal.code, field: refusal.field }).toEqual({ code, field: 'file' });
    expect(refusal.messages.vi).toContain(sentence);
    expect(refusal.messages.en).not.toBe(refusal.messages.vi);
    // Of a processor: what other tests do beside this one takes the clock along.
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  it('leaves no memory behind', async () => {
    const files = HOSTILE.map(([, , , name, make]) => ({ name, bytes: madeBy(make) }));
    const refuseAll = () => Promise.allSettled(files.map(({ name, bytes }) => inspectFile(bytes, name)));
    for (let times = 0; times < 3; times += 1) await refuseAll();
    const before = await memoryAtRest();
    for (let times = 0; times < 6; times += 1) await refuseAll();
    const after = await memoryAtRest();
    expect(after.heapUsed - before.heapUsed).toBeLessThan(4 * MEGABYTE);
    expect(after.rss - before.rss).toBeLessThan(32 * MEGABYTE);
  });

  it('with too many rows is refused when its rows are read', async () => {
    const row = '<row><c><v>1</v></c></row>';
    const rows = Array.from({ length: 200_001 }, () => row).join('');
    const [first] = await readWorkbook(workbookOf(sheet(`<sheetData>${rows}</sheetData>`)), 'a.xlsx');
    const readAll = async () => {
      let count = 0;
      for await (const batch of first?.rows() ?? []) count += batch.length;
      return count;
    };
    await expect(readAll()).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });
});

describe('a file of many sheets', () => {
  it('has its rows counted over all of them', { timeout: 60_000 }, async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${cell('Họ và tên')}${cell('SĐT')}</row>${`<row>${cell('An')}</row>`.repeat(100_500)}`;
    const half = { name: 'Một', xml: `<sheetData>${rows}</sheetData>` };
    const options = { fileName: 'a.xlsx', kind: 'ROSTER', today: '2026-11-22' } as const;
    const read = (sheets: (typeof half)[]) => readFile(workbookOf({ sheets }), options, async () => {});
    expect((await read([half])).rows).toBe(100_500);
    await expect(read([half, { ...half, name: 'Hai' }])).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
  });

  it('is looked at in under a second, however much they unpack to', async () => {
    const content = Buffer.from(
      `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(80_000)}</sheetData></worksheet>`,
    );
    const sheets = Array.from({ length: 180 }, (_, at) => ({ name: `S${at}`, xml: CELL }));
    const parts = Object.fromEntries(sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, content]));
    const bytes = workbookOf({ sheets, parts });
    expect(bytes.length).toBeLessThan(2 * MEGABYTE);
    const begin = process.cpuUsage();
    expect(await inspectFile(bytes, 'a.xlsx')).toBe('XLSX');
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

describe('a harmless file', () => {
  it('with nothing but line breaks is let through, to be told that it has no table', async () => {
    expect(await inspectFile(Buffer.alloc(300_000, '\n'), 'a.csv')).toBe('CSV');
  });

  it.each([
    [
      'links that somebody may click',
      () => part('xl/worksheets/_rels/sheet1.xml.rels', relations('hyperlink', 'https://zalo.me/g/abcd1234')),
    ],
    [
      'formats out to the last column and row',
      () =>
        workbookOf(
          sheet(
            `<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row></sheetData>`,
          ),
        ),
    ],
  ] as const)('with %s is let through', async (_what, make) => {
    expect(await inspectFile(make(), 'Danh sách.XLSX')).toBe('XLSX');
  });
});
