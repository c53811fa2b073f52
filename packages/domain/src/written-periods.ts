import { type Period, period } from './periods.ts';

/**
 * A reporting period as officers write it: "quý I/2026", "Q1 2026", "tháng 3/2026", "T3/2026", "6 tháng đầu năm 2026",
 * "năm 2026", and as this project does, 2026-Q1.
 *
 * @returns null for anything else, also where the year is left out
 */
export function writtenPeriod(text: string): Period | null {
  const plain = text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const code = CODE.test(plain) ? plain.toUpperCase() : codeOf(plain);
  try {
    return code === null ? null : period(code);
  } catch {
    return null; // a fifth quarter, a month 13
  }
}

const CODE = /^\d{4}(?:-(?:h[12]|q[1-4]|w\d{2}|\d{2}))?$/;
const YEAR = '(?:năm |n)?((?:19|20)\\d{2})';
const BETWEEN = ' ?(?:[/.-]|,)? ?';

const QUARTER = new RegExp(`^(?:quý|quí|q) ?(iv|i{1,3}|[1-4])${BETWEEN}${YEAR}$`, 'u');
const MONTH = new RegExp(`^(?:tháng |t)?(\\d{1,2})${BETWEEN}${YEAR}$`, 'u');
const WEEK = new RegExp(`^tuần (?:thứ )?(\\d{1,2})${BETWEEN}${YEAR}$`, 'u');
const HALF = new RegExp(`^(?:6|06|sáu) tháng (đầu|cuối)(?: năm)?${BETWEEN}${YEAR}$`, 'u');
const WHOLE_YEAR = new RegExp(`^(?:cả )?${YEAR}$`, 'u');

const QUARTERS: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

function codeOf(plain: string): string | null {
  const [, quarter, ofQuarter] = QUARTER.exec(plain) ?? [];
  if (quarter !== undefined) return `${ofQuarter}-Q${QUARTERS[quarter] ?? quarter}`;
  const [, half, ofHalf] = HALF.exec(plain) ?? [];
  if (half !== undefined) return `${ofHalf}-H${half === 'đầu' ? 1 : 2}`;
  const [, week, ofWeek] = WEEK.exec(plain) ?? [];
  if (week !== undefined) return `${ofWeek}-W${week.padStart(2, '0')}`;
  const [, month, ofMonth] = MONTH.exec(plain) ?? [];
  if (month !== undefined) return `${ofMonth}-${month.padStart(2, '0')}`;
  return WHOLE_YEAR.exec(plain)?.[1] ?? null;
}
