import { DomainError } from './errors.ts';
import { label } from './labels.ts';
import type { AdminLevel, UnitKind, UnitLinkKind } from './vocabulary.ts';

/** What units of today are called, by level. Levels that nobody makes new are left out. */
const KINDS: Partial<Record<AdminLevel, readonly UnitKind[]>> = {
  COMMUNE: ['XA', 'PHUONG', 'DAC_KHU'],
  VILLAGE: ['THON', 'BAN', 'AP', 'KHU_PHO', 'TO_DAN_PHO', 'KHU_DAN_CU'],
};

/** The full name of a unit: "Xã Đại Điền", "Tổ dân phố 15". */
export function fullUnitName(kind: UnitKind, name: string): string {
  const words = label('unitKind', kind, 'vi');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${name}`;
}

/**
 * What a new unit of a level is called.
 *
 * @throws {DomainError} `INPUT_INVALID` naming the kinds of the level
 */
export function requireUnitKind(text: string, level: AdminLevel, field = 'kind'): UnitKind {
  const kinds = KINDS[level] ?? [];
  const kind = kinds.find((each) => each === text);
  if (kind !== undefined) return kind;
  const [vi, en] = (['vi', 'en'] as const).map((language) => label('adminLevel', level, language));
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `${field} của ${vi} phải là một trong: ${kinds.join(', ')}`,
      en: `${field} of a unit of level ${en} must be one of: ${kinds.join(', ')}`,
    },
    { field, value: text.slice(0, 60) },
  );
}

/**
 * How a unit goes over into a new one, if it does so as a whole: among several units only WHOLE, for a single one also
 * UNCHANGED, RENAMED and KIND_CHANGED.
 *
 * @throws {DomainError} `MERGER_INVALID` for a part, whose rest would be nowhere, and for what is not said
 */
export function requireWholeLink(
  kind: UnitLinkKind,
  field: string,
  { isOnly }: { isOnly: boolean },
): UnitLinkKind {
  if (kind === 'WHOLE' || (isOnly && kind !== 'PART' && kind !== 'UNSPECIFIED')) return kind;
  const [vi, en] =
    kind === 'PART'
      ? [
          'chưa nhận sáp nhập một phần: phần còn lại phải thành đơn vị riêng, hãy nạp bằng bảng chuyển đổi chính thức',
          'a part is not merged here: the rest must become a unit of its own, load it by the official conversion table',
        ]
      : ['nhiều đơn vị nhập làm một thì phải là WHOLE', 'where several units become one it must be WHOLE'];
  throw new DomainError(
    'MERGER_INVALID',
    { vi: `${field} là ${kind}; ${vi}`, en: `${field} is ${kind}; ${en}` },
    { field, value: kind },
  );
}
