import {
  addDays,
  type CalendarDayKind,
  isWeekendDay,
  type LocalDate,
  localDate,
  type Messages,
} from '@cnscd/domain';
import { z } from 'zod';
import { sourceSchema } from '../import/fact-schemas.ts';
import { day, faultsOf, identifier, parse, words } from '../import/fields.ts';
import type { Fault, Path, YamlFile } from '../import/yaml-file.ts';

/** A day that is otherwise than its weekday says. */
export interface CalendarEntry {
  day: LocalDate;
  year: number;
  kind: CalendarDayKind;
  name: string;
  nameEn: string;
  sourceId: string;
}

/** Published days of some years, and the documents that say so. */
export interface CalendarFile {
  sources: z.output<typeof calendarSchema>['sources'];
  years: number[];
  days: CalendarEntry[];
}

/** @throws {ImportError} `IMPORT_INVALID` with everything that is wrong */
export function readCalendarFile(yaml: YamlFile): CalendarFile {
  const result = parse(calendarSchema, yaml.content);
  if (!result.success) return yaml.refuse(faultsOf(result.error, []));
  const { sources, years } = result.data;
  const known = Object.keys(years).map(Number).sort();
  const placed = Object.entries(years).flatMap(([year, kinds]) =>
    SECTIONS.flatMap(([section, kind]) =>
      kinds[section].flatMap((span, index) =>
        daysOf(span).map((each) => ({
          path: ['years', year, section, index] as Path,
          entry: {
            ...{ day: each, year: Number(year), kind, name: span.name, nameEn: span.nameEn },
            sourceId: span.source,
          },
        })),
      ),
    ),
  );
  const faults = [
    ...placed.flatMap(({ path, entry }, index) =>
      faultOf(entry, {
        isRepeated: placed.findIndex((other) => other.entry.day === entry.day) < index,
        sources,
      }).map((messages): Fault => ({ path, messages })),
    ),
    ...known.flatMap((year, index): Fault[] =>
      index === 0 || year === (known[index - 1] ?? 0) + 1
        ? []
        : [{ path: ['years', String(year)], messages: GAP }],
    ),
  ];
  return faults.length > 0
    ? yaml.refuse(faults)
    : { sources, years: known, days: placed.map(({ entry }) => entry) };
}

const SECTIONS = [
  ['holidays', 'HOLIDAY'],
  ['inLieu', 'IN_LIEU'],
  ['makeUp', 'MAKE_UP'],
  ['unsettled', 'UNSETTLED'],
] as const satisfies readonly (readonly [string, CalendarDayKind])[];

const LONGEST_SPAN_DAYS = 15;

function daysOf({ from, to = from }: { from: LocalDate; to?: LocalDate | undefined }): LocalDate[] {
  const days = [from];
  while ((days.at(-1) ?? to) < to && days.length < LONGEST_SPAN_DAYS)
    days.push(addDays(days.at(-1) ?? from, 1));
  return days;
}

function faultOf(
  { day, year, kind, sourceId }: CalendarEntry,
  { isRepeated, sources }: { isRepeated: boolean; sources: object },
): Messages[] {
  const shown = localDate(day);
  return [
    ...(isRepeated ? [{ vi: `Ngày ${shown} đã khai.`, en: `${shown} is there already.` }] : []),
    ...(Number(day.slice(0, 4)) === year
      ? []
      : [{ vi: `Ngày ${shown} không thuộc năm ${year}.`, en: `${shown} is not of ${year}.` }]),
    ...(sourceId in sources
      ? []
      : [{ vi: `Chưa khai nguồn "${sourceId}".`, en: `There is no source "${sourceId}".` }]),
    ...(kind === 'MAKE_UP' && !isWeekendDay(day)
      ? [{ vi: `Ngày ${shown} vốn là ngày làm việc.`, en: `${shown} is a working day as it is.` }]
      : []),
    ...(kind === 'IN_LIEU' && isWeekendDay(day)
      ? [{ vi: `Ngày ${shown} vốn là ngày nghỉ hằng tuần.`, en: `${shown} is a weekend as it is.` }]
      : []),
  ];
}

/** What is wrong where a year is missing between others. */
export const GAP: Messages = {
  vi: 'Các năm phải liền nhau: thiếu năm trước đó.',
  en: 'Years must follow one another: the year before is missing.',
};

const spanSchema = z.strictObject({
  from: day,
  to: day.optional(),
  name: words,
  nameEn: words,
  source: identifier,
});

const spans = z.array(spanSchema).default([]);

const calendarSchema = z.strictObject({
  sources: z.record(z.string(), sourceSchema).default({}),
  years: z.record(
    z.string().regex(/^20\d{2}$/),
    z.strictObject({ holidays: z.array(spanSchema).min(1), inLieu: spans, makeUp: spans, unsettled: spans }),
  ),
});
