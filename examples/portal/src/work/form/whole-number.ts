import { TEXTS } from '../../page/portal-context.tsx';
import type { Faults } from './field.tsx';

/**
 * A count as it is typed: nothing is null, which is not known; what is no whole number is NaN. A number field would
 * silently make it nothing.
 */
export function wholeNumber(typed: string): number | null {
  const text = typed.replaceAll(/[\s.]/g, '');
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** The fault of each field whose text is no whole number. */
export function notWhole(fields: Readonly<Record<string, string>>): Faults {
  const wrong = Object.entries(fields).filter(([, typed]) => Number.isNaN(wholeNumber(typed)));
  return Object.fromEntries(
    wrong.map(([name, typed]) => [
      name,
      { vi: TEXTS.vi.work.notWhole(typed), en: TEXTS.en.work.notWhole(typed) },
    ]),
  );
}
