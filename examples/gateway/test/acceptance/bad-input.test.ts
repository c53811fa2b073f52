import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../../../packages/domain/src/index.ts';
import { runningGateway } from '../support/running-gateway.ts';

const { ask } = runningGateway();

/** As the lists write it, but by nobody's list. */
const cursor = (...parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const OF_UNITS = cursor('adminUnits', 'a', 'b');
const WITH_NUL = cursor('teams', 'a\0', 'b');
const WITHOUT_INSTANT = cursor('activities', '2025', 'b');
const NOBODY = '01890000-0000-7000-8000-000000000000';

it.each([
  ['an unknown code', '{ adminUnit(code: "99999") { id } }', 'UNIT_NOT_FOUND', 'code', '99999'],
  [
    'an unknown code in an overview',
    '{ overview(unitCode: "97") { completeness } }',
    'UNIT_NOT_FOUND',
    'unitCode',
    '97',
  ],
  [
    'a code that is none',
    '{ adminUnit(code: "Quảng Trị") { id } }',
    'UNIT_CODE_INVALID',
    'code',
    'Quảng Trị',
  ],
  [
    'a code of another day',
    '{ adminUnit(code: "45", asOf: "2025-07-01") { id } }',
    'UNIT_NOT_FOUND',
    'code',
    '45',
  ],
  [
    '30 February',
    '{ adminUnit(code: "45", asOf: "2023-02-30") { id } }',
    'DATE_INVALID',
    'asOf',
    '2023-02-30',
  ],
  [
    'no day at all',
    '{ overview(unitCode: "45", asOf: "hôm qua") { completeness } }',
    'DATE_INVALID',
    'asOf',
    'hôm qua',
  ],
  ['a million teams', '{ teams(first: 1000000) { totalCount } }', 'PAGE_SIZE_INVALID', 'first', '1000000'],
  ['less than nothing', '{ adminUnits(first: -1) { totalCount } }', 'PAGE_SIZE_INVALID', 'first', '-1'],
  ['a made-up cursor', '{ teams(after: "abc") { totalCount } }', 'CURSOR_INVALID', 'after', 'abc'],
  [
    'a cursor of another list',
    `{ teams(after: "${OF_UNITS}") { totalCount } }`,
    'CURSOR_INVALID',
    'after',
    OF_UNITS,
  ],
  [
    'a cursor with a NUL',
    `{ teams(after: "${WITH_NUL}") { totalCount } }`,
    'CURSOR_INVALID',
    'after',
    WITH_NUL,
  ],
  [
    'a cursor without an instant',
    `{ activities(after: "${WITHOUT_INSTANT}") { totalCount } }`,
    'CURSOR_INVALID',
    'after',
    WITHOUT_INSTANT,
  ],
  [
    'a period that does not parse',
    '{ kpiBoard(unitCode: "45", period: "2023-Q5") { period } }',
    'PERIOD_INVALID',
    'period',
    '2023-Q5',
  ],
  [
    'a week that does not exist',
    '{ activities(period: "2025-W53") { totalCount } }',
    'PERIOD_INVALID',
    'period',
    '2025-W53',
  ],
  [
    'a day before any data',
    '{ overview(unitCode: "45", asOf: "1989-06-30") { completeness } }',
    'AS_OF_BEFORE_DATA',
    'asOf',
    '1989-06-30',
  ],
  [
    'a board before any data',
    '{ kpiBoard(unitCode: "VN", period: "1950") { period } }',
    'AS_OF_BEFORE_DATA',
    'period',
    '1950',
  ],
  [
    'activities before any data',
    '{ activities(period: "1900") { totalCount } }',
    'AS_OF_BEFORE_DATA',
    'period',
    '1900',
  ],
  [
    'an unknown indicator',
    '{ kpiBoard(unitCode: "45", period: "2023", indicatorCodes: ["NOPE"]) { period } }',
    'INDICATOR_NOT_FOUND',
    'indicatorCodes',
    'NOPE',
  ],
  ['an unknown team', '{ team(code: "NOPE") { id } }', 'TEAM_NOT_FOUND', 'code', 'NOPE'],
  ['a team code that cannot be stored', '{ team(code: "\\u0000") { id } }', 'TEAM_NOT_FOUND', 'code', '\0'],
  [
    'a unit code that cannot be stored',
    '{ kpiBoard(unitCode: "\\u0000", period: "2023") { period } }',
    'UNIT_CODE_INVALID',
    'unitCode',
    '\0',
  ],
  [
    'activities of a team by no UUID',
    '{ activities(teamId: "nope") { totalCount } }',
    'TEAM_NOT_FOUND',
    'teamId',
    'nope',
  ],
  [
    'activities of an unknown team',
    `{ activities(teamId: "${NOBODY}") { totalCount } }`,
    'TEAM_NOT_FOUND',
    'teamId',
    NOBODY,
  ],
  ['a team by no UUID', '{ team(id: "1") { id } }', 'TEAM_NOT_FOUND', 'id', '1'],
  ['neither id nor code', '{ team { id } }', 'FILTER_MISSING', 'id', undefined],
  ['an unknown member', '{ member(id: "x") { id } }', 'MEMBER_NOT_FOUND', 'id', 'x'],
  ['an unknown activity', '{ activity(id: "x") { id } }', 'ACTIVITY_NOT_FOUND', 'id', 'x'],
  [
    'too wide a breakdown',
    '{ kpiBoard(unitCode: "VN", period: "2026", breakdown: COMMUNE) { period } }',
    'INPUT_INVALID',
    'breakdown',
    'COMMUNE',
  ],
])('%s is a typed refusal in both languages', async (_, query, code, field, value) => {
  // The public is refused members and activities before anything else is looked at.
  const { status, data, errors } = await ask(query, {}, { as: 'administrator' });
  expect(status).toBeLessThan(500);
  expect(errors).toHaveLength(1);
  const [error] = errors;
  expect(error?.extensions).toMatchObject({ code, field });
  expect(error?.extensions['value']).toBe(value);
  expect(ERROR_CODES).toContain(code);
  const { vi, en } = (error?.extensions['messages'] ?? {}) as { vi?: string; en?: string };
  expect(error?.message).toBe(vi);
  expect(en).not.toBe(vi);
  // Never an empty success: the field that failed is null, or its parent is.
  expect(Object.values(data ?? {}).every((each) => each === null)).toBe(true);
});

it.each([
  ['too long a search', { search: 'a'.repeat(101) }],
  ['a NUL', { search: 'quang\u0000tri' }],
  ['nothing to search for', { search: '–' }],
])('%s is SEARCH_INVALID', async (_, variables) => {
  const { errors } = await ask(
    'query ($search: String) { teams(search: $search) { totalCount } }',
    variables,
  );
  expect(errors.map((error) => error.extensions['code'])).toEqual(['SEARCH_INVALID']);
});
