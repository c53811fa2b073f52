import type { Language } from './language.ts';
import { type PeriodParts, parsePeriod } from './period-parts.ts';
import type { Period } from './periods.ts';

/** The period as people say it: 'Quý I/2026', '6 tháng đầu năm 2023'; 'Q1 2026', 'First half of 2023'. */
export function periodLabel(period: Period, language: Language): string {
  const parts = parsePeriod(period);
  if (parts === null) return period;
  return language === 'vi' ? vietnameseLabel(parts) : englishLabel(parts);
}

const ROMAN = ['I', 'II', 'III', 'IV'];

const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function vietnameseLabel({ kind, year, number }: PeriodParts): string {
  switch (kind) {
    case 'YEAR':
      return `Năm ${year}`;
    case 'HALF':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}`;
    case 'QUARTER':
      return `Quý ${ROMAN[number - 1]}/${year}`;
    case 'MONTH':
      return `Tháng ${number}/${year}`;
    case 'WEEK':
      return `Tuần ${number}/${year}`;
    default:
      return kind satisfies never;
  }
}

function englishLabel({ kind, year, number }: PeriodParts): string {
  switch (kind) {
    case 'YEAR':
      return `${year}`;
    case 'HALF':
      return `${number === 1 ? 'First' : 'Second'} half of ${year}`;
    case 'QUARTER':
      return `Q${number} ${year}`;
    case 'MONTH':
      return `${ENGLISH_MONTHS[number - 1]} ${year}`;
    case 'WEEK':
      return `Week ${number} of ${year}`;
    default:
      return kind satisfies never;
  }
}
