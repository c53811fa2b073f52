import { type ImportFault, importFault } from '@cnscd/domain';
import { singleLine } from './cell-text.ts';
import { type CellParser, type FilledCell, type ParsedCell, parsed, refused } from './parsed-cell.ts';
import { choicesOf, valueOfWord, type WordList } from './words.ts';

/** One word of a list. */
export const parseWord =
  (list: WordList): CellParser =>
  (filled) => {
    const value = valueOfWord(list, filled.text);
    return value === null ? unknown(filled, list, filled.text) : parsed(filled, value);
  };

/** Several words of a list, with any sign between them. */
export const parseWords =
  (list: WordList): CellParser =>
  (filled) => {
    const values = new Set<string>();
    for (const word of wordsIn(filled.text, (text) => valueOfWord(list, text) !== null)) {
      const value = valueOfWord(list, word);
      if (value === null) return unknown(filled, list, word);
      values.add(value);
    }
    return parsed(filled, [...values]);
  };

function unknown(filled: FilledCell, list: WordList, word: string): ParsedCell {
  return refused(filled, 'CHOICE_UNKNOWN', {
    ...{ column: filled.column, given: singleLine(word), choices: choicesOf(list) },
  });
}

/**
 * "Bí thư chi đoàn - Tổ phó": columns called "Chức vụ" hold roles, affiliations, or both. Words that are neither are said
 * and left out: other posts are no concern of the register.
 */
export function parsePosition(filled: FilledCell): ParsedCell {
  const isKnown = (text: string) =>
    valueOfWord('memberRole', text) !== null || valueOfWord('affiliation', text) !== null;
  const [roles, affiliations, faults]: [Set<string>, Set<string>, ImportFault[]] = [new Set(), new Set(), []];
  for (const word of wordsIn(filled.text, isKnown)) {
    const role = valueOfWord('memberRole', word);
    const affiliation = role === null ? valueOfWord('affiliation', word) : null;
    if (role !== null) roles.add(role);
    else if (affiliation !== null) affiliations.add(affiliation);
    else faults.push(importFault('WORD_LEFT_OUT', { column: filled.column, given: singleLine(word) }));
  }
  const [role, another] = roles;
  if (another !== undefined) return { ...unknown(filled, 'memberRole', filled.text), values: { role: null } };
  return {
    values: {
      ...(role === undefined ? {} : { role }),
      ...(affiliations.size === 0 ? {} : { affiliations: [...affiliations] }),
    },
    faults,
    quotable: filled.text,
  };
}

/** A text as the words in it; a sign that belongs to a known word does not part it. */
function wordsIn(text: string, isKnown: (text: string) => boolean): string[] {
  if (isKnown(text)) return [text];
  for (const sign of SIGNS) {
    const parts = text.split(sign).filter((part) => part.trim() !== '');
    if (parts.length > 1) return parts.flatMap((part) => wordsIn(part.trim(), isKnown));
  }
  return [text];
}

const SIGNS = [/[;\n+|]/u, /\s[-–]\s/u, /[/]/u, /,/u, /\s+(?:và|kiêm)\s+/u, /[-–]/u];

export function parseFlag(filled: FilledCell): ParsedCell {
  const { cell, column, text: given } = filled;
  if (cell.kind === 'FLAG') return parsed(filled, cell.flag);
  const word = given.toLowerCase();
  if (YES.test(word)) return parsed(filled, true);
  if (NO.test(word)) return parsed(filled, false);
  return refused(filled, 'CHOICE_UNKNOWN', {
    ...{
      column,
      given,
      choices: { vi: '“x” hoặc “có”, “không”', en: '“x” or “có” for yes, “không” for no' },
    },
  });
}

const YES = /^(?:x+|v|✓|✔|có|c|1|đúng|true|yes|y|nòng cốt)$/u;
const NO = /^(?:không|k|ko|0|sai|false|no|n)$/u;
