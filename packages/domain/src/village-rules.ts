import { DomainError, type Messages } from './errors.ts';
import { requireText } from './inputs.ts';
import { label } from './labels.ts';
import { fold } from './text.ts';
import type { UnitKind } from './vocabulary.ts';

/** Longest name of a unit, in characters. */
const LONGEST_NAME = 100;
const MOST_ALIASES = 10;

/**
 * The name of a village without its kind: `Tà Lang` of Thôn Tà Lang.
 *
 * @throws {DomainError} `INPUT_INVALID`, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
export function requireVillageName(text: string, kind: UnitKind, field = 'name'): string {
  const name = requireText(text, field, LONGEST_NAME);
  if (fold(name) === '') {
    throw inputInvalid(field, {
      vi: `${field} không có chữ hay số nào; hãy ghi tên thôn, tổ dân phố`,
      en: `${field} has no letter or digit; give the name of the village`,
    });
  }
  if (!name.toLowerCase().startsWith(`${label('unitKind', kind, 'vi')} `)) return name;
  throw inputInvalid(field, {
    vi: `${field} đã có chữ "${label('unitKind', kind, 'vi')}"; hãy ghi tên không kèm loại`,
    en: `${field} has the kind "${label('unitKind', kind, 'vi')}" in it; give the name without it`,
  });
}

/**
 * Other names of a unit.
 *
 * @throws {DomainError} `INPUT_INVALID` for too many, `TEXT_INVALID`, `TEXT_SENSITIVE`
 */
export function requireAliases(aliases: readonly string[]): string[] {
  if (aliases.length <= MOST_ALIASES) {
    return aliases.map((alias, index) => requireText(alias, `aliases[${index}]`, LONGEST_NAME));
  }
  throw inputInvalid('aliases', {
    vi: `aliases có ${aliases.length} tên; tối đa ${MOST_ALIASES}`,
    en: `aliases has ${aliases.length} names; at most ${MOST_ALIASES}`,
  });
}

function inputInvalid(field: string, messages: Messages): DomainError {
  return new DomainError('INPUT_INVALID', messages, { field });
}
