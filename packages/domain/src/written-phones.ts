import type { Messages } from './errors.ts';
import { type PhoneNumber, phoneHint, phoneNumber } from './phone.ts';

/** Phone numbers that somebody wrote into one cell of a table. */
export interface WrittenPhones {
  /** In their order, each once. */
  phones: PhoneNumber[];
  /** Whether one of them had 11 digits, as before 2018, and was renumbered. */
  isRenumbered: boolean;
  /** What would be right where something in the cell is no usable number; null where all are. */
  hint: Messages | null;
}

/**
 * The mobile numbers in a cell: with and without their leading zero (spreadsheets drop it), with 84 or +84, several with
 * any sign between them, and those of 11 digits by the table of 2018. What stands beside them in words is left out.
 */
export function writtenPhones(text: string): WrittenPhones {
  const found: WrittenPhones = { phones: [], isRenumbered: false, hint: null };
  const plain = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (/^\d(?:[.,]\d+)?e\+?\d+$/iu.test(plain)) return { ...found, hint: ROUNDED };
  for (const piece of pieces(plain)) {
    const read = oneNumber(piece);
    if (read === null) {
      found.hint ??= phoneHint(piece);
      continue;
    }
    found.isRenumbered ||= read.isRenumbered;
    if (!found.phones.includes(read.phone)) found.phones.push(read.phone);
  }
  return found;
}

const ROUNDED: Messages = {
  vi: 'Excel đã làm tròn số này (dạng 9,1E+08); hãy gõ lại số và định dạng ô là Text',
  en: 'Excel has rounded this number (9.1E+08); type it again and format the cell as text',
};

/** The numbers in a text; one that is whole as it stands is not taken apart. */
function pieces(text: string): string[] {
  if (oneNumber(text) !== null) return [text];
  const parts = text.split(/[;,/\n|&]|\s(?:[-–]|và|hoặc)\s/u).map((part) => part.trim());
  return parts
    .filter((part) => /\d/u.test(part))
    .flatMap((part) => (oneNumber(part) === null ? runs(part) : [part]));
}

const RUN = /(?<!\d)(?:\+84|0084|84|0)?(?:[\s.\-–()]*\d){8,11}(?!\d)/gu;
const TWO_IN_A_ROW = /^0[35789]\d{8}0[35789]\d{8}$/u;

/** Runs of digits between words; two numbers with nothing but a space between them are two. */
function runs(part: string): string[] {
  const digits = part.replace(/\D/gu, '');
  if (TWO_IN_A_ROW.test(digits)) return [digits.slice(0, 10), digits.slice(10)];
  const found = [...part.matchAll(RUN)].map(([run]) => run.trim());
  return found.length === 0 ? [part] : found;
}

function oneNumber(written: string): { phone: PhoneNumber; isRenumbered: boolean } | null {
  if (!/^[+\d\s.\-–()]+$/u.test(written)) return null;
  const digits = written.replace(/\D/gu, '').replace(/^(?:0084|84)(?=\d{9,10}$)/u, '0');
  const whole = /^[1-9]\d{8,9}$/u.test(digits) ? `0${digits}` : digits;
  const renumbered = RENUMBERED.get(whole.slice(0, 4));
  if (whole.length === 11 && renumbered !== undefined) {
    return { phone: phoneNumber(renumbered + whole.slice(4)), isRenumbered: true };
  }
  return MOBILE.test(whole) ? { phone: phoneNumber(whole), isRenumbered: false } : null;
}

const MOBILE = /^0[35789]\d{8}$/u;

// The Ministry's conversion table of 2018, in force since 15 September: old first digits, and what they became.
const RENUMBERED = new Map<string, string>([
  ...['2', '3', '4', '5', '6', '7', '8', '9'].map((digit) => [`016${digit}`, `03${digit}`] as const),
  ...([
    ['0120', '070'],
    ['0121', '079'],
    ['0122', '077'],
    ['0126', '076'],
    ['0128', '078'],
  ] as const),
  ...([
    ['0123', '083'],
    ['0124', '084'],
    ['0125', '085'],
    ['0127', '081'],
    ['0129', '082'],
  ] as const),
  ...([
    ['0186', '056'],
    ['0188', '058'],
    ['0199', '059'],
  ] as const),
]);
