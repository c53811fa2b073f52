import { describe, expect, it } from 'vitest';
import { cellText } from '../../src/papers/cell-text.ts';
import type { PaperTable } from '../../src/papers/paper.ts';
import { gridOf } from '../../src/papers/table-grid.ts';
import { fittingSize, lineCount, textWidth } from '../../src/papers/text-width.ts';

const TABLE: PaperTable = {
  unitOfMeasure: null,
  isNumbered: true,
  columns: [
    { header: 'Đơn vị', type: 'TEXT', width: 3 },
    { header: 'Kế hoạch', group: 'Quý I', type: 'INTEGER', width: 1 },
    { header: 'Thực hiện', group: 'Quý I', type: 'INTEGER', width: 1 },
    { header: 'Kế hoạch', group: 'Quý II', type: 'INTEGER', width: 1 },
  ],
  rows: [
    { heading: 'A. Xã' },
    ['Xã Cam Lộ', 1, 2, 3],
    { heading: 'B. Phường' },
    ['Phường Đông Hà', 4, null, 6],
  ],
  totals: ['Tổng cộng', 5, null, 9],
  notes: [],
};

describe('cells', () => {
  it.each([
    [15862, 'INTEGER', '15.862'],
    [1473, 'INTEGER', '1.473'],
    [98.5, 'DECIMAL', '98,5'],
    [98.5, 'PERCENT', '98,5%'],
    [0, 'INTEGER', '0'],
    [null, 'INTEGER', '–'],
    ['hơn 4.000', 'INTEGER', 'hơn 4.000'],
    ['2026-09-30', 'DATE', '30/09/2026'],
    ['năm 2025', 'DATE', 'năm 2025'],
    ['2026-09-30', 'TEXT', '2026-09-30'],
    ['Tổ công nghệ'.normalize('NFD'), 'TEXT', 'Tổ công nghệ'],
  ] as const)('%j as %s is printed %s', (cell, type, printed) => {
    expect(cellText(cell, type)).toBe(printed);
  });
});

describe('a table', () => {
  const { header, body, widths } = gridOf(TABLE);

  it('has a header of two rows where columns are grouped', () => {
    expect(
      header.map((row) => row.map((cell) => [cell.text, cell.column, cell.columnSpan, cell.rowSpan])),
    ).toEqual([
      [
        ['STT', 0, 1, 2],
        ['Đơn vị', 1, 1, 2],
        ['Quý I', 2, 2, 1],
        ['Quý II', 4, 1, 1],
      ],
      [
        ['Kế hoạch', 2, 1, 1],
        ['Thực hiện', 3, 1, 1],
        ['Kế hoạch', 4, 1, 1],
      ],
    ]);
  });

  it('counts its rows across headings', () => {
    expect(body.map((row) => row.map((cell) => cell.text))).toEqual([
      ['A. Xã'],
      ['1', 'Xã Cam Lộ', '1', '2', '3'],
      ['B. Phường'],
      ['2', 'Phường Đông Hà', '4', '–', '6'],
      ['Tổng cộng', '5', '–', '9'],
    ]);
  });

  it('stretches the word of the totals over the columns before the first sum', () => {
    expect(body.at(-1)?.[0]).toMatchObject({ column: 0, columnSpan: 2, isBold: true });
  });

  it('has widths that add up to one', () => {
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(1);
  });

  it('says that there is nothing where it has no rows', () => {
    const empty = gridOf({ ...TABLE, rows: [], totals: null });
    expect(empty.body).toMatchObject([[{ text: 'Không có', columnSpan: 5 }]]);
  });
});

describe('the width of a text', () => {
  it('is the same for letters with and without marks, but for the horn', () => {
    expect(textWidth('ậ', 12)).toBe(textWidth('a', 12));
    expect(textWidth('đ', 12)).toBeGreaterThan(0);
    expect(textWidth('ơ', 12)).toBeGreaterThan(textWidth('o', 12));
  });

  it('tells the lines of a column, with words that are longer than it', () => {
    expect(lineCount('một hai ba bốn', textWidth('một hai ba', 12), 12)).toBe(2);
    expect(lineCount('x'.repeat(30), textWidth('x'.repeat(10), 12), 12)).toBe(3);
    expect(lineCount('', 100, 12)).toBe(1);
  });

  it('makes a number smaller that is wider than its column', () => {
    const room = textWidth('1.234.567', 9);
    expect(fittingSize('1.234.567', room, 12)).toBe(9);
    expect(fittingSize('12', room, 12)).toBe(12);
  });
});
