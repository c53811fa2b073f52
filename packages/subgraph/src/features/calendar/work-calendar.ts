import { type CalendarDayKind, calendarUnknown, localDate, requireCount } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { workCalendarOf } from '../../calendar/work-calendar.ts';
import type { Context } from '../../context.ts';
import { CalendarDayKind as CalendarDayKindEnum } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { sourceField } from '../../source-field.ts';

interface DayRow {
  day: string;
  kind: CalendarDayKind;
  name: string;
  nameEn: string;
  sourceId: string;
}

const CalendarDay = builder.objectRef<DayRow>('CalendarDay').implement({
  extensions: PUBLIC,
  description: 'A day on which offices work otherwise than its weekday says [ngày nghỉ, ngày làm bù].',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The day.' }),
    kind: t.expose('kind', { type: CalendarDayKindEnum, description: 'Closed, worked, or not settled.' }),
    name: t.exposeString('name', { description: 'What it is, in Vietnamese.' }),
    nameEn: t.exposeString('nameEn', { description: 'The same in English.' }),
    source: t.field(sourceField),
  }),
});

const WorkCalendarType = builder.objectRef<{ year: number; days: DayRow[] }>('WorkCalendar').implement({
  extensions: PUBLIC,
  description:
    'The working days of a year [lịch làm việc]: Monday to Friday but for these days off, and the days that are worked instead. Deadlines in working days follow from it.',
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'The year.' }),
    days: t.field({
      type: [CalendarDay],
      description: 'All of them in order, at most 60.',
      listSize: { assumedSize: 25 },
      resolve: ({ days }) => days,
    }),
  }),
});

builder.queryField('workCalendar', (t) =>
  t.field({
    extensions: PUBLIC,
    type: WorkCalendarType,
    description:
      'The days off and make-up days of a year, as published. Errors: `COUNT_INVALID`, `CALENDAR_UNKNOWN` for a year of which nothing is published here.',
    args: { year: t.arg.int({ required: true, description: 'From 1900 to 2100.' }) },
    resolve: (_, { year }, ctx) => readYear(ctx, requireCount(year, 'year', { min: 1900, max: 2100 })),
  }),
);

/** @throws {DomainError} `CALENDAR_UNKNOWN` */
async function readYear(ctx: Context, year: number): Promise<{ year: number; days: DayRow[] }> {
  const [found, days] = await Promise.all([
    ctx.db.rows(sql`/* calendarYear */ select year from calendar_year where year = ${year}`),
    ctx.db.rows<DayRow>(sql`
      /* calendarDays */
      select day, kind, name, name_en as "nameEn", source_id as "sourceId" from calendar_day
      where year = ${year} order by day`),
  ]);
  if (found.length > 0) return { year, days };
  throw calendarUnknown(localDate(`${year}-01-01`), await workCalendarOf(ctx), 'year');
}
