import { describe, expect, it } from 'vitest';
import {
  changeFrom,
  endOn,
  type JoinableTerm,
  joinedTerms,
  type LocalDate,
  localDate,
  membershipDay,
  overlap,
  requireFits,
  type TeamTerm,
  type Term,
} from '../src/index.ts';
import { refusal } from './refusal.ts';

/** `2025-01-01..2025-06-30`, or without an end. */
function term(text: string): Term {
  const [from = '', to = ''] = text.split('..');
  return { from: localDate(from), to: to === '' ? null : localDate(to) };
}

const written = ({ from, to }: Term) => `${from}..${to ?? ''}`;

it.each([
  ['2025-01-01..', '2026-01-01..', true],
  ['2025-01-01..2025-12-31', '2026-01-01..', false],
  ['2025-01-01..2026-01-01', '2026-01-01..', true],
  ['2025-01-01..2025-01-01', '2025-01-01..2025-01-01', true],
  ['2025-03-01..2025-03-31', '2025-01-01..2025-02-28', false],
])('%s and %s overlap: %s', (one, other, expected) => {
  expect(overlap(term(one), term(other))).toBe(expected);
  expect(overlap(term(other), term(one))).toBe(expected);
});

describe('membershipDay', () => {
  const today = localDate('2026-11-22');
  it.each(['2022-01-01', '2026-11-22', '2027-11-23'])('takes %s', (day) => {
    expect(membershipDay(day, 'from', today)).toBe(day);
  });
  it.each(['2021-12-31', '2027-11-24', '2026-02-30', '22/11/2026', ''])('refuses %j', (day) => {
    expect(refusal(() => membershipDay(day, 'from', today))).toMatchObject({
      code: 'DATE_INVALID',
      field: 'from',
    });
  });
});

describe('requireFits', () => {
  const terms: TeamTerm[] = [
    { id: 'a', memberId: 'An', role: 'LEADER', ...term('2025-01-01..2025-12-31') },
    { id: 'b', memberId: 'Bình', role: 'LEADER', ...term('2026-01-01..') },
    { id: 'c', memberId: 'Chi', role: 'MEMBER', ...term('2025-01-01..') },
  ];
  const next = (memberId: string, role: TeamTerm['role'], days: string, id = 'new') => ({
    id,
    memberId,
    role,
    ...term(days),
  });

  it.each([
    ['somebody new', next('Dung', 'MEMBER', '2026-01-01..')],
    ['who comes back', next('An', 'MEMBER', '2026-01-01..')],
    ['a second deputy', next('Dung', 'DEPUTY', '2026-01-01..')],
    ['a leader of the time before', next('Dung', 'LEADER', '2024-01-01..2024-12-31')],
    ['the leader as before', next('Bình', 'LEADER', '2026-01-01..', 'b')],
  ])('lets in %s', (_, proposed) => {
    expect(() => requireFits(terms, proposed)).not.toThrow();
  });

  it.each([
    ['who is there', next('Chi', 'MEMBER', '2026-01-01..'), 'MEMBER_ALREADY_IN_TEAM'],
    ['who will be there', next('Chi', 'MEMBER', '2024-01-01..'), 'MEMBER_ALREADY_IN_TEAM'],
    ['a second leader', next('Dung', 'LEADER', '2026-05-01..'), 'TEAM_HAS_LEADER'],
    ['a leader who stays too long', next('Dung', 'LEADER', '2024-01-01..2025-01-01'), 'TEAM_HAS_LEADER'],
    ['a member who becomes a second leader', next('Chi', 'LEADER', '2025-01-01..', 'c'), 'TEAM_HAS_LEADER'],
  ])('refuses %s, without naming anybody', (_, proposed, code) => {
    const found = refusal(() => requireFits(terms, proposed));
    expect(found.code).toBe(code);
    expect(JSON.stringify(found.messages)).not.toMatch(/An|Bình|Chi|Dung/);
  });
});

describe('changeFrom', () => {
  it.each([
    ['2025-01-01..', '2025-06-01', '2025-01-01..2025-05-31', '2025-06-01..'],
    ['2025-01-01..2025-12-31', '2025-12-31', '2025-01-01..2025-12-30', '2025-12-31..2025-12-31'],
    ['2025-01-01..', '2025-01-01', null, '2025-01-01..'],
  ])('%s from %s is %s and %s', (was, day, before, after) => {
    const change = changeFrom(term(was), localDate(day));
    expect(change.before === null ? null : written(change.before)).toBe(before);
    expect(written(change.after)).toBe(after);
  });

  it.each([
    ['2025-01-01..', '2024-12-31', 'DATE_INVALID'],
    ['2025-01-01..2025-12-31', '2026-01-01', 'MEMBERSHIP_ENDED'],
  ])('%s from %s is refused', (was, day, code) => {
    expect(refusal(() => changeFrom(term(was), localDate(day)))).toMatchObject({ code, field: 'from' });
  });
});

