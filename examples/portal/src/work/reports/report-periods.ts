import {
  addDays,
  type LocalDate,
  type Period,
  type PeriodKind,
  periodBounds,
  periodsOf,
} from '@cnscd/domain';

const FORMS: Readonly<Record<PeriodKind, RegExp>> = {
  WEEK: /-W/,
  MONTH: /^\d{4}-\d{2}$/,
  QUARTER: /-Q/,
  HALF: /-H/,
  YEAR: /^\d{4}$/,
};
/** How many of each kind are offered, the one under way first. */
const OFFERED: Readonly<Record<PeriodKind, number>> = { WEEK: 6, MONTH: 6, QUARTER: 6, HALF: 3, YEAR: 3 };

/** The periods that reports may be about on a day, by kind, the newest first. */
export function reportPeriods(kinds: readonly PeriodKind[], day: LocalDate): Period[] {
  return kinds.flatMap((kind) => {
    const found: Period[] = [];
    for (let on = day; found.length < OFFERED[kind]; ) {
      const period = periodsOf(on).find((each) => FORMS[kind].test(each));
      if (period === undefined) break;
      found.push(period);
      on = addDays(periodBounds(period).from, -1);
    }
    return found;
  });
}

/** The last quarter that is over, which reports are about most often; else the last period of another kind. */
export function usualPeriod(periods: readonly Period[], day: LocalDate): Period | undefined {
  const over = periods.filter((period) => periodBounds(period).to < day);
  return over.find((period) => FORMS.QUARTER.test(period)) ?? over[0] ?? periods[0];
}
