import { capitalised } from './capitalised.ts';
import { momentText } from './moment-text.ts';
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
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, (instant) => momentText(new Date(instant)))
    // This app records what was done; a plan is made on the portal.
    .replace('hãy ghi là PLANNED', 'hãy xem lại ngày giờ')
    .replaceAll(/\b\w+\[\d+\]\./g, '')
    .replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)*\b/g, (word) =>
      NAMES[word] === undefined ? word : `“${NAMES[word]}”`,
    );
  return capitalised(text);
}
