import { DomainError, type Messages } from './errors.ts';

/** The longest search text, in characters of its NFC form. */
export const SEARCH_MAX_CHARACTERS = 100;

/** Text in Unicode normal form C, the form of everything that is stored or answered. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/**
 * Text as search compares it: no diacritics, đ as d, lower case, anything but letters and digits as one space.
 *
 * "Quảng Trị", its NFD form, "QUẢNG  TRỊ" and "quang-tri" all become "quang tri"; old and new tone placement
 * (hoà, hòa) become the same. Apostrophes vanish, so that "Cư M'gar" and "Cư M’gar" become "cu mgar".
 */
export function fold(text: string): string {
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(LETTERS_LIKE_D, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * What search looks into: the folded texts, each once more without spaces, because place names are written both ways
 * ("Đa Krông" and "Đakrông").
 */
export function searchText(...texts: string[]): string {
  const folded = texts.map(fold).filter((text) => text !== '');
  const joined = folded.map((text) => text.replaceAll(' ', ''));
  return [...new Set([...folded, ...joined])].join(' ');
}

/**
 * The different words of a search text, folded, in the order given.
 *
 * Tabs and line breaks count as white space, because text is pasted from spreadsheets.
 *
 * @throws {DomainError} `SEARCH_INVALID` for more than 100 characters, for control characters or broken Unicode,
 * and where no letter or digit is left to search for
 */
export function searchTokens(text: string, field = 'search'): string[] {
  const length = Array.from(nfc(text)).length;
  if (length > SEARCH_MAX_CHARACTERS) {
    throw invalidSearch(field, {
      vi: `${field} dài ${length} ký tự; nhiều nhất ${SEARCH_MAX_CHARACTERS} ký tự`,
      en: `${field} has ${length} characters; at most ${SEARCH_MAX_CHARACTERS}`,
    });
  }
  if (CONTROL_CHARACTERS.test(text) || LONE_SURROGATE.test(text)) {
    throw invalidSearch(field, {
      vi: `${field} có ký tự điều khiển hoặc ký tự Unicode hỏng; hãy dùng chữ và số`,
      en: `${field} has control characters or broken Unicode; use letters and digits`,
    });
  }
  const folded = fold(text);
  if (folded === '') {
    throw invalidSearch(field, {
      vi: `${field} không có chữ hay số nào để tìm; hãy nhập ít nhất một chữ cái hoặc chữ số`,
      en: `${field} has nothing to search for; give at least one letter or digit`,
    });
  }
  return [...new Set(folded.split(' '))];
}

/** Whether PostgreSQL can store the text: it has no NUL and no lone surrogate. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !LONE_SURROGATE.test(text);
}

// ' ` ´ ʹ ʻ ʼ ‘ ’ ′ and the full-width form: all are typed for the one in "M'gar" and "R'lấp".
const APOSTROPHES = /['`\u00B4\u02B9\u02BB\u02BC\u2018\u2019\u2032\uFF07]/g;

// đ has no decomposition. ð (eth) and ɖ are what old Vietnamese fonts and keyboards left in its place.
const LETTERS_LIKE_D = /[đðɖ]/g;

const CONTROL_CHARACTERS = /[^\P{Cc}\t\n\r]/u;

// With the u flag a paired surrogate is one character, so that only lone ones match.
const LONE_SURROGATE = /\p{Cs}/u;

// The text itself stays out of message and details: people search for names of persons.
function invalidSearch(field: string, messages: Messages): DomainError {
  return new DomainError('SEARCH_INVALID', messages, { field });
}
