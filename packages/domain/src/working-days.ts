import { addDays, formatDate, type LocalDate, toUtcMidnight } from './dates.ts';
import { DomainError } from './errors.ts';

/**
 * Which days are worked, as far as it is published: Monday to Friday but for holidays, and the days that are worked
 * instead of one of them. Holidays and swapped days are decided year by year, so a calendar ends where they do.
 */
export interface WorkCalendar {
  /** Days on which offices are closed though they are no weekend: holidays, days in lieu, days that were swapped. */
  holidays: ReadonlySet<string>;
  /** Days of a weekend that are worked instead of another day. */
  makeUpDays: ReadonlySet<string>;
  /** First day that the calendar knows. */
  knownFrom: LocalDate;
  /** Last day that the calendar knows; before `knownFrom`: it knows none. */
  knownUntil: LocalDate;
}

/**
 * Whether offices work on a day.
 *
 * @throws {DomainError} `CALENDAR_UNKNOWN` for a day outside the calendar: nothing is guessed
 */
export function isWorkingDay(day: LocalDate, calendar: WorkCalendar): boolean {
  if (!knowsDay(day, calendar)) throw calendarUnknown(day, calendar);
  if (calendar.makeUpDays.has(day)) return true;
  return !isWeekendDay(day) && !calendar.holidays.has(day);
}

/** Whether the calendar says anything of a day. */
export function knowsDay(day: LocalDate, { knownFrom, knownUntil }: WorkCalendar): boolean {
  return knownFrom <= day && day <= knownUntil;
}

/**
 * The n-th working day after a day: a term of two working days that begins on a Friday ends on Tuesday.
 *
 * @param count - 1 or more; 0 is the day itself where it is worked, otherwise the next one that is
 * @throws {DomainError} `CALENDAR_UNKNOWN` where the term leaves the calendar
 */
export function addWorkingDays(day: LocalDate, count: number, calendar: WorkCalendar): LocalDate {
  let reached = day;
  let left = count;
  if (count === 0) {
    while (!isWorkingDay(reached, calendar)) reached = addDays(reached, 1);
    return reached;
  }
  while (left > 0) {
    reached = addDays(reached, 1);
    if (isWorkingDay(reached, calendar)) left -= 1;
  }
  return reached;
}

/**
 * Working days after `from` up to and including `to`: how many have gone since a deadline. 0 where `to` is not later.
 *
 * @throws {DomainError} `CALENDAR_UNKNOWN` where one of the days lies outside the calendar
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
}

/** The refusal of a day, or of a whole year, of which no holidays are known. */
export function calendarUnknown(
  day: LocalDate,
  { knownFrom, knownUntil }: Pick<WorkCalendar, 'knownFrom' | 'knownUntil'>,
  field?: string,
): DomainError {
  const isEmpty = knownUntil < knownFrom;
  const known = (language: 'vi' | 'en') =>
    [knownFrom, knownUntil]
      .map((each) => formatDate(each, language))
      .join(language === 'vi' ? ' đến ' : ' to ');
  return new DomainError(
    'CALENDAR_UNKNOWN',
    {
      vi: `Chưa có lịch làm việc cho ngày ${formatDate(day, 'vi')}; ${isEmpty ? 'chưa nạp năm nào' : `lịch hiện có từ ${known('vi')}`}. Hãy bổ sung ngày nghỉ đã công bố vào dữ liệu rồi nạp lại.`,
      en: `There is no work calendar for ${formatDate(day, 'en')}; ${isEmpty ? 'no year is loaded' : `it is known from ${known('en')}`}. Add the published days off to the data and load them.`,
    },
    { ...(field === undefined ? {} : { field }), value: day },
  );
}

/** Whether a day is a Saturday or a Sunday. */
export const isWeekendDay = (day: LocalDate): boolean => [0, 6].includes(toUtcMidnight(day).getUTCDay());
