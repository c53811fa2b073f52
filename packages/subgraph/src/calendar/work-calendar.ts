import { type CalendarDayKind, localDate, type WorkCalendar } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { type Context, perRequest } from '../context.ts';
import type { Database } from '../database/client.ts';

/** Whatever runs statements: a database, or the transaction of a write. */
type Reader = Pick<Database, 'rows'>;

/** The working days as they are loaded. A day that is not settled is worked. */
export async function readWorkCalendar(reader: Reader): Promise<WorkCalendar> {
  const [row] = await reader.rows<CalendarRow>(sql`
    /* workCalendar */
    select min(y.year) as "firstYear", max(y.year) as "lastYear",
      coalesce((select json_agg(json_build_object('day', d.day, 'kind', d.kind)) from calendar_day d), '[]') as days
    from calendar_year y`);
  const { firstYear, lastYear, days } = row ?? NOTHING;
  const daysOf = (...kinds: CalendarDayKind[]) =>
    new Set(days.filter(({ kind }) => kinds.includes(kind)).map(({ day }) => day));
  return {
    holidays: daysOf('HOLIDAY', 'IN_LIEU'),
    makeUpDays: daysOf('MAKE_UP'),
    // Of no year at all, nothing is known: the last day comes before the first.
    knownFrom: localDate(firstYear === null ? '2100-12-31' : `${firstYear}-01-01`),
    knownUntil: localDate(lastYear === null ? '1900-01-01' : `${lastYear}-12-31`),
  };
}

/** The same for the reads of a request: one statement, however many deadlines it has. */
export const workCalendarOf = (ctx: Context): Promise<WorkCalendar> => calendars(ctx).load('ALL');

const calendars = perRequest<'ALL', WorkCalendar>(async (ctx, keys) => {
  const calendar = await readWorkCalendar(ctx.db);
  return keys.map(() => calendar);
});

interface CalendarRow {
  firstYear: number | null;
  lastYear: number | null;
  days: { day: string; kind: CalendarDayKind }[];
}

const NOTHING: CalendarRow = { firstYear: null, lastYear: null, days: [] };
