import type { Language, Messages } from '@cnscd/domain';

/** What officers call a value; the value itself where a newer server has one that is not known here. */
export function labelIn(
  labels: Readonly<Record<string, Messages>>,
  value: string,
  language: Language,
): string {
  return labels[value]?.[language] ?? value;
}
