import {
  localDate,
  type RequestStep,
  type ResponseTerm,
  requestDueDays,
  requireExtension,
  requireRequestStep,
  type SubjectRequestStatus,
  type WorkCalendar,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal as refusalOf } from './refusal.ts';

/** 2026 with Tết (16–20 February) and a worked Saturday; of 2027 nothing is known. */
const calendar: WorkCalendar = {
  holidays: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']),
  makeUpDays: new Set(['2026-08-22']),
  knownFrom: localDate('2026-01-01'),
  knownUntil: localDate('2026-12-31'),
};

const term: ResponseTerm = {
  ...{ acknowledgeDays: 2, days: 15, daysWithProcessor: 20, extensionDays: 15, dayCount: 'WORKING' },
};

const due = (
  receivedOn: string,
  more: { hasProcessor?: boolean; extensionDays?: number } = {},
  of = term,
) => {
  const { hasProcessor = false, ...rest } = more;
  const days = requestDueDays({ receivedOn: localDate(receivedOn), hasProcessor, ...rest }, of, calendar);
  return [days.acknowledge.day, days.answer.day, days.acknowledge.isProvisional, days.answer.isProvisional];
};

describe('due days', () => {
  it.each([
    // A Monday.
    ['2026-06-01', {}, ['2026-06-03', '2026-06-22', false, false]],
    ['2026-06-01', { hasProcessor: true }, ['2026-06-03', '2026-06-29', false, false]],
    ['2026-06-01', { extensionDays: 15 }, ['2026-06-03', '2026-07-13', false, false]],
    // A Friday and a Sunday: the weekend is not counted.
    ['2026-06-05', {}, ['2026-06-09', '2026-06-26', false, false]],
    ['2026-06-07', {}, ['2026-06-09', '2026-06-26', false, false]],
    // Tết lies in between: five days more.
    ['2026-02-13', {}, ['2026-02-24', '2026-03-13', false, false]],
    // A Saturday that is worked is one.
    ['2026-08-20', {}, ['2026-08-22', '2026-09-09', false, false]],
    // Beyond what is known, the earliest day that it can be.
    ['2026-12-21', {}, ['2026-12-23', '2027-01-11', false, true]],
  ] as const)('of a request received on %s %o are %o', (receivedOn, more, days) => {
    expect(due(receivedOn, more)).toEqual(days);
  });

  it('are calendar days where the term says so; receipt is confirmed in working days all the same', () => {
    expect(due('2026-06-05', {}, { ...term, dayCount: 'CALENDAR' })).toEqual([
      ...['2026-06-09', '2026-06-20', false, false],
    ]);
  });
});

describe('steps', () => {
  const steps: readonly RequestStep[] = ['ACKNOWLEDGE', 'EXTEND', 'COMPLETE', 'REFUSE'];
  it.each([
    ['RECEIVED', ['ACKNOWLEDGE', 'COMPLETE', 'REFUSE']],
    ['ACKNOWLEDGED', ['EXTEND', 'COMPLETE', 'REFUSE']],
    ['EXTENDED', ['COMPLETE', 'REFUSE']],
    ['DONE', []],
    ['REFUSED', []],
  ] as const satisfies readonly (readonly [SubjectRequestStatus, readonly RequestStep[]])[])(
    'from %s are %o',
    (status, allowed) => {
      const taken = steps.filter((step) => {
        try {
          requireRequestStep(status, step);
          return true;
        } catch {
          return false;
        }
      });
      expect(taken).toEqual(allowed);
    },
  );

  it('are refused with what would be right', () => {
    expect(refusalOf(() => requireRequestStep('EXTENDED', 'EXTEND'))).toMatchObject({
      code: 'REQUEST_STATE',
      field: 'id',
    });
  });
});

it('an extension is of 1 day to what the term allows', () => {
  expect(requireExtension(15, term)).toBe(15);
  for (const days of [0, 16, 1.5])
    expect(refusalOf(() => requireExtension(days, term)).code).toBe('COUNT_INVALID');
});
