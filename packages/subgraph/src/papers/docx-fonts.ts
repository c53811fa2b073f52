import { readFile } from 'node:fs/promises';
import subsetFont from 'subset-font';
import { fontFiles } from './paper-fonts.ts';

/** What the decree asks for, so that whoever edits the document goes on in it. */
export const FONT = 'Times New Roman';

/**
 * The four faces that a document carries for computers without Times New Roman: Tinos, which is as wide, cut down to
 * Vietnamese and Western European letters (a tenth of the whole, and still enough to edit with).
 */
export async function embeddedFont() {
  faces ??= cutDown();
  return { name: FONT, ...(await faces) };
}

// Made once in each thread: cutting takes longer than drawing a short paper.
let faces: ReturnType<typeof cutDown> | undefined;

async function cutDown() {
  const { normal, bold, italics, bolditalics } = fontFiles();
  const cut = async (file: string) => subsetFont(await readFile(file), LETTERS, { targetFormat: 'truetype' });
  return {
    data: await cut(normal),
    bold: await cut(bold),
    italic: await cut(italics),
    boldItalic: await cut(bolditalics),
  };
}

const LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x1a0, 0x1b0],
  [0x300, 0x323],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2026],
  [0x20ab, 0x20ac],
  [0x2260, 0x2265],
]
  .map(([first = 0, last = 0]) =>
    String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  )
  .join('');
