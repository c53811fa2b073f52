import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/imports/reading/cell-text.ts';
import { readWorkbook } from '../../src/spreadsheets/read-workbook.ts';
import type { Table } from '../../src/spreadsheets/table.ts';
import { writeCsvTable } from '../../src/spreadsheets/write-csv-table.ts';
import { writeXlsxTable } from '../../src/spreadsheets/write-xlsx-table.ts';

const TEXTS = [
  ...[
    '=HYPERLINK("https://example.com","x")',
    '+84912345678',
    '-2+3',
    '@SUM(A1)',
    '＝1+1',
    "'=1",
    "''=1",
    "'quoted'",
  ],
  ...[
    'Nguyễn Thị Ánh',
    'a;b,c\td',
    'nói "vâng"',
    'hai\ndòng',
    '0912 345 678',
    '012',
    '1.473',
    '<b>&amp;</b>',
    '_x0041_',
  ],
];
const NUMBERS = [0, -2.5, 0.473, 1.473, 15_862, 123_456_789.125, 0.1];

const table: Table = {
  name: 'Bảng',
  columns: [
    { header: 'Chữ', type: 'TEXT' },
    { header: 'Số', type: 'DECIMAL' },
    { header: 'Tỷ lệ', type: 'PERCENT' },
    { header: 'Ngày', type: 'DATE' },
  ],
  rows: TEXTS.map((text, at) => [text, NUMBERS[at] ?? null, NUMBERS[at] ?? null, '2024-02-29']),
};

async function textsOf(bytes: Uint8Array, name: string): Promise<(string | null)[][]> {
  const [sheet] = await readWorkbook(bytes, name);
  const rows: (string | null)[][] = [];
  for await (const batch of sheet?.rows() ?? []) {
    rows.push(
      ...batch.map(({ cells }) => Array.from({ length: 4 }, (_, at) => cellText(cells[at])?.text ?? null)),
    );
  }
  return rows.slice(1);
}

describe('a table that is written and read again', () => {
  it.each([
    ['XLSX', 'a.xlsx', () => writeXlsxTable(table)],
    ['CSV with semicolons', 'a.csv', async () => writeCsvTable(table, { delimiter: ';' })],
    ['CSV with commas', 'a.csv', async () => writeCsvTable(table, { delimiter: ',' })],
  ] as const)('as %s is what it was', async (_what, name, write) => {
    const rows = await textsOf(await write(), name);
    expect(rows.map(([text]) => text)).toEqual(TEXTS.map((text) => text.replace('\t', ' ')));
    const numbers = (column: number) =>
      rows.flatMap((row) => row[column] ?? []).map((text) => Number(text.replace(',', '.').replace('%', '')));
    expect([numbers(1), numbers(2)]).toEqual([NUMBERS, NUMBERS]);
    expect(new Set(rows.map((row) => row[3]))).toEqual(new Set(['29/02/2024']));
  });
});
