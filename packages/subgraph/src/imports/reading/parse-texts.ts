import {
  LONGEST_PERSON_NAME,
  type Messages,
  type SensitiveKind,
  sensitiveKind,
  TEXT_LIMITS,
  textFault,
  writtenPhones,
} from '@cnscd/domain';
import { singleLine } from './cell-text.ts';
import { type FilledCell, type ParsedCell, parsed, refused, refusedUnseen } from './parsed-cell.ts';
import { remembering } from './remembering.ts';

/** Names and other words on one line. */
export const parseText = (filled: FilledCell): ParsedCell =>
  harmless(filled, singleLine(filled.text), TEXT_LIMITS.name);

export const parseNote = (filled: FilledCell): ParsedCell => harmless(filled, filled.text, TEXT_LIMITS.note);

function harmless(filled: FilledCell, text: string, max: number): ParsedCell {
  const { column } = filled;
  const reason = textFault(text, max);
  if (reason !== null) return refused(filled, 'TEXT_INVALID', { column, reason });
  const kind = kindIn(text);
  return kind === null
    ? parsed(filled, text)
    : refusedUnseen(filled, 'TEXT_SENSITIVE', { column, what: SENSITIVE[kind] });
}

/** Several names, on a line each or with semicolons between. */
export function parseNames(filled: FilledCell): ParsedCell {
  const names = filled.text
    .split(/[;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length > MOST_NAMES) {
    return refused(filled, 'TEXT_INVALID', { column: filled.column, reason: TOO_MANY_NAMES });
  }
  const fault = names
    .map((name) => harmless(filled, name, TEXT_LIMITS.name))
    .find(({ faults }) => faults.length > 0);
  return fault ?? parsed(filled, names.length === 0 ? null : [...new Set(names)]);
}

const MOST_NAMES = 20;
const TOO_MANY_NAMES: Messages = {
  vi: `nhiều nhất ${MOST_NAMES} mục trong một ô`,
  en: `at most ${MOST_NAMES} in a cell`,
};

const kindIn = remembering(sensitiveKind);

export const SENSITIVE: Readonly<Record<SensitiveKind, Messages>> = {
  CITIZEN_ID: { vi: 'số giống số căn cước', en: 'a number like a citizen-ID number' },
  CREDENTIAL: { vi: 'mật khẩu hoặc mã xác thực', en: 'a password or a code' },
  PHONE: { vi: 'số điện thoại ngoài cột số điện thoại', en: 'a phone number outside the column for phones' },
};

export function parsePerson(filled: FilledCell): ParsedCell {
  const { column } = filled;
  const name = singleLine(filled.text);
  const kind = sensitiveKind(name);
  if (kind !== null) return refusedUnseen(filled, 'TEXT_SENSITIVE', { column, what: SENSITIVE[kind] });
  const reason = textFault(name, LONGEST_PERSON_NAME) ?? (/\p{L}/u.test(name) ? null : NO_LETTERS);
  if (reason !== null) return refusedUnseen(filled, 'TEXT_INVALID', { column, reason });
  return { ...parsed(filled, name), quotable: null };
}

const NO_LETTERS: Messages = { vi: 'họ tên phải có chữ cái', en: 'a name has letters' };

/** As an export shows a number to who may not see it: it says nothing, and changes nothing. */
const MASKED = /^•{2,}[\s•]*\d{0,3}$/u;

/** Several numbers are all given on, and the officer is told that the first one counts. */
export function parsePhones(filled: FilledCell): ParsedCell {
  const { column } = filled;
  if (MASKED.test(filled.text)) return { ...parsed(filled, null), quotable: null };
  const { phones, isRenumbered, hint } = writtenPhones(filled.text);
  if (hint !== null && phones.length === 0) return refusedUnseen(filled, 'PHONE_INVALID', { column, hint });
  const result = { ...parsed(filled, phones.length === 0 ? null : phones), quotable: null };
  const count = phones.length + (hint === null ? 0 : 1);
  if (count > 1) result.faults.push(...refused(filled, 'PHONE_SEVERAL', { column, count }).faults);
  if (isRenumbered) result.faults.push(...refused(filled, 'PHONE_RENUMBERED', { column }).faults);
  return result;
}
