import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Files of Tinos, which is as wide as Times New Roman letter by letter, has every Vietnamese letter, and may be embedded
 * (SIL Open Font License). Times New Roman, which the decree names, may not be handed on.
 */
export const FONT_FAMILY = 'Tinos';

export function fontFiles(): { normal: string; bold: string; italics: string; bolditalics: string } {
  const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'));
  const file = (face: string) => join(folder, face, `Tinos_${face}.ttf`);
  return {
    normal: file('400Regular'),
    bold: file('700Bold'),
    italics: file('400Regular_Italic'),
    bolditalics: file('700Bold_Italic'),
  };
}
