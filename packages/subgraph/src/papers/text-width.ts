/**
 * The width of a text in Times, in points: what a line holds has to be known before it is drawn, where a spreadsheet
 * does not grow its rows by itself and where a word is longer than its column.
 */
export function textWidth(text: string, size: number, isBold = false): number {
  let thousandths = 0;
  for (const letter of text.normalize('NFD')) thousandths += letterWidth(letter.codePointAt(0) ?? 0);
  return (thousandths / 1000) * size * (isBold ? BOLD : 1);
}

/** How many lines the text takes in a column of this width; broken words count as many as they need. At least 1. */
export function lineCount(text: string, width: number, size: number, isBold = false): number {
  return text.split('\n').reduce((sum, line) => sum + linesOf(line, width, size, isBold), 0);
}

/** The size at which the text stays on one line, at most `size`: a number that is broken in two reads as two. */
export function fittingSize(text: string, width: number, size: number, isBold = false): number {
  const needed = textWidth(text, size, isBold);
  return needed <= width ? size : Math.max(SMALLEST, Math.floor(((size * width) / needed) * 2) / 2);
}

/** Points; whoever needs less has to give the column more room. */
const SMALLEST = 6;

function linesOf(line: string, width: number, size: number, isBold: boolean): number {
  const space = textWidth(' ', size, isBold);
  let lines = 1;
  let used = 0;
  for (const word of line.split(/\s+/u)) {
    const needed = textWidth(word, size, isBold);
    if (used > 0 && used + space + needed <= width) {
      used += space + needed;
      continue;
    }
    if (used > 0) lines += 1;
    const broken = Math.max(0, Math.ceil(needed / width) - 1);
    lines += broken;
    used = needed - broken * width;
  }
  return lines;
}

// Widths of the letters from space to tilde in thousandths of the size, as Adobe publishes them for Times Roman; the
// fonts that stand in for Times have the same. Bold letters are a little wider.
const TIMES = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
  500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
  389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
  500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
  278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
] as const;
const BOLD = 1.07;
const FIRST = 0x20;
const COMBINING = { first: 0x300, last: 0x36f };
/** The horn of ơ and ư, which makes the letter wider; other marks stand above or below. */
const HORN = { codePoint: 0x31b, width: 60 };

function letterWidth(codePoint: number): number {
  if (codePoint === HORN.codePoint) return HORN.width;
  if (codePoint >= COMBINING.first && codePoint <= COMBINING.last) return 0;
  return TIMES[codePoint - FIRST] ?? 560;
}
