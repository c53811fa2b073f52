import type { LegacyFont } from './cells.ts';

/**
 * Which old encoding a font draws, by its name: .VnTime and its like are TCVN3, .VnTimeH the same with nothing but
 * capitals; VNI-Times is VNI.
 */
export function legacyFontOf(fontName: string): LegacyFont | null {
  if (/^\.vn/iu.test(fontName)) return /H$/u.test(fontName) ? 'TCVN3_CAPITALS' : 'TCVN3';
  return /^vni[- ]/iu.test(fontName) ? 'VNI' : null;
}
