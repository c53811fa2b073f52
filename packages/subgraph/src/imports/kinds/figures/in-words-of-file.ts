import { label, type Messages } from '@cnscd/domain';
import { IMPORT_FIELDS } from '../../reading/fields.ts';

const LABELS = new Map(IMPORT_FIELDS.FIGURES.map(({ name, label }) => [name, label]));

/** Fields of a measurement that its rules speak of; longer names first. */
const FIELDS = /\b(?:valueMax|value|numerator|denominator|qualifier|reason|period|asOf)\b/gu;

/**
 * What the rules of a measurement say, for whoever has a table: fields by the headings of their columns, the indicator by
 * its name. In English most headings are the names of the fields, and words of the sentence too: they are left alone.
 */
export function inWordsOfFile(
  { vi, en }: Messages,
  { code, nameVi, nameEn }: { code: string; nameVi: string; nameEn: string },
): Messages {
  return {
    vi: vi
      .replaceAll(FIELDS, (name) => `“${LABELS.get(name)?.vi ?? name}”`)
      .replaceAll('EXACT', `“${label('qualifier', 'EXACT')}”`)
      .replaceAll(code, `“${nameVi}”`),
    en: en
      .replaceAll(/\b(?:valueMax|asOf)\b/gu, (name) => `“${LABELS.get(name)?.en ?? name}”`)
      .replaceAll('EXACT', `“${label('qualifier', 'EXACT', 'en')}”`)
      .replaceAll(code, `“${nameEn}”`),
  };
}
