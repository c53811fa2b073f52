import { textWidth } from './text-width.ts';

/**
 * The name of an authority in lines that the room holds, broken where offices break it: "ỦY BAN NHÂN DÂN" stays
 * together, and no last line is left with one short word.
 */
export function issuerLines(name: string, room: number, size: number, isBold: boolean): string {
  const fits = (text: string) => textWidth(text, size, isBold) <= room;
  const plain = name.normalize('NFC');
  if (fits(plain)) return plain;
  const [head = '', ...rest] = plain.split(COMMITTEE).filter((part) => part !== '');
  if (rest.length > 0)
    return [head.trim(), ...rest.map((part) => issuerLines(part.trim(), room, size, isBold))].join('\n');
  return balanced(plain.split(/\s+/u), fits);
}

const COMMITTEE = /^((?:ỦY BAN|UỶ BAN|HỘI ĐỒNG) NHÂN DÂN)\s+/iu;

/** Two lines as alike as can be; words that need more lines than that break by themselves. */
function balanced(words: readonly string[], fits: (text: string) => boolean): string {
  let best = words.join(' ');
  let difference = Number.POSITIVE_INFINITY;
  for (let count = 1; count < words.length; count += 1) {
    const [first, second] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    const unlike = Math.abs(first.length - second.length);
    if (fits(first) && fits(second) && unlike < difference)
      [best, difference] = [`${first}\n${second}`, unlike];
  }
  return best;
}
