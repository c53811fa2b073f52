import { addDays, type LocalDate, localDate } from './dates.ts';
import { DomainError, type Messages } from './errors.ts';
import { requireCount } from './inputs.ts';
import { label } from './labels.ts';
import type { DayCount, SubjectRequestStatus } from './vocabulary.ts';
import { addWorkingDays, knowsDay, type WorkCalendar } from './working-days.ts';

/** How soon a kind of request is to be answered, in days as `dayCount` says. */
export interface ResponseTerm {
  /** To confirm receipt, always working days. */
  acknowledgeDays: number;
  days: number;
  /** Where somebody else processes the data on behalf. */
  daysWithProcessor: number;
  /** The most that one extension adds. */
  extensionDays: number;
  dayCount: DayCount;
}

/** A day on which something is due. */
export interface DueDay {
  day: LocalDate;
  /**
   * Whether days off beyond the calendar may move it: they are counted as worked, so that the day may come early and
   * never late.
   */
  isProvisional: boolean;
}

/**
 * When receipt is to be confirmed and when the request is to be answered: so many days after the day of receipt, which
 * is not counted itself.
 *
 * @param extensionDays - what an extension added to the term
 */
export function requestDueDays(
  {
    receivedOn,
    hasProcessor,
    extensionDays = 0,
  }: {
    receivedOn: LocalDate;
    hasProcessor: boolean;
    extensionDays?: number;
  },
  term: ResponseTerm,
  calendar: WorkCalendar,
): { acknowledge: DueDay; answer: DueDay } {
  const days = (hasProcessor ? term.daysWithProcessor : term.days) + extensionDays;
  const working = (count: number) => workingDay(receivedOn, count, calendar);
  return {
    acknowledge: working(term.acknowledgeDays),
    answer:
      term.dayCount === 'WORKING' ? working(days) : { day: addDays(receivedOn, days), isProvisional: false },
  };
}

/** Beyond the calendar, every Monday to Friday is taken as worked: the earliest day that it can be. */
function workingDay(from: LocalDate, count: number, calendar: WorkCalendar): DueDay {
  const open = { ...calendar, knownFrom: localDate('1900-01-01'), knownUntil: localDate('2100-12-31') };
  const day = addWorkingDays(from, count, open);
  return { day, isProvisional: !(knowsDay(from, calendar) && knowsDay(day, calendar)) };
}

/** A step in the life of a request. */
export type RequestStep = 'ACKNOWLEDGE' | 'EXTEND' | 'COMPLETE' | 'REFUSE';

/**
 * Whether a request may take a step: receipt is confirmed once and first, more time is given once, and nothing follows
 * the end.
 *
 * @throws {DomainError} `REQUEST_STATE`
 */
export function requireRequestStep(status: SubjectRequestStatus, step: RequestStep, field = 'id'): void {
  if (status === 'DONE' || status === 'REFUSED') throw requestState(closed(status), field);
  if (step === 'ACKNOWLEDGE' && status !== 'RECEIVED') throw requestState(ACKNOWLEDGED, field);
  if (step === 'EXTEND' && status === 'RECEIVED') throw requestState(NOT_ACKNOWLEDGED, field);
  if (step === 'EXTEND' && status === 'EXTENDED') throw requestState(EXTENDED, field);
}

/**
 * By how many days a term is extended: 1 to what the term allows.
 *
 * @throws {DomainError} `COUNT_INVALID`
 */
export const requireExtension = (
  days: number,
  { extensionDays }: Pick<ResponseTerm, 'extensionDays'>,
): number => requireCount(days, 'days', { min: 1, max: extensionDays });

const requestState = (messages: Messages, field: string) =>
  new DomainError('REQUEST_STATE', messages, { field });

const closed = (status: SubjectRequestStatus): Messages => ({
  vi: `Yêu cầu này đã kết thúc (${label('subjectRequestStatus', status)}); không làm thêm được bước nào.`,
  en: `This request is closed (${label('subjectRequestStatus', status, 'en')}); nothing more can be done with it.`,
});
const ACKNOWLEDGED: Messages = {
  vi: 'Đã xác nhận tiếp nhận yêu cầu này rồi.',
  en: 'Receipt of this request was confirmed already.',
};
const NOT_ACKNOWLEDGED: Messages = {
  vi: 'Chưa xác nhận tiếp nhận; hãy xác nhận với người yêu cầu trước khi gia hạn.',
  en: 'Receipt is not confirmed yet; confirm it to the person before giving more time.',
};
const EXTENDED: Messages = {
  vi: 'Yêu cầu này đã được gia hạn một lần; không gia hạn thêm được.',
  en: 'This request was given more time once; it cannot be extended again.',
};
