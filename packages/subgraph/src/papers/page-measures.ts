import type { Paper } from './paper.ts';

/** What the measures of a page follow from. */
type Page = Pick<Paper, 'orientation'>;

/** Points (1/72 inch) on A4 for each format. Decree 30/2020/NĐ-CP, annex I: type of 13 to 14 points, the margins below. */
export const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };

/** Points. */
export const SIZES = {
  body: 14,
  letterhead: 13,
  issuer: 12,
  number: 13,
  recipients: 11,
  note: 12,
  pageNumber: 13,
};

const A4 = { short: mm(210), long: mm(297) };

export function pageSize({ orientation }: Page): { width: number; height: number } {
  return orientation === 'PORTRAIT'
    ? { width: A4.short, height: A4.long }
    : { width: A4.long, height: A4.short };
}

/** Between the margins, in points. */
export function textWidth(paper: Page): number {
  return pageSize(paper).width - MARGINS.left - MARGINS.right;
}

/** Between the upper and the lower margin, in points. */
export function pageHeight(paper: Page): number {
  return pageSize(paper).height - MARGINS.top - MARGINS.bottom;
}

/** Points: the more columns share a line, the smaller the type. */
export function tableSize(paper: Page, table: { columns: readonly unknown[] }): number {
  const room = textWidth(paper) / table.columns.length;
  if (room >= 80) return 13;
  if (room >= 62) return 12;
  return room >= 48 ? 11 : 10;
}

function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}
