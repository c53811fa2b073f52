import { DomainError, type Messages } from './errors.ts';
import { numbersIn } from './format-numbers.ts';
import { requireHarmless } from './sensitive-text.ts';
import { quoted, shown } from './shown.ts';
import { isStorableText, nfc } from './text.ts';

/** Longest texts, in characters of their NFC form. */
export const TEXT_LIMITS = { name: 200, line: 300, note: 2000, url: 500 } as const;

/**
 * Text that a person wrote, as it may be stored: NFC, trimmed, not empty, of at most `max` characters, without control
 * characters and without anything that must never be stored.
 *
 * @throws {DomainError} `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
export function requireText(text: string, field: string, max: number = TEXT_LIMITS.line): string {
  const fault = textFault(text, max);
  if (fault !== null) throw textInvalid(field, text, fault);
  return requireHarmless(nfc(text).trim(), field);
}

/** Why a text cannot be stored, whatever it says: too long, empty, broken. Null where it can. */
export function textFault(text: string, max: number = TEXT_LIMITS.line): Messages | null {
  // Before anything else is done with it: a megabyte is not worth normalising.
  if (text.length > 4 * max) return tooLong(text.length, max);
  if (!isStorableText(text) || CONTROL.test(text)) return NOT_STORABLE;
  const clean = nfc(text).trim();
  if (clean === '') return EMPTY;
  const length = Array.from(clean).length;
  return length > max ? tooLong(length, max) : null;
}

/** The same for text that may be left out: null, and also blank, is null. */
export function optionalText(
  text: string | null | undefined,
  field: string,
  max: number = TEXT_LIMITS.line,
): string | null {
  return text == null || text.trim() === '' ? null : requireText(text, field, max);
}

/**
 * The address of a document on the web: https, without a name or a password in it.
 *
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
export function requireDocumentUrl(text: string, field: string): string {
  const clean = requireText(text, field, TEXT_LIMITS.url);
  if (/^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][^\s<>"\\^`{|}]*)?$/i.test(clean))
    return clean;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field} là ${quoted(clean)}; phải là địa chỉ https của văn bản`,
      en: `${field} is ${quoted(clean)}; it must be the https address of the document`,
    },
    { field, value: shown(clean) },
  );
}

/**
 * A count of people or things: a whole number from 0 to 1,000,000.
 *
 * @throws {DomainError} `COUNT_INVALID`
 */
export function requireCount(
  value: number,
  field: string,
  bounds: { min?: number; max?: number } = {},
): number {
  const { min = 0, max = 1_000_000 } = bounds;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  const [vi, en] = [numbersIn('vi'), numbersIn('en')];
  throw new DomainError(
    'COUNT_INVALID',
    {
      vi: `${field} là ${vi(value)}; phải là số nguyên từ ${vi(min)} đến ${vi(max)}`,
      en: `${field} is ${en(value)}; it must be a whole number from ${en(min)} to ${en(max)}`,
    },
    { field, value: String(value) },
  );
}

/**
 * An instant from ISO 8601 text with its offset: `2026-03-01T08:00:00+07:00`, `2026-03-01T01:00:00Z`.
 *
 * @throws {DomainError} `INSTANT_INVALID` for another form, a day that the calendar lacks, and outside 1900–2100
 */
export function requireInstant(text: string, field: string): Date {
  const parts = INSTANT.exec(text);
  const time = parts === null ? Number.NaN : Date.parse(text);
  const year = new Date(time).getUTCFullYear();
  if (parts !== null && year >= 1900 && year <= 2100 && isDay(parts[1] ?? '')) return new Date(time);
  throw new DomainError(
    'INSTANT_INVALID',
    {
      vi: `${field} là ${quoted(text)}; hãy viết ngày giờ có thật kèm múi giờ, ví dụ 2026-03-01T08:00:00+07:00`,
      en: `${field} is ${quoted(text)}; write a real day and time with its offset, for example 2026-03-01T08:00:00+07:00`,
    },
    { field, value: shown(text) },
  );
}

/**
 * An id as a client makes it, in lower case. UUIDv7 is best: it sorts by time.
 *
 * @throws {DomainError} `ID_INVALID`
 */
export function requireUuid(text: string, field: string): string {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) return text.toLowerCase();
  throw new DomainError(
    'ID_INVALID',
    {
      vi: `${field} là ${quoted(text)}; phải là một UUID, nên dùng UUIDv7`,
      en: `${field} is ${quoted(text)}; it must be a UUID, best a UUIDv7`,
    },
    { field, value: shown(text) },
  );
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

// Date.parse rolls 30 February over to 2 March.
function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}

// Line breaks and tabs belong to a note.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it looks for them
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/;

const EMPTY: Messages = { vi: 'không được để trống', en: 'it must not be empty' };
const NOT_STORABLE: Messages = {
  vi: 'có ký tự điều khiển hoặc ký tự Unicode hỏng; hãy gõ lại',
  en: 'it has control characters or broken Unicode; type it again',
};
const tooLong = (length: number, max: number): Messages => ({
  vi: `dài ${length} ký tự; tối đa ${max}`,
  en: `it has ${length} characters; at most ${max}`,
});

function textInvalid(field: string, text: string, reason: Messages): DomainError {
  const messages = { vi: `${field}: ${reason.vi}`, en: `${field}: ${reason.en}` };
  return new DomainError('TEXT_INVALID', messages, { field, value: storableShown(text) });
}

/** What was given, fit to be stored with the refusal: escaped where it could not be stored as it is. */
const storableShown = (text: string) => {
  const part = shown(text.slice(0, 200));
  return isStorableText(part) && !CONTROL.test(part)
    ? part
    : JSON.stringify(part).replaceAll('\u0000', '\\u0000');
};
