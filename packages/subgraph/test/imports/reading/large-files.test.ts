import { describe, expect, it } from 'vitest';
import { annotateFile } from '../../../src/imports/reading/annotate-file.ts';
import { readFileInWorker } from '../../../src/imports/reading/read-file-in-worker.ts';
import type { ImportIssue } from '../../../src/imports/reading/sheet-row.ts';
import { cellName } from '../../../src/spreadsheets/cells.ts';
import { workbookOf } from '../../spreadsheets/support/workbook-of.ts';
import { TODAY } from './support/read-table.ts';

const ROWS = 100_000;
const HEADINGS = [
  'STT',
  'Họ và tên',
  'SĐT',
  'Vai trò',
  'Thôn',
  'Xã',
  'Mã tổ',
  'Từ ngày',
  'Thành phần',
  'Ghi chú',
];
const MEGABYTE = 1024 * 1024;

/** A roster of a province, as Excel writes it: texts by their number. */
function roster(): Uint8Array {
  const strings: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? strings.push(`<t>${text}</t>`) - 1;
    numbers.set(text, number);
    return number;
  };
  const cell = (value: string | number, column: number, row: number) =>
    typeof value === 'number'
      ? `<c r="${cellName(column + 1, row)}"><v>${value}</v></c>`
      : `<c r="${cellName(column + 1, row)}" t="s"><v>${numberOf(value)}</v></c>`;
  const line = (values: readonly (string | number)[], row: number) =>
    `<row r="${row}">${values.map((value, column) => cell(value, column, row)).join('')}</row>`;
  const people = Array.from({ length: ROWS }, (_, at) =>
    line(
      [
        ...[at + 1, `Nguyễn Văn ${at.toString(26)}`, at % 1000 === 0 ? 12_345 : 912_000_000 + at, 'Tổ phó'],
        ...[
          `Thôn ${at % 9}`,
          `Xã ${at % 300}`,
          `TO-${at % 9000}`,
          '01/02/2024',
          'Đoàn Thanh niên',
          `ghi chú ${at}`,
        ],
      ],
      at + 2,
    ),
  );
  const xml = `<sheetData>${line(HEADINGS, 1)}${people.join('')}</sheetData>`;
  return workbookOf({ sheets: [{ name: 'Danh sách', xml }], strings, styles: STYLES });
}

const STYLES =
  '<fonts count="1"><font><name val="Arial"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs>';

describe('a roster of 100,000 rows', () => {
  const bytes = roster();
  const issues: ImportIssue[] = [];

  it('is read in a few seconds and little memory', async () => {
    const [before, begin] = [process.memoryUsage().rss, process.cpuUsage()];
    let [rows, highest] = [0, 0];
    const options = { fileName: 'a.xlsx', kind: 'ROSTER', today: TODAY } as const;
    await readFileInWorker(bytes, options, {
      async onBatch(batch) {
        rows += batch.length;
        issues.push(...batch.flatMap((row) => row.issues));
        highest = Math.max(highest, process.memoryUsage().rss);
      },
    });
    const { user, system } = process.cpuUsage(begin);
    expect([rows, issues.length]).toEqual([ROWS, ROWS / 1000]);
    expect((highest - before) / MEGABYTE).toBeLessThan(350);
    // It takes about six; the bound leaves room for a slower machine.
    expect((user + system) / 1_000_000).toBeLessThan(20);
  }, 180_000);

  it('is marked in a few seconds and little memory', async () => {
    const [before, begin] = [process.memoryUsage().rss, process.cpuUsage()];
    let highest = 0;
    const watch = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage().rss);
    }, 10);
    const copy = await annotateFile(bytes, issues, { fileName: 'a.xlsx', kind: 'ROSTER' });
    clearInterval(watch);
    const { user, system } = process.cpuUsage(begin);
    expect(copy.length).toBeGreaterThan(bytes.length / 2);
    expect((highest - before) / MEGABYTE).toBeLessThan(350);
    expect((user + system) / 1_000_000).toBeLessThan(15);
  }, 180_000);
});
