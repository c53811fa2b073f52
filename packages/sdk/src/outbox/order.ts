import type { OutboxRecord } from './record.ts';

/** The longest that a record waits for its next try. */
export const LONGEST_WAIT_MS = 900_000;

/** What a look for the next records to send takes into account. */
export interface Choice {
  nowMs: number;
  /** Records that have had their turn in this round. */
  tried: ReadonlySet<string>;
  /** Records that are sent alone, because a request that they were part of failed as a whole. */
  suspects: ReadonlySet<string>;
  mostRecords: number;
  mostCharacters: number;
}

/**
 * The records that go next, in their order. A record waits for every earlier one that it has to do with and that does
 * not go: behind one that was set aside nothing about the same thing overtakes it.
 */
export function chosen(records: readonly OutboxRecord[], choice: Choice): OutboxRecord[] {
  const batch: OutboxRecord[] = [];
  const held: OutboxRecord[] = [];
  let characters = 0;
  for (const record of records) {
    const isHeld = held.some((earlier) => areRelated(earlier, record));
    if (isHeld || !isDue(record, choice)) {
      held.push(record);
      continue;
    }
    characters += JSON.stringify(record.input).length;
    const isAlone = choice.suspects.has(record.id);
    const isTooMuch = characters > choice.mostCharacters || isAlone;
    if (batch.length > 0 && isTooMuch) break;
    batch.push(record);
    if (isTooMuch || batch.length >= choice.mostRecords) break;
  }
  return batch;
}

function isDue({ id, isSetAside, notBeforeMs }: OutboxRecord, { nowMs, tried }: Choice): boolean {
  // Nothing waits longer than that: the clock of the device was set back meanwhile.
  const isWaiting = notBeforeMs > nowMs && notBeforeMs <= nowMs + LONGEST_WAIT_MS;
  return !isSetAside && !isWaiting && !tried.has(id);
}

/** Whether the order of two records matters: one of them names what the other one is about. */
function areRelated(one: OutboxRecord, other: OutboxRecord): boolean {
  return textsIn(other.input).has(subjectOf(one)) || textsIn(one.input).has(subjectOf(other));
}

/** Whether a refusal of one of them says something about another one. */
export const hasRelated = (batch: readonly OutboxRecord[]): boolean =>
  batch.some((one, place) => batch.slice(place + 1).some((other) => areRelated(one, other)));

/** The id of what a record makes or changes. */
function subjectOf({ id, input }: OutboxRecord): string {
  const { id: subject } = input;
  return typeof subject === 'string' ? subject : id;
}

const texts = new WeakMap<object, Set<string>>();

/** Every text in an input that may be an id. */
function textsIn(input: object): Set<string> {
  const known = texts.get(input);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const look = (value: unknown) => {
    if (typeof value === 'string' && value.length < 256) found.add(value);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(input);
  texts.set(input, found);
  return found;
}
