import { DomainError, type Messages } from './errors.ts';
import { quoted, shown } from './shown.ts';
import { nfc } from './text.ts';
import type { Qualifier } from './vocabulary.ts';

/** A number as a source prints it. */
export interface ParsedNumber {
  /** Percentages as printed: "98,5%" is 98.5. */
  value: number;
  qualifier: Qualifier;
  isPercent: boolean;
}

/**
 * A number as Vietnamese texts print it: "4327", "15.862", "98,5%", "hơn 4.000", "ước đạt 9,03%".
 *
 * Sources mix Vietnamese and English separators ("95.22%" beside "98,5%"), so each text is read in every way that its
 * separators allow. A point before exactly three digits groups thousands. Refused as ambiguous, with both readings:
 * - "1,473": Vietnamese for one point four seven three, English for one thousand four hundred and seventy-three;
 * - "1.473%": Vietnamese grouping makes it 1473 %, which hardly any share is, an English point 1.473 %.
 *
 * "1,473%" is read as 1.473 %: the Vietnamese reading is also the plausible one. "0,473" has one reading, because no
 * group of thousands begins with 0.
 *
 * @throws {DomainError} `NUMBER_INVALID` for what is not such a number (ranges, "dưới 30", "3 triệu", units), for an
 * ambiguous one, and for more than 15 digits
 */
export function parseVietnameseNumber(text: string, field = 'value'): ParsedNumber {
  const groups = SHAPE.exec(plain(text))?.groups;
  if (groups === undefined) throw invalidNumber(text, field, NOT_A_NUMBER);
  const digits = groups['digits'] ?? '';
  const isPercent = groups['percent'] !== undefined;
  const value = readDigits(digits, isPercent, (reason) => invalidNumber(text, field, reason));
  return {
    value: groups['sign'] === '-' ? 0 - value : value,
    qualifier: QUALIFIER_WORDS[groups['word'] ?? ''] ?? 'EXACT',
    isPercent,
  };
}

/**
 * Both readings of a number that is refused as ambiguous: "1,473 (kiểu Việt Nam) hoặc 1473 (kiểu Anh)".
 *
 * @returns null for a number with one reading, and for what is none
 */
export function ambiguousReadings(text: string): Messages | null {
  const groups = SHAPE.exec(plain(text))?.groups;
  if (groups === undefined) return null;
  const digits = groups['digits'] ?? '';
  const isPercent = groups['percent'] !== undefined;
  const [vietnamese, english] = [reading(digits, '.', ','), reading(digits, ',', '.')];
  if (vietnamese === null || english === null || vietnamese === english) return null;
  return digits.includes('.') === isPercent ? bothReadings(vietnamese, english, isPercent) : null;
}

// Words as officers write them. "Dưới", "tối đa" and "không quá" are missing on purpose: no qualifier says "at most".
const QUALIFIER_WORDS: Readonly<Record<string, Qualifier>> = {
  hơn: 'AT_LEAST',
  trên: 'AT_LEAST',
  'tối thiểu': 'AT_LEAST',
  'ít nhất': 'AT_LEAST',
  'không dưới': 'AT_LEAST',
  '>': 'AT_LEAST',
  '≥': 'AT_LEAST',
  khoảng: 'ABOUT',
  gần: 'ABOUT',
  'xấp xỉ': 'ABOUT',
  '~': 'ABOUT',
  ước: 'ESTIMATE',
  'ước tính': 'ESTIMATE',
  'ước khoảng': 'ESTIMATE',
};

const SHAPE = new RegExp(
  `^(?:đạt )?(?:(?<word>${Object.keys(QUALIFIER_WORDS).join('|')}) ?)?(?:đạt )?(?<sign>[+-])?(?<digits>\\d[\\d.,]*)(?<percent> ?%)?$`,
  'u',
);

function plain(text: string): string {
  return nfc(text).toLowerCase().replace(/\s+/gu, ' ').replace('\u2212', '-').trim();
}

type Refuse = (reason: Messages) => DomainError;

function readDigits(digits: string, isPercent: boolean, refuse: Refuse): number {
  if (digits.replace(/\D/g, '').length > 15) throw refuse(TOO_LONG);
  const vietnamese = reading(digits, '.', ',');
  const english = reading(digits, ',', '.');
  if (vietnamese === null || english === null || vietnamese === english) {
    const only = vietnamese ?? english;
    if (only === null) throw refuse(NOT_A_NUMBER);
    return Number(only);
  }
  // Both readings stand only for one separator before exactly three digits.
  const isGrouped = digits.includes('.');
  if (isGrouped === isPercent) throw refuse(ambiguous(vietnamese, english, isPercent));
  return Number(vietnamese);
}

/** The digits with a decimal point and no groups, or null where the separators do not allow this reading. */
function reading(digits: string, group: '.' | ',', decimal: '.' | ','): string | null {
  const [whole, fraction, ...rest] = digits.split(decimal);
  if (whole === undefined || rest.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction)))
    return null;
  const groups = whole.split(group);
  const isWhole = groups.length === 1 ? /^(?:0|[1-9]\d*)$/.test(whole) : areGroups(groups);
  if (!isWhole) return null;
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`;
}

function areGroups([first = '', ...others]: string[]): boolean {
  return /^[1-9]\d{0,2}$/.test(first) && others.every((group) => /^\d{3}$/.test(group));
}

const NOT_A_NUMBER: Messages = {
  vi: 'hãy viết một số như 4.327, 98,5%, "hơn 4.000", "khoảng 30" hoặc "ước đạt 9,03%"',
  en: 'write one number such as 4.327, 98,5%, "hơn 4.000", "khoảng 30" or "ước đạt 9,03%"',
};

const TOO_LONG: Messages = { vi: 'nhiều nhất 15 chữ số', en: 'at most 15 digits' };

function ambiguous(vietnamese: string, english: string, isPercent: boolean): Messages {
  const both = bothReadings(vietnamese, english, isPercent);
  return {
    vi: `có thể hiểu là ${both.vi}; hãy viết lại cho rõ, không dấu phân cách hàng nghìn`,
    en: `it reads as ${both.en}; write it without a thousands separator`,
  };
}

function bothReadings(vietnamese: string, english: string, isPercent: boolean): Messages {
  const sign = isPercent ? '%' : '';
  const [one, other] = [vietnamese, english].map((digits) => `${digits.replace('.', ',')}${sign}`);
  return {
    vi: `${one} (kiểu Việt Nam) hoặc ${other} (kiểu Anh)`,
    en: `${vietnamese}${sign} (Vietnamese style) or ${english}${sign} (English style)`,
  };
}

function invalidNumber(text: string, field: string, reason: Messages): DomainError {
  const messages = {
    vi: `${field} là ${quoted(text)}; ${reason.vi}`,
    en: `${field} is ${quoted(text)}; ${reason.en}`,
  };
  return new DomainError('NUMBER_INVALID', messages, { field, value: shown(text) });
}
