import { fold, type ImportKind } from '@cnscd/domain';
import { IMPORT_FIELDS, type ImportField } from './fields.ts';

/**
 * The field that a heading means, in any spelling: "SĐT", "Số ĐT (Zalo)", "SỐ ĐIỆN THOẠI". Only whole headings count:
 * what merely contains a known word is left for the officer to choose.
 *
 * @param levels - of a heading in several rows, from the top one down
 */
export function fieldOfHeading(levels: readonly string[], kind: ImportKind): ImportField | null {
  const known = headingsOf(kind);
  const whole = levels.join(' ');
  const lowest = levels.at(-1) ?? '';
  for (const text of [whole, lowest]) {
    const found = known.get(fold(text)) ?? known.get(fold(withoutBrackets(text)));
    if (found !== undefined) return found;
  }
  return fold(whole) === '' && /[#№]/u.test(whole) ? (known.get('stt') ?? null) : null;
}

/** Equal for headings that are one to us: it is what a choice is remembered by, however the next file spells it. */
export const headingKey = (heading: string): string => fold(heading) || heading.trim();

const withoutBrackets = (text: string): string => text.replace(/[([{][^)\]}]*[)\]}]/gu, ' ');

const cache = new Map<ImportKind, ReadonlyMap<string, ImportField>>();

function headingsOf(kind: ImportKind): ReadonlyMap<string, ImportField> {
  const known =
    cache.get(kind) ??
    new Map(
      IMPORT_FIELDS[kind].flatMap((field) =>
        [field.label.vi, field.label.en, ...field.headings]
          // "#" is nothing when folded, as is any heading of signs.
          .filter((heading) => fold(heading) !== '')
          .map((heading) => [fold(heading), field] as const),
      ),
    );
  cache.set(kind, known);
  return known;
}