describe('endOn', () => {
  it.each([
    ['2025-01-01..', '2025-12-31', '2025-01-01..2025-12-31'],
    ['2025-01-01..', '2025-01-01', '2025-01-01..2025-01-01'],
    ['2025-01-01..2025-12-31', '2025-06-30', '2025-01-01..2025-06-30'],
  ])('%s on %s is %s', (was, day, now) => {
    expect(written(endOn(term(was), localDate(day)))).toBe(now);
  });

  it.each([
    ['2025-01-01..', '2024-12-31', 'DATE_INVALID'],
    ['2025-01-01..2025-12-31', '2025-12-31', 'MEMBERSHIP_ENDED'],
    ['2025-01-01..2025-12-31', '2026-12-31', 'MEMBERSHIP_ENDED'],
  ])('%s on %s is refused', (was, day, code) => {
    expect(refusal(() => endOn(term(was), localDate(day)))).toMatchObject({ code, field: 'lastDay' });
  });
});

describe('joinedTerms', () => {
  const joinable = (text: string): JoinableTerm => {
    const [id = '', days = '', role = 'MEMBER', ...affiliations] = text.split(' ');
    const isCore = id.endsWith('*');
    return { id, ...term(days), role, isCore, affiliations } as JoinableTerm; // written below, with real values
  };
  const joined = (terms: readonly string[]) =>
    joinedTerms(terms.map(joinable)).map(({ madeOf, role, isCore, affiliations, ...days }) =>
      [madeOf.join('+'), `${written(days)}${isCore ? '*' : ''}`, role, ...affiliations].join(' '),
    );

  it.each([
    [['a 2025-01-01..', 'b 2025-03-01..'], ['a+b 2025-01-01.. MEMBER']],
    [
      ['a 2025-01-01..2025-02-28', 'b 2025-03-01..'],
      ['a 2025-01-01..2025-02-28 MEMBER', 'b 2025-03-01.. MEMBER'],
    ],
    [['a 2025-01-01..', 'b 2025-03-01..2025-04-30'], ['a+b 2025-01-01.. MEMBER']],
    [
      ['a 2025-01-01.. MEMBER', 'b 2025-03-01..2025-04-30 LEADER'],
      ['a 2025-01-01..2025-02-28 MEMBER', 'a+b 2025-03-01..2025-04-30 LEADER', 'a 2025-05-01.. MEMBER'],
    ],
    [
      ['a 2025-01-01..2025-06-30 MEMBER YOUTH_UNION', 'b* 2025-06-30.. DEPUTY TEACHER'],
      [
        'a 2025-01-01..2025-06-29 MEMBER YOUTH_UNION',
        'a+b* 2025-06-30..2025-06-30* DEPUTY YOUTH_UNION TEACHER',
        'b* 2025-07-01..* DEPUTY TEACHER',
      ],
    ],
    [
      ['a 2025-01-01..2025-01-31', 'b 2025-01-15..2025-02-28', 'c 2025-04-01..'],
      ['a+b 2025-01-01..2025-02-28 MEMBER', 'c 2025-04-01.. MEMBER'],
    ],
    [[], []],
  ])('%j become %j', (terms, expected) => {
    expect(joined(terms)).toEqual(expected);
    expect(joined(terms.toReversed())).toEqual(expected);
  });

  it('puts nobody into a team twice on a day, and loses no day', () => {
    const day = (n: number) => new Date(Date.UTC(2025, 0, n)).toISOString().slice(0, 10) as LocalDate;
    let seed = 7;
    const dice = (n: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % n;
    };
    for (let round = 0; round < 300; round++) {
      const terms = Array.from({ length: 1 + dice(5) }, (_, index): JoinableTerm => {
        const from = 1 + dice(30);
        const role = (['LEADER', 'DEPUTY', 'MEMBER'] as const)[dice(3)] ?? 'MEMBER';
        const to = dice(4) === 0 ? null : day(from + dice(15));
        return { id: `${index}`, from: day(from), to, role, isCore: dice(2) === 0, affiliations: [] };
      });
      const result = joinedTerms(terms);
      for (let n = 1; n < 60; n++) {
        const on = { from: day(n), to: day(n) };
        const there = terms.filter((each) => overlap(each, on));
        const now = result.filter((each) => overlap(each, on));
        expect(now).toHaveLength(Math.min(1, there.length));
        expect(now[0]?.isCore).toBe(there.length === 0 ? undefined : there.some(({ isCore }) => isCore));
        if (now[0]?.role === 'LEADER') expect(there.map(({ role }) => role)).toContain('LEADER');
      }
    }
  });
});
