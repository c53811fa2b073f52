import type { UnitLinkKind } from '@cnscd/domain';

/**
 * The kind of a link in the words of the conversion table's column "Ghi chú".
 *
 * @returns null for words that are not plain: whole sentences, and names from a part of another unit
 */
export function kindOfWording(wording: string): UnitLinkKind | null {
  const plain = wording.toLowerCase().replace(/^nhâp/u, 'nhập');
  const kind = PLAIN_WORDINGS[plain];
  if (kind !== undefined) return kind;
  return /^sắp xếp toàn bộ (?:huyện|xã) .+ thành đặc khu .+$/u.test(plain) ? 'WHOLE' : null;
}

// "Part of the area, all of the people" is a part too: the kinds are about the unit. The words stay with the link.
const PLAIN_WORDINGS: Readonly<Record<string, UnitLinkKind>> = {
  'nhập toàn bộ': 'WHOLE',
  'nhập toàn bộ diện tích': 'WHOLE',
  'nhập một phần': 'PART',
  'nhập một phần diện tích': 'PART',
  'nhập một phần dân số': 'PART',
  'nhập một phần diện tích, toàn bộ dân số': 'PART',
  'giữ nguyên': 'UNCHANGED',
  'đổi tên': 'RENAMED',
  'đổi loại hình': 'KIND_CHANGED',
};
