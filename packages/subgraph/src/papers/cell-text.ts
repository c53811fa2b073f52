import { formatDate, localDate } from '@cnscd/domain';
import type { PaperCell, PaperColumnType } from './paper.ts';

/** Stands for "no value". */
const NO_VALUE = '–';

/** Stands in a table without rows, so that nobody takes it for one that was cut off. */
export const NO_ROWS = 'Không có';

/** What an officer reads in a cell: 15.862; 98,5; 98,5%; 30/09/2026; "–" for no value. */
export function cellText(cell: PaperCell, type: PaperColumnType): string {
  if (cell === null) return NO_VALUE;
  if (typeof cell === 'number') return type === 'PERCENT' ? `${number.format(cell)}%` : number.format(cell);
  return type === 'DATE' && ISO_DAY.test(cell) ? formatDate(localDate(cell), 'vi') : cell.normalize('NFC');
}

/** 'YYYY-MM-DD', as cells of the type `DATE` hold a day. */
export const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

const number = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2, useGrouping: 'always' });
