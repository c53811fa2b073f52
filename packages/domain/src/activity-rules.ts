import { DomainError } from './errors.ts';
import { requireCount, requireInstant } from './inputs.ts';
import type { ActivityStatus, Topic } from './vocabulary.ts';

/** What one activity did on one topic. Three counts that are never merged: null is unknown, 0 is none. */
export interface OutcomeDraft {
  topic: Topic;
  reached: number | null;
  assisted: number | null;
  succeeded: number | null;
}

/** Longest activity: a day. */
export const LONGEST_ACTIVITY_MINUTES = 1440;

/** A phone's clock may be ahead of ours. */
const CLOCK_SKEW_MS = 15 * 60_000;
const FURTHEST_PLAN_MS = 366 * 86_400_000;
const PROGRAMME_BEGAN = new Date('2021-12-31T17:00:00Z');

/** What may become of an activity, by what it is: everything else is refused. */
const NEXT: Readonly<Record<ActivityStatus, readonly ActivityStatus[]>> = {
  PLANNED: ['PLANNED', 'DONE', 'CANCELLED'],
  DONE: ['DONE', 'VERIFIED', 'RETURNED', 'CANCELLED'],
  VERIFIED: ['DONE', 'RETURNED'],
  RETURNED: ['RETURNED', 'DONE', 'CANCELLED'],
  CANCELLED: [],
};

/** @throws {DomainError} `ACTIVITY_STATE` where an activity of this status cannot become that */
export function requireStep(from: ActivityStatus, to: ActivityStatus): ActivityStatus {
  if (NEXT[from].includes(to)) return to;
  const next = NEXT[from].filter((status) => status !== from).join(', ');
  throw new DomainError(
    'ACTIVITY_STATE',
    {
      vi: `Hoạt động đang ở trạng thái ${from}, không thể chuyển sang ${to}${next === '' ? '' : `; chỉ có thể sang ${next}`}.`,
      en: `The activity is ${from} and cannot become ${to}${next === '' ? '' : `; only ${next}`}.`,
    },
    { field: 'status', value: to },
  );
}

/**
 * When an activity begins: what is done lies in the past, what is planned at most a year ahead.
 *
 * @throws {DomainError} `INSTANT_INVALID`, `ACTIVITY_IN_FUTURE`
 */
export function requireBegin(text: string, status: ActivityStatus, now: Date): Date {
  const begin = requireInstant(text, 'startsAt');
  const limit = now.getTime() + (status === 'PLANNED' ? FURTHEST_PLAN_MS : CLOCK_SKEW_MS);
  if (begin.getTime() > limit) throw inFuture(text, status);
  if (begin >= PROGRAMME_BEGAN) return begin;
  throw new DomainError(
    'INSTANT_INVALID',
    {
      vi: `startsAt là ${text}; các tổ hoạt động từ năm 2022, hãy xem lại năm`,
      en: `startsAt is ${text}; the teams began in 2022, look at the year again`,
    },
    { field: 'startsAt', value: text },
  );
}

/** @throws {DomainError} `COUNT_INVALID` unless it is null or 1 to 1440 minutes */
export function requireDuration(minutes: number | null): number | null {
  return minutes === null
    ? null
    : requireCount(minutes, 'durationMinutes', { min: 1, max: LONGEST_ACTIVITY_MINUTES });
}

/**
 * Outcomes as they may be stored: each topic once, whole counts, and no more people assisted than reached, or
 * succeeded than assisted, where both are known.
 *
 * @throws {DomainError} `COUNT_INVALID`, `COUNTS_CONTRADICT`, `INPUT_INVALID` for a topic that is there twice
 */
export function requireOutcomes(outcomes: readonly OutcomeDraft[]): OutcomeDraft[] {
  return outcomes.map((outcome, index) => {
    const at = `outcomes[${index}]`;
    if (outcomes.findIndex(({ topic }) => topic === outcome.topic) !== index) throw twice(outcome.topic, at);
    for (const name of ['reached', 'assisted', 'succeeded'] as const) {
      const count = outcome[name];
      if (count !== null) requireCount(count, `${at}.${name}`);
    }
    requireOrder(outcome, at, 'assisted', 'reached');
    requireOrder(outcome, at, 'succeeded', 'assisted');
    requireOrder(outcome, at, 'succeeded', 'reached');
    return outcome;
  });
}

function requireOrder(
  outcome: OutcomeDraft,
  at: string,
  fewer: 'assisted' | 'succeeded',
  more: 'reached' | 'assisted',
): void {
  const [few, many] = [outcome[fewer], outcome[more]];
  if (few === null || many === null || few <= many) return;
  throw new DomainError(
    'COUNTS_CONTRADICT',
    {
      vi: `${at}.${fewer} là ${few}, lớn hơn ${more} là ${many}; phải nhỏ hơn hoặc bằng`,
      en: `${at}.${fewer} is ${few}, more than ${more}, which is ${many}; it must be at most that`,
    },
    { field: `${at}.${fewer}`, value: String(few) },
  );
}

function twice(topic: Topic, at: string): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `${at}.topic ${topic} đã có ở trên; mỗi nội dung chỉ ghi một dòng`,
      en: `${at}.topic ${topic} is there already; give each topic once`,
    },
    { field: `${at}.topic`, value: topic },
  );
}

function inFuture(text: string, status: ActivityStatus): DomainError {
  const [vi, en] =
    status === 'PLANNED'
      ? ['kế hoạch chỉ được trước tối đa một năm', 'a plan is at most a year ahead']
      : [
          'hoạt động đã làm không thể ở tương lai; hãy ghi là PLANNED',
          'what is done cannot lie ahead; record it as PLANNED',
        ];
  return new DomainError(
    'ACTIVITY_IN_FUTURE',
    { vi: `startsAt là ${text}; ${vi}`, en: `startsAt is ${text}; ${en}` },
    { field: 'startsAt', value: text },
  );
}
