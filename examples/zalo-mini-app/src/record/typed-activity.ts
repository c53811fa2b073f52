import {
  type ActivityKind,
  DomainError,
  label,
  requireBegin,
  requireOutcomes,
  requireText,
  TEXT_LIMITS,
  type Topic,
} from '@cnscd/domain';
import type { RecordActivityInput } from '@cnscd/sdk';
import { capitalised } from '../texts/capitalised.ts';
import { plainWords } from '../texts/plain-words.ts';
import { TEXTS } from '../texts/vi.ts';

/** An activity as it is typed. */
export interface TypedActivity {
  kind: ActivityKind | null;
  topic: Topic;
  reached: string;
  assisted: string;
  succeeded: string;
  /** Empty: what it is follows from kind and topic. */
  title: string;
  /** As `datetime-local` has it, in Việt Nam: 2026-11-20T08:00. */
  startsAt: string;
  place: string;
  note: string;
}

/** Where nobody has chosen one yet. */
export const FIRST_TOPIC: Topic = 'E_ID';

/** A meeting of the team reaches nobody: it has neither a topic nor counts. */
export const isForPeople = ({ kind }: Pick<TypedActivity, 'kind'>): boolean => kind !== 'MEETING';

export const COUNTS = ['reached', 'assisted', 'succeeded'] as const;

/** What is said at each field; `form` for what is no field's. */
export type Faults = Partial<Record<keyof TypedActivity | 'form', string>>;

/** Việt Nam has one time zone and no summer time. */
const OFFSET = '+07:00';
const OFFSET_MS = 7 * 3_600_000;

const localTime = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 16);

export const emptyActivity = (topic: Topic, now: Date): TypedActivity => ({
  ...{ kind: null, topic, reached: '', assisted: '', succeeded: '' },
  ...{ title: '', startsAt: localTime(now), place: '', note: '' },
});

/** Whether it is of the day that it is typed on, as it mostly is. */
export const isOfToday = ({ startsAt }: Pick<TypedActivity, 'startsAt'>, now: Date): boolean =>
  startsAt.slice(0, 10) === localTime(now).slice(0, 10);

/** What waits, as it is typed again; `topic` for what has none. */
export function typedFrom(input: Readonly<Record<string, unknown>>, topic: Topic): TypedActivity {
  // It was typed here, by `contentOf`.
  const { kind, title, startsAt, place, note, outcomes } = input as unknown as ActivityContent;
  const [outcome] = outcomes;
  const typed = (count: number | null | undefined) => (count == null ? '' : String(count));
  return {
    ...{ kind, title, startsAt: localTime(new Date(startsAt)), place: place ?? '', note: note ?? '' },
    ...{ topic: outcome?.topic ?? topic, reached: typed(outcome?.reached) },
    ...{ assisted: typed(outcome?.assisted), succeeded: typed(outcome?.succeeded) },
  };
}

/** "Đi từng hộ gia đình: định danh điện tử (VNeID)". */
export function titleOf(typed: TypedActivity): string {
  const { title, kind, topic } = typed;
  if (title.trim() !== '' || kind === null) return title;
  const what = label('activityKind', kind, 'vi');
  const words = hasCounts(typed) ? `${what}: ${label('topic', topic, 'vi')}` : what;
  return capitalised(words);
}

/** What is sent. An empty count is null, which is not known and never 0; text is NFC, whatever the keyboard makes. */
export function contentOf(typed: TypedActivity & { kind: ActivityKind }) {
  const text = (value: string) => (value.trim() === '' ? null : value.normalize('NFC'));
  const [reached = null, assisted = null, succeeded = null] = COUNTS.map((count) =>
    wholeNumber(typed[count]),
  );
  return {
    // Said in so many words: what a phone with a wrong clock records for tomorrow would otherwise be taken for a plan.
    status: 'DONE',
    kind: typed.kind,
    title: titleOf(typed).normalize('NFC'),
    startsAt: `${typed.startsAt}:00${OFFSET}`,
    place: text(typed.place),
    note: text(typed.note),
    outcomes: hasCounts(typed) ? [{ topic: typed.topic, reached, assisted, succeeded }] : [],
  } satisfies Omit<RecordActivityInput, 'idempotencyKey' | 'teamId'>;
}

export type ActivityContent = ReturnType<typeof contentOf>;

/** What the rules of the domain have against it: known at once, and without a connection. */
export function faultsOf(typed: TypedActivity & { kind: ActivityKind }, now: Date): Faults {
  const counts = isForPeople(typed) ? COUNTS : [];
  const notWhole = counts.filter((count) => Number.isNaN(wholeNumber(typed[count])));
  if (notWhole.length > 0) return Object.fromEntries(notWhole.map((count) => [count, TEXTS.record.notWhole]));
  const content = contentOf(typed);
  return {
    ...faultOf(() => requireText(content.title, 'title', TEXT_LIMITS.name)),
    ...(typed.startsAt === ''
      ? { startsAt: TEXTS.record.noStart }
      : faultOf(() => requireBegin(content.startsAt, 'DONE', now))),
    ...faultOf(() => content.place === null || requireText(content.place, 'place', TEXT_LIMITS.name)),
    ...faultOf(() => content.note === null || requireText(content.note, 'note', TEXT_LIMITS.note)),
    ...faultOf(() => requireOutcomes(content.outcomes)),
  };
}

/** Nothing is null, which is not known; what is no whole number is NaN: 1.200 is one, 1.5 is not, nor is it 15. */
function wholeNumber(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^(?:\d+|\d{1,3}(?:[.\s]\d{3})+)$/.test(text) ? Number(text.replaceAll(/\D/g, '')) : Number.NaN;
}

/** What was typed before the kind was changed to a meeting stays in the draft, and is not sent. */
const hasCounts = (typed: TypedActivity) =>
  isForPeople(typed) && COUNTS.some((count) => typed[count].trim() !== '');

function faultOf(rule: () => unknown): Faults {
  try {
    rule();
    return {};
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return faultAt(error.field ?? null, error.messages.vi);
  }
}

/** A fault at the field that the app has for it, or at the form. */
export function faultAt(field: string | null, message: string): Faults {
  const name = field?.replace(/^outcomes\[\d+\]\./, '') ?? '';
  const fields: readonly string[] = [...COUNTS, 'kind', 'topic', 'title', 'startsAt', 'place', 'note'];
  return { [fields.includes(name) ? name : 'form']: plainWords(message) };
}
