import { addWorkingDays, localDate, workingDaysBetween } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { readCalendarFile } from '../../src/calendar/calendar-file.ts';
import { loadCalendar } from '../../src/calendar/load-calendar.ts';
import { readWorkCalendar } from '../../src/calendar/work-calendar.ts';
import { ImportError } from '../../src/import/import-issue.ts';
import { readYaml } from '../../src/import/yaml-file.ts';
import { testSubgraph } from '../support/subgraph.ts';

const { run, database } = await testSubgraph('loaded');
const calendar = await readWorkCalendar(database);

describe('the calendar of the package', () => {
  it.each([
    ['2024-12-31', 10, '2025-01-15'],
    ['2025-03-31', 10, '2025-04-15'],
    ['2026-03-31', 10, '2026-04-14'],
    ['2026-06-30', 5, '2026-07-07'],
    ['2026-01-01', 6, '2026-01-10'],
    ['2026-08-21', 1, '2026-08-22'],
    ['2026-08-28', 1, '2026-09-03'],
    ['2026-11-23', 1, '2026-11-24'],
  ])('ends a term from %s of %i working days on %s', (from, count, to) => {
    expect(addWorkingDays(localDate(from), count, calendar)).toBe(to);
  });

  it.each([
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 250],
  ])('has as many working days in %i as were published', (year, count) => {
    const to = localDate(`${year}-12-31`);
    const first = year === 2023 ? '2023-01-01' : `${year - 1}-12-31`;
    expect(workingDaysBetween(localDate(first), to, calendar)).toBe(count);
  });

  it('loads again without a change, and takes back what a file no longer says', async () => {
    const before = await database.pool.query('select * from calendar_day order by day');
    await database.pool.query(
      `insert into calendar_day select '2026-03-03', 2026, 'HOLIDAY', 'sai', 'wrong', source_id from calendar_day limit 1`,
    );
    await loadCalendar(database);
    const after = await database.pool.query('select * from calendar_day order by day');
    expect(after.rows).toEqual(before.rows);
  });
});

describe('workCalendar', () => {
  it('shows the days of a year with their sources, and what is not settled', async () => {
    const { data, errors } = await run(
      '{ workCalendar(year: 2026) { year days { day kind name nameEn source { title } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.workCalendar.days).toHaveLength(17);
    expect(data.workCalendar.days.at(-1)).toMatchObject({
      ...{ day: '2026-11-24', kind: 'UNSETTLED', name: 'Ngày Văn hóa Việt Nam' },
      source: { title: 'Nghị quyết 80-NQ/TW về phát triển văn hóa Việt Nam' },
    });
  });

  it.each([
    [2027, 'CALENDAR_UNKNOWN'],
    [2022, 'CALENDAR_UNKNOWN'],
    [3, 'COUNT_INVALID'],
  ])('refuses %i: %s', async (year, code) => {
    const { errors } = await run(`{ workCalendar(year: ${year}) { year } }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code, field: 'year' });
  });
});

describe('a calendar file', () => {
  const issuesOf = (text: string) => {
    try {
      return readCalendarFile(readYaml('lich.yaml', text)).days.length;
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      return error.issues.map(({ line, messages }) => `${line}: ${messages.en}`);
    }
  };

  it('is refused with all that is wrong', () => {
    expect(
      issuesOf(`sources: { nguon: { title: Nguồn } }
years:
  2026:
    holidays:
      - { from: 2026-01-01, name: A, nameEn: A, source: nguon }
      - { from: 2026-01-01, name: B, nameEn: B, source: khac }
    inLieu:
      - { from: 2026-01-03, name: C, nameEn: C, source: nguon }
    makeUp:
      - { from: 2027-01-04, name: D, nameEn: D, source: nguon }
  2028:
    holidays:
      - { from: 2028-01-01, name: E, nameEn: E, source: nguon }
`),
    ).toEqual([
      '6: 2026-01-01 is there already.',
      '6: There is no source "khac".',
      '8: 2026-01-03 is a weekend as it is.',
      '10: 2027-01-04 is not of 2026.',
      '10: 2027-01-04 is a working day as it is.',
      '12: Years must follow one another: the year before is missing.',
    ]);
  });
});
