import { DomainError } from './errors.ts';
import { requireText } from './inputs.ts';
import { fold, nfc } from './text.ts';
import type { DuplicateReason } from './vocabulary.ts';

/** Longest name of a person, in characters of its NFC form. */
export const LONGEST_PERSON_NAME = 100;

/**
 * A person's name as it may be stored.
 *
 * @throws {DomainError} `TEXT_INVALID` also where no letter is in it, `TEXT_SENSITIVE`; the name itself is not repeated
 */
export function requirePersonName(text: string, field: string): string {
  const name = withoutValue(() => requireText(text, field, LONGEST_PERSON_NAME), field);
  if (/\p{L}/u.test(bare(name))) return name;
  throw new DomainError(
    'TEXT_INVALID',
    { vi: `${field}: họ tên phải có chữ cái`, en: `${field}: a name has letters` },
    { field },
  );
}

/**
 * The words of a name, folded and sorted: what two spellings and two orders of one name have in common. Names with
 * different keys are never {@link sameName}. What stands in brackets is no part of a name.
 */
export function nameKey(name: string): string {
  return wordsOf(name)
    .map((word) => word.key)
    .sort()
    .join(' ');
}

/** Why two names may be one person's. */
export type NameReason = Exclude<DuplicateReason, 'SAME_PHONE'>;

/**
 * Whether two names may be the same name, and what differs: nothing (SAME_NAME), the order of its words (NAME_ORDER),
 * where tone marks stand (TONE_ORDER: hoà, hòa), or the spelling (SPELLING: đ as d, i as y, all marks left out).
 * Different marks are different names: Hùng is not Hưng, and Lan is not Lân.
 *
 * @returns reasons in that order, or `null` for two different names
 */
export function sameName(one: string, other: string): NameReason[] | null {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  if (first.length === 0 || first.length !== second.length) return null;
  const isInOrder = first.every((word, index) => word.key === second[index]?.key);
  const pairs = isInOrder ? inPairs(first, second) : inPairs(sorted(first), sorted(second));
  // Who leaves out all marks writes every name so; among marked words, a plain one is plain on purpose.
  const isUnmarked = isPlain(first) || isPlain(second);
  const differences = pairs.map(([a, b]) => differenceOf(a, b, isUnmarked));
  if (differences.includes('DIFFERENT')) return null;
  const reasons: NameReason[] = [
    ...(isInOrder ? [] : (['NAME_ORDER'] as const)),
    ...(differences.includes('TONE_ORDER') ? (['TONE_ORDER'] as const) : []),
    ...(differences.includes('SPELLING') ? (['SPELLING'] as const) : []),
  ];
  return reasons.length === 0 ? ['SAME_NAME'] : reasons;
}

/** What speaks for two records being one person. */
export interface DuplicateEvidence {
  /** As {@link sameName} answers. */
  name: readonly NameReason[] | null;
  hasSamePhone: boolean;
  /** Whether both are or were in teams of one commune. */
  isInSamePlace: boolean;
}

/**
 * How likely two records are one person, for sorting: 0–1, two decimals. A name weighs less where it is written in
 * another way, and half as much in another commune, because many people bear the same one; families share a phone.
 */
export function duplicateScore({ name, hasSamePhone, isInSamePlace }: DuplicateEvidence): number {
  const doubt = (1 - nameWeight(name) * (isInSamePlace ? 1 : 0.5)) * (hasSamePhone ? 0.3 : 1);
  return Math.round((1 - doubt) * 100) / 100;
}

function nameWeight(reasons: readonly NameReason[] | null): number {
  if (reasons === null) return 0;
  return 0.7 * (reasons.includes('SPELLING') ? 0.8 : 1) * (reasons.includes('NAME_ORDER') ? 0.8 : 1);
}

interface Word {
  /** In lower case and NFC. */
  text: string;
  /** The letters with their marks, the tone at the end: the same wherever it was written. */
  toned: string;
  /** Folded, with i and y as one where they are spelled either way: what {@link nameKey} has. */
  key: string;
}

function wordsOf(name: string): Word[] {
  const plain = nfc(bare(name)).toLowerCase().replace(APOSTROPHES, "'");
  const words = plain.match(/[\p{L}\p{M}\p{N}']+/gu) ?? [];
  return words.flatMap((text) => {
    const key = eitherY(fold(text));
    return key === '' ? [] : [{ text, toned: tonedOf(text), key }];
  });
}

/** Without what stands in brackets: "(giả lập)", "(Bí thư)". */
const bare = (name: string) => name.replace(/\([^)]*\)?/g, ' ');

/** Lý and Lí, Mỹ and Mĩ, Quý and Quí are one name each; Thy and Thi are two. */
const eitherY = (folded: string) => folded.replace(/^(h|k|l|m|s|t|qu)y$/, '$1i');

/** All are typed for the one in K'Brếu, and it is left out as well. */
const APOSTROPHES = /[`\u00B4\u02B9\u02BB\u02BC\u2018\u2019\u2032]/g;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

function tonedOf(text: string): string {
  const apart = text.normalize('NFD');
  return apart.replace(TONES, '') + (apart.match(TONES) ?? []).join('');
}

const sorted = (words: readonly Word[]) =>
  [...words].sort((a, b) => (`${a.key} ${a.text}` < `${b.key} ${b.text}` ? -1 : 1));

const inPairs = (first: readonly Word[], second: readonly Word[]) =>
  first.flatMap((word, index): [Word, Word][] => {
    const other = second[index];
    return other === undefined ? [] : [[word, other]];
  });

const isPlain = (words: readonly Word[]) => words.every(({ text }) => text === fold(text));

function differenceOf(a: Word, b: Word, isUnmarked: boolean): 'TONE_ORDER' | 'SPELLING' | 'DIFFERENT' | null {
  if (a.text === b.text) return null;
  if (a.toned === b.toned) return 'TONE_ORDER';
  if (a.key !== b.key) return 'DIFFERENT';
  return isUnmarked || spelledAlike(a) === spelledAlike(b) ? 'SPELLING' : 'DIFFERENT';
}

/** The marks stay; đ is d, and i is y where the key has them as one. */
function spelledAlike({ toned, key }: Word): string {
  const plain = toned.replaceAll('đ', 'd').replaceAll("'", '');
  return key.endsWith('i') ? plain.replace('y', 'i') : plain;
}

/** Names of persons stay out of refusals, which are kept with their keys. */
function withoutValue(check: () => string, field: string): string {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, error.messages, { field });
  }
}
