import { describe, expect, it } from 'vitest';
import {
  ACTIVITY_STATUSES,
  type ActivityStatus,
  type OutcomeDraft,
  requireBegin,
  requireDuration,
  requireOutcomes,
  requireStep,
} from '../src/index.ts';
import { refusal } from './refusal.ts';

const NOW = new Date('2026-11-22T08:00:00+07:00');

describe('requireStep', () => {
  const STEPS: Readonly<Record<ActivityStatus, readonly ActivityStatus[]>> = {
    PLANNED: ['PLANNED', 'DONE', 'CANCELLED'],
    DONE: ['DONE', 'VERIFIED', 'RETURNED', 'CANCELLED'],
    VERIFIED: ['DONE', 'RETURNED'],
    RETURNED: ['DONE', 'RETURNED', 'CANCELLED'],
    CANCELLED: [],
  };

  it.each(ACTIVITY_STATUSES)('lets what is %s become this and nothing else', (from) => {
    for (const to of ACTIVITY_STATUSES) {
      if (STEPS[from].includes(to)) expect(requireStep(from, to)).toBe(to);
      else expect(refusal(() => requireStep(from, to))).toMatchObject({ code: 'ACTIVITY_STATE', value: to });
    }
  });
});

describe('requireBegin', () => {
  it.each<[string, ActivityStatus]>([
    ['2026-11-22T07:00:00+07:00', 'DONE'],
    ['2026-11-22T08:15:00+07:00', 'DONE'],
    ['2022-01-01T00:00:00+07:00', 'DONE'],
    ['2027-11-23T08:00:00+07:00', 'PLANNED'],
  ])('takes %s for %s', (text, status) => {
    expect(requireBegin(text, status, NOW)).toEqual(new Date(text));
  });

  it.each<[string, ActivityStatus, string]>([
    ['2026-11-22T08:15:01+07:00', 'DONE', 'ACTIVITY_IN_FUTURE'],
    ['2027-11-23T08:00:01+07:00', 'PLANNED', 'ACTIVITY_IN_FUTURE'],
    ['2021-12-31T23:59:59+07:00', 'DONE', 'INSTANT_INVALID'],
    ['2026-02-30T08:00:00+07:00', 'DONE', 'INSTANT_INVALID'],
  ])('refuses %s for %s: %s', (text, status, code) => {
    expect(refusal(() => requireBegin(text, status, NOW))).toMatchObject({ code, field: 'startsAt' });
  });
});

describe('requireDuration', () => {
  it.each([null, 1, 1440])('takes %j', (minutes) => {
    expect(requireDuration(minutes)).toBe(minutes);
  });

  it.each([0, -30, 1441, 2.5])('refuses %d', (minutes) => {
    expect(refusal(() => requireDuration(minutes)).code).toBe('COUNT_INVALID');
  });
});

describe('requireOutcomes', () => {
  const counts = (
    reached: number | null,
    assisted: number | null,
    succeeded: number | null,
  ): OutcomeDraft => ({
    ...{ topic: 'E_ID', reached, assisted, succeeded },
  });

  it.each<[number | null, number | null, number | null]>([
    [0, 0, 0],
    [12, 8, 5],
    [5, 5, 5],
    [null, null, null],
    [null, 8, 5],
    [12, null, 12],
  ])('takes %j reached, %j assisted, %j succeeded', (...numbers) => {
    expect(requireOutcomes([counts(...numbers)])).toEqual([counts(...numbers)]);
  });

  it.each<[number | null, number | null, number | null, string, string]>([
    [5, 6, null, 'COUNTS_CONTRADICT', 'outcomes[0].assisted'],
    [12, 5, 6, 'COUNTS_CONTRADICT', 'outcomes[0].succeeded'],
    [5, null, 6, 'COUNTS_CONTRADICT', 'outcomes[0].succeeded'],
    [-1, null, null, 'COUNT_INVALID', 'outcomes[0].reached'],
    [1.5, null, null, 'COUNT_INVALID', 'outcomes[0].reached'],
  ])('refuses %j reached, %j assisted, %j succeeded', (reached, assisted, succeeded, code, field) => {
    expect(refusal(() => requireOutcomes([counts(reached, assisted, succeeded)]))).toMatchObject({
      ...{ code, field },
    });
  });

  it('takes each topic once', () => {
    expect(refusal(() => requireOutcomes([counts(1, 1, 1), counts(2, 2, 2)]))).toMatchObject({
      ...{ code: 'INPUT_INVALID', field: 'outcomes[1].topic' },
    });
  });
});
