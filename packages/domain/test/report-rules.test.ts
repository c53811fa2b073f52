import {
  type AdminLevel,
  isApprovedReport,
  isOpenReport,
  kindOfPeriod,
  localDate,
  neighbouringLevels,
  period,
  REPORT_STATUSES,
  type ReportAction,
  reportDaysLate,
  reportDueOn,
  reportingLevels,
  requireOpenReport,
  requirePeriodOver,
  requireReportStep,
  type WorkCalendar,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

const CALENDAR: WorkCalendar = {
  holidays: new Set(['2026-09-01', '2026-09-02']),
  makeUpDays: new Set(),
  knownFrom: localDate('2026-01-01'),
  knownUntil: localDate('2026-12-31'),
};

describe('requireReportStep', () => {
  it('lets each action be taken from these statuses only', () => {
    const actions = ['SUBMIT', 'RETURN', 'APPROVE', 'LOCK', 'REOPEN'] as const satisfies ReportAction[];
    const steps = actions.flatMap((action) =>
      REPORT_STATUSES.flatMap((status) => {
        try {
          return [`${status} ${action} ${requireReportStep(status, action)}`];
        } catch {
          return [];
        }
      }),
    );
    expect(steps).toEqual([
      'DRAFT SUBMIT SUBMITTED',
      'RETURNED SUBMIT SUBMITTED',
      'SUBMITTED RETURN RETURNED',
      'APPROVED RETURN RETURNED',
      'SUBMITTED APPROVE APPROVED',
      'APPROVED LOCK LOCKED',
      'LOCKED REOPEN DRAFT',
    ]);
  });

  it('says where the report stands, and where it would have to', () => {
    expect(refusal(() => requireReportStep('LOCKED', 'RETURN'))).toMatchObject({
      ...{ code: 'REPORT_STATE', value: 'LOCKED' },
      message: 'Báo cáo đang ở trạng thái đã khóa; việc này chỉ làm khi đã gửi hoặc đã duyệt',
    });
  });

  it('knows which statuses are open, and which count above', () => {
    expect(REPORT_STATUSES.filter(isOpenReport)).toEqual(['DRAFT', 'RETURNED']);
    expect(REPORT_STATUSES.filter(isApprovedReport)).toEqual(['APPROVED', 'LOCKED']);
    expect(refusal(() => requireOpenReport('SUBMITTED')).code).toBe('REPORT_STATE');
  });
});

describe('levels', () => {
  const ALL: AdminLevel[] = ['VILLAGE', 'COMMUNE', 'DISTRICT', 'PROVINCE', 'NATION'];

  it('are those of the template, from the top down, and districts only until they ended', () => {
    expect(reportingLevels(ALL, localDate('2025-06-30'))).toEqual([
      'NATION',
      'PROVINCE',
      'DISTRICT',
      'COMMUNE',
      'VILLAGE',
    ]);
    expect(reportingLevels(ALL, localDate('2025-07-01'))).toEqual([
      'NATION',
      'PROVINCE',
      'COMMUNE',
      'VILLAGE',
    ]);
  });

  it.each([
    ['2025-03-31', 'COMMUNE', { above: 'DISTRICT', below: 'VILLAGE' }],
    ['2026-03-31', 'COMMUNE', { above: 'PROVINCE', below: 'VILLAGE' }],
    ['2026-03-31', 'NATION', { above: null, below: 'PROVINCE' }],
    ['2026-03-31', 'DISTRICT', { above: null, below: null }],
  ] as const)('on %s, %s lies between %o', (day, level, neighbours) => {
    expect(neighbouringLevels(ALL, level, localDate(day))).toEqual(neighbours);
  });
});

describe('deadlines', () => {
  it.each([
    ['2026-08-31', 3, '2026-09-07'],
    ['2026-09-30', 5, '2026-10-07'],
    ['2026-12-31', 1, null],
    ['2027-03-31', 1, null],
  ])('of a period that ends on %s, %i working days: %s', (lastDay, days, due) => {
    expect(reportDueOn(localDate(lastDay), days, CALENDAR)).toBe(due);
  });

  it.each([
    ['2026-10-07', '2026-10-07', '2026-11-01', 0],
    ['2026-10-07', '2026-10-12', '2026-11-01', 3],
    ['2026-10-07', null, '2026-10-08', 1],
    ['2026-10-07', null, '2026-10-01', 0],
    ['2026-10-07', null, '2027-01-01', null],
    [null, null, '2026-10-01', null],
  ])('due on %s, submitted on %s, looked at on %s: %s days late', (dueOn, submittedOn, today, late) => {
    const day = (text: string | null) => (text === null ? null : localDate(text));
    const days = { dueOn: day(dueOn), submittedOn: day(submittedOn), today: localDate(today) };
    expect(reportDaysLate(days, CALENDAR)).toBe(late);
  });

  it('a period is reported when it is over', () => {
    expect(refusal(() => requirePeriodOver(localDate('2026-09-30'), localDate('2026-09-30'))).code).toBe(
      'REPORT_TOO_EARLY',
    );
    expect(requirePeriodOver(localDate('2026-09-30'), localDate('2026-10-01'))).toBeUndefined();
  });

  it.each([
    ['2026', 'YEAR'],
    ['2026-H1', 'HALF'],
    ['2026-Q3', 'QUARTER'],
    ['2026-03', 'MONTH'],
    ['2026-W12', 'WEEK'],
  ])('%s is a %s', (text, kind) => {
    expect(kindOfPeriod(period(text))).toBe(kind);
  });
});
