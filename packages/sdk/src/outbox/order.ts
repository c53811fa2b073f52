import type { OutboxRecord } from './record.ts';

/** The longest that a record waits for its next try. */
export const LONGEST_WAIT_MS = 900_000;

/** What a look for the next records to send takes into account. */
export interface Choice {
  nowMs: number;
  /** Records that do not go now, whatever they are. */
  skipped: ReadonlySet<string>;
  /** Records that go alone. */
  alone: ReadonlyMap<string, unknown>;
  mostRecords: number;
}

/** Beyond this a record goes alone: the server takes 2 MB at most. */
const MOST_CHARACTERS = 256_000;

/**
 * The records that go next, in their order. A record waits for every earlier one that it has to do with and that does
 * not go: behind one that was set aside nothing about the same thing overtakes it.
 */
export function chosen(records: readonly OutboxRecord[], choice: Choice): OutboxRecord[] {
  const batch: OutboxRecord[] = [];
  const held: OutboxRecord[] = [];
  let characters = 0;
  for (const record of records) {
    if (!isDue(record, choice) || isRelatedToAny(held, record)) {
      held.push(record);
      continue;
    }
    characters += JSON.stringify(record.input).length;
    const isLast = characters > MOST_CHARACTERS || choice.alone.has(record.id);
    if (batch.length > 0 && isLast) break;
    batch.push(record);
    if (isLast || batch.length >= choice.mostRecords) break;
  }
  return batch;
}

function isDue({ id, isSetAside, notBeforeMs }: OutboxRecord, { nowMs, skipped }: Choice): boolean {
  // Nothing waits longer than that: the clock of the device was set back meanwhile.
  const isWaiting = notBeforeMs > nowMs && notBeforeMs <= nowMs + LONGEST_WAIT_MS;
  return !isSetAside && !isWaiting && !skipped.has(id);
}

/** Records that wait for a person to see to an earlier one, which was set aside. */
export function heldBehind(records: readonly OutboxRecord[]): ReadonlySet<OutboxRecord> {
  const held: OutboxRecord[] = [];
  for (const record of records) if (record.isSetAside || isRelatedToAny(held, record)) held.push(record);
  return new Set(held.filter(({ isSetAside }) => !isSetAside));
}

const isRelatedToAny = (earlier: readonly OutboxRecord[], record: OutboxRecord): boolean =>
  earlier.some((each) => areRelated(each, record));

/** Whether the order of two records matters: one of them names what the other one is about. */
function areRelated(one: OutboxRecord, other: OutboxRecord): boolean {
  return textsOf(other).has(subjectOf(one)) || textsOf(one).has(subjectOf(other));
}

/** Whether a refusal of one of them says something about another one. */
export const hasRelated = (batch: readonly OutboxRecord[]): boolean =>
  batch.some((one, place) => isRelatedToAny(batch.slice(0, place), one));

/** What tells things without an id apart, coarsely: a target by its unit, indicator and period. */
const NAMING = 'code unitCode unitId teamId indicatorCode period asOf parentCode'.split(' ');

/** The id of what a record makes or changes, or what stands for one. */
function subjectOf({ field, input }: OutboxRecord): string {
  const { id } = input;
  return typeof id === 'string' ? id : [field, ...NAMING.map((name) => input[name])].join();
}

const texts = new WeakMap<object, Set<string>>();

/** Its own subject, and every text in its input that may be an id. */
function textsOf(record: OutboxRecord): Set<string> {
  const known = texts.get(record.input);
  if (known) return known;
  const found = new Set([subjectOf(record)]);
  const look = (value: unknown) => {
    if (typeof value === 'string' && value.length < 256) found.add(value);
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  look(record.input);
  texts.set(record.input, found);
  return found;
}
