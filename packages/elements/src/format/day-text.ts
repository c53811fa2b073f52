import { formatDate, type Language, type LocalDate, type Period, periodLabel } from '@cnscd/domain';

/** A day that the server stated, as people read it. */
export function dayText(day: string, language: Language): string {
  return formatDate(day as LocalDate, language); // a Date of the schema is a day of the calendar
}

/** An instant as people in Việt Nam read it: "20/11/2026, 08:00". */
export function momentText(instant: string, language: Language): string {
  const [day = '', clock = ''] = vietnamClock(new Date(instant)).split('T');
  return `${dayText(day, language)}, ${clock.slice(0, 5)}`;
}

/** A period that the server stated, as people say it. */
export function periodText(period: string, language: Language): string {
  return periodLabel(period as Period, language); // a Period of the schema is one
}

/** The year that it is in Việt Nam: the period of a board that names none. */
export const thisYear = (): string => vietnamClock(new Date()).slice(0, 4);

/** Asia/Ho_Chi_Minh is UTC+7 without daylight saving time, and older webviews know no time zones. */
const vietnamClock = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString();
