import { fold } from './text.ts';

/** What stands where a name was. */
export const MASKED_NAME = '[đã xóa]';

/**
 * A text without the names: every run of words that reads as one of them, whatever its case, marks, Unicode form and
 * spacing, is masked. Names of one word are left alone, because too many things are called so.
 *
 * @returns the text with {@link MASKED_NAME} in their places, or `null` where none of them is in it
 */
export function maskNames(text: string, names: readonly string[]): string | null {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    key: fold(match[0]),
  }));
  const wanted = names.map(keysOf).filter((keys) => keys.length > 1);
  let [masked, at] = ['', 0];
  for (let index = 0; index < words.length; index += 1) {
    const found = wanted
      .filter((keys) => keys.every((key, place) => words[index + place]?.key === key))
      .reduce((longest, keys) => Math.max(longest, keys.length), 0);
    const [first, last] = [words[index], words[index + found - 1]];
    if (found === 0 || first === undefined || last === undefined) continue;
    masked += text.slice(at, first.from) + MASKED_NAME;
    at = last.to;
    index += found - 1;
  }
  return at === 0 ? null : masked + text.slice(at);
}

/** Letters with their marks, whether composed or not; an apostrophe belongs to a name: K'Brếu. */
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

const keysOf = (name: string) =>
  [...name.matchAll(WORD)].map(([word]) => fold(word)).filter((key) => key !== '');
