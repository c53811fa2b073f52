import { capitalised } from '../../figure-text.ts';
import type { Texts } from '../../texts/vi.ts';

/** A sentence of the rules, which call a field as programs do, with the names that stand on the screen. */
export function plainWords(message: string, { work }: Texts): string {
  const names: Readonly<Record<string, string>> = work.fieldNames;
  const inWords = message
    .replaceAll(/\b\w+\[\d+\]\./g, '')
    // "From 0 to 100" in English is no field.
    .replaceAll(/\b(?!from \d)[a-z]+(?:[A-Z][a-z]+)*\b/g, (word) => names[word] ?? word);
  return capitalised(inWords);
}
