import { type LocalDate, type Period, periodsOf } from '@cnscd/domain';

/** The periods that work of this day counts for, the month first: it is what people look at. */
export function periodsOfWork(day: LocalDate): Period[] {
  const lengths = [/^\d{4}-\d{2}$/, /-W/, /-Q/, /-H/, /^\d{4}$/];
  const place = (period: Period) => lengths.findIndex((form) => form.test(period));
  return [...periodsOf(day)].sort((one, other) => place(one) - place(other));
}
