import { DomainError } from './errors.ts';
import { quoted, shown } from './shown.ts';
import type { AdminLevel } from './vocabulary.ts';

/**
 * Official code of an administrative unit, as text with leading zeros.
 *
 * A code is not an identity: 44 was Quảng Bình and is Quảng Trị. Only code and day together name a unit.
 */
export type UnitCode = string & { readonly __brand: 'UnitCode' };

/** The nation. It has no official code; this one is the project's own. */
export const NATION_CODE: UnitCode = 'VN' as UnitCode; // unitCode('VN') gives the same

/**
 * A unit code from text: 'VN' for the nation, 2 digits for a province, 3 for a former district, 5 for a commune.
 *
 * @throws {DomainError} `UNIT_CODE_INVALID` for anything else, and for zeros alone, which no unit bears
 */
export function unitCode(text: string, field = 'code'): UnitCode {
  if (text !== NATION_CODE && !OFFICIAL_CODE.test(text)) throw invalidCode(text, field);
  return text as UnitCode; // checked above
}

/** The administrative level that a code's length tells. Villages have no code. */
export function levelOfCode(code: UnitCode): AdminLevel {
  if (code === NATION_CODE) return 'NATION';
  if (code.length === 2) return 'PROVINCE';
  return code.length === 3 ? 'DISTRICT' : 'COMMUNE';
}

// QĐ 19/2025/QĐ-TTg: provinces 01–99, communes 00001–99999. Districts had three digits until 2025-06-30.
const OFFICIAL_CODE = /^(?!0+$)(?:\d{2}|\d{3}|\d{5})$/;

function invalidCode(text: string, field: string): DomainError {
  const messages = {
    vi: `${field} là ${quoted(text)}; mã đơn vị hành chính gồm 2 chữ số (tỉnh), 3 chữ số (huyện cũ), 5 chữ số (xã), kể cả số 0 ở đầu, hoặc "VN" (cả nước)`,
    en: `${field} is ${quoted(text)}; a unit code has 2 digits (province), 3 (former district) or 5 (commune), leading zeros included, or is "VN" (the nation)`,
  };
  return new DomainError('UNIT_CODE_INVALID', messages, { field, value: shown(text) });
}
