import { capitalised } from './capitalised.ts';
import { TEXTS } from './vi.ts';

const NAMES: Readonly<Record<string, string>> = {
  reached: TEXTS.record.reached,
  assisted: TEXTS.record.assisted,
  succeeded: TEXTS.record.succeeded,
  title: TEXTS.record.name,
  startsAt: TEXTS.record.startsAt,
  place: TEXTS.record.place,
  note: TEXTS.record.note,
  kind: TEXTS.record.whatKind,
  topic: TEXTS.record.topic,
};

/** A sentence of the rules, which name a field as programs do, with the names that stand on the screen. */
export function plainWords(message: string): string {
  const text = message
    .replaceAll(/\b\w+\[\d+\]\./g, '')
    .replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)*\b/g, (word) =>
      NAMES[word] === undefined ? word : `“${NAMES[word]}”`,
    );
  return capitalised(text);
}
