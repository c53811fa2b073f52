import { nfc, type UnitKind } from '@cnscd/domain';

/** What a full name tells: "Thị xã Quảng Trị" is the THI_XA named Quảng Trị. */
export interface UnitName {
  fullName: string;
  kind: UnitKind;
  name: string;
}

/**
 * Reads kind and name out of a full name. White space and Unicode form are put in order, spelling is kept.
 *
 * @returns null when the first words name no kind of unit
 */
export function parseUnitName(text: string): UnitName | null {
  const fullName = tidy(text);
  // Without regard to case, because official tables write "Thị Xã" and "xã" too.
  const lowerCase = fullName.toLowerCase();
  for (const [words, kind] of KIND_WORDS) {
    if (!lowerCase.startsWith(`${words} `)) continue;
    const name = fullName.slice(words.length + 1);
    return { fullName: `${words.charAt(0).toUpperCase()}${words.slice(1)} ${name}`, kind, name };
  }
  return null;
}

/** Text of a table cell: NFC, one space between words, none around. */
export function tidy(text: string): string {
  return nfc(text).replace(/\s+/gu, ' ').trim();
}

/** Two spellings of one full name have the same key: "Thị Xã Buôn Hồ", "Xã Thanh Thuỷ" and "Xã Thanh Thủy". */
export function nameKey(fullName: string): string {
  const known = keys.get(fullName);
  if (known !== undefined) return known;
  const key = toneKey(fullName.toLowerCase().replace(/\s+/gu, ' ').trim());
  keys.set(fullName, key);
  return key;
}

// A load asks a hundred thousand times for the keys of some 15,000 names.
const keys = new Map<string, string>();

// "thành phố trực thuộc trung ương" never begins a name; "thị trấn" and "thị xã" differ in the second word.
const KIND_WORDS: readonly (readonly [string, UnitKind])[] = [
  ['thành phố', 'THANH_PHO'],
  ['thị trấn', 'THI_TRAN'],
  ['đặc khu', 'DAC_KHU'],
  ['phường', 'PHUONG'],
  ['thị xã', 'THI_XA'],
  ['huyện', 'HUYEN'],
  ['quận', 'QUAN'],
  ['tỉnh', 'TINH'],
  ['xã', 'XA'],
];

// The tone mark of oa, oe, uy stands on either vowel, by the school of spelling: hoà and hòa are one name,
// while ha and hà are two. So tones are counted per syllable and taken off the vowels.
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
function toneKey(text: string): string {
  const syllables = text.normalize('NFD').replaceAll("'", '’').split(' ');
  return syllables
    .map((syllable) => syllable.replace(TONES, '') + (syllable.match(TONES)?.join('') ?? ''))
    .join(' ');
}
