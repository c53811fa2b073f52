import {
  type ActivityKind,
  requireBegin,
  requireDuration,
  requireOutcomes,
  requireText,
  TEXT_LIMITS,
  type Topic,
} from '@cnscd/domain';
import type { ActivitySummary } from '@cnscd/sdk';
import { faultOf } from '../form/fault-of.ts';
import type { Faults } from '../form/field.tsx';
import { notWhole, wholeNumber } from '../form/whole-number.ts';

/** The counts of one topic as they are typed; an empty one is not known. */
export interface TypedOutcome {
  topic: Topic;
  reached: string;
  assisted: string;
  succeeded: string;
}

/** An activity as it is typed. */
export interface TypedActivity {
  kind: ActivityKind;
  title: string;
  /** As `datetime-local` has it, in Việt Nam: 2026-11-20T08:00. */
  startsAt: string;
  durationMinutes: string;
  place: string;
  note: string;
  outcomes: TypedOutcome[];
  /** Of a planned one: whether it took place by now. */
  isDone: boolean;
}

export const COUNTS = ['reached', 'assisted', 'succeeded'] as const;

/** Việt Nam has one time zone and no summer time. */
const OFFSET = '+07:00';
const OFFSET_MS = 7 * 3_600_000;

const localTime = (instant: Date): string =>
  new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 16);

export function emptyActivity(now: Date): TypedActivity {
  return {
    ...{ kind: 'PROPAGANDA_SESSION', title: '', startsAt: `${localTime(now).slice(0, 10)}T08:00` },
    ...{ durationMinutes: '', place: '', note: '', isDone: true },
    outcomes: [emptyOutcome('E_ID')],
  };
}

export function emptyOutcome(topic: Topic): TypedOutcome {
  return { topic, reached: '', assisted: '', succeeded: '' };
}

export function typedActivity(activity: ActivitySummary): TypedActivity {
  const typed = (count: number | null) => (count === null ? '' : String(count));
  return {
    kind: activity.kind,
    title: activity.title,
    startsAt: localTime(new Date(activity.startsAt)),
    durationMinutes: typed(activity.durationMinutes),
    place: activity.place ?? '',
    note: activity.note ?? '',
    isDone: activity.status !== 'PLANNED',
    outcomes: activity.outcomes.map(({ topic, reached, assisted, succeeded }) => ({
      ...{ topic, reached: typed(reached), assisted: typed(assisted), succeeded: typed(succeeded) },
    })),
  };
}

/** What is sent: what was left empty is null, which is not known and never 0. */
export function contentOf(typed: TypedActivity) {
  const text = (value: string) => (value.trim() === '' ? null : value);
  return {
    kind: typed.kind,
    title: typed.title,
    startsAt: `${typed.startsAt}:00${OFFSET}`,
    durationMinutes: wholeNumber(typed.durationMinutes),
    place: text(typed.place),
    note: text(typed.note),
    outcomes: typed.outcomes.map((outcome) => ({
      topic: outcome.topic,
      reached: wholeNumber(outcome.reached),
      assisted: wholeNumber(outcome.assisted),
      succeeded: wholeNumber(outcome.succeeded),
    })),
  };
}

/** What the rules of the domain have against it: known at once, and without a connection. */
export function faultsOf(typed: TypedActivity, now: Date): Faults {
  const content = contentOf(typed);
  const status = typed.isDone ? 'DONE' : 'PLANNED';
  return {
    ...faultOf(() => requireText(content.title, 'title', TEXT_LIMITS.name)),
    ...faultOf(() => requireBegin(content.startsAt, status, now)),
    ...faultOf(() => requireDuration(content.durationMinutes)),
    ...faultOf(() => content.place === null || requireText(content.place, 'place', TEXT_LIMITS.name)),
    ...faultOf(() => content.note === null || requireText(content.note, 'note', TEXT_LIMITS.note)),
    ...faultOf(() => requireOutcomes(content.outcomes)),
    ...notWhole({
      durationMinutes: typed.durationMinutes,
      ...Object.fromEntries(
        typed.outcomes.flatMap((outcome, index) =>
          COUNTS.map((count) => [`outcomes[${index}].${count}`, outcome[count]]),
        ),
      ),
    }),
  };
}
