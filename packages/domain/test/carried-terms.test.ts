import { describe, expect, it } from 'vitest';
import { carriedTerms, type LeavingTerm, type LocalDate } from '../src/index.ts';

const day = (text: string) => text as LocalDate; // real days

/** `id member from..to role`: the last day and the role may be left out. */
function term(text: string): LeavingTerm {
  const [id = '', memberId = '', days = '', role = 'MEMBER'] = text.split(' ');
  const [from = '', to = ''] = days.split('..');
  return {
    ...{ id, memberId, from: day(from), to: to === '' ? null : day(to), isCore: false, affiliations: [] },
    role: role as LeavingTerm['role'],
  };
}

/** Written the same way, by what each was made of. */
const carried = (leaving: string[], there: string[] = []) =>
  carriedTerms(leaving.map(term), there.map(term), day('2026-03-01')).map(
    ({ madeOf, memberId, from, to, role }) => `${madeOf.join('+')} ${memberId} ${from}..${to ?? ''} ${role}`,
  );

describe('people who go over into another team', () => {
  it.each([
    ['go on from the day', ['a an 2025-01-01..'], [], ['a an 2026-03-01.. MEMBER']],
    [
      'leave when they would have left',
      ['a an 2025-01-01..2026-04-30'],
      [],
      ['a an 2026-03-01..2026-04-30 MEMBER'],
    ],
    ['are not there who left before', ['a an 2025-01-01..2026-02-28'], [], []],
    ['are not there twice', ['a an 2025-01-01..'], ['z an 2024-01-01..'], []],
    [
      'from two teams are there once, in the leading role',
      ['a an 2025-01-01..', 'b an 2025-06-01.. DEPUTY'],
      [],
      ['a+b an 2026-03-01.. DEPUTY'],
    ],
    [
      'from two teams keep each role as long as they had it',
      ['a an 2025-01-01..', 'b an 2025-06-01..2026-03-31 DEPUTY'],
      [],
      ['a+b an 2026-03-01..2026-03-31 DEPUTY', 'a an 2026-04-01.. MEMBER'],
    ],
    [
      'who leave the other team go on after that',
      ['a an 2025-01-01..'],
      ['z an 2024-01-01..2026-05-31'],
      ['a an 2026-06-01.. MEMBER'],
    ],
    [
      'who come to the other team later are there until then',
      ['a an 2025-01-01..'],
      ['z an 2026-07-01..'],
      ['a an 2026-03-01..2026-06-30 MEMBER'],
    ],
    [
      'are told apart',
      ['a an 2025-01-01.. LEADER', 'b binh 2025-01-01..'],
      ['z binh 2025-01-01..'],
      ['a an 2026-03-01.. LEADER'],
    ],
  ])('%s', (_, leaving, there, expected) => {
    expect(carried(leaving, there)).toEqual(expected);
  });

  it('keep core flag and affiliations of all their memberships', () => {
    const core = { ...term('a an 2025-01-01..'), isCore: true, affiliations: ['YOUTH_UNION'] as const };
    const other = { ...term('b an 2025-01-01..'), affiliations: ['TEACHER'] as const };
    expect(carriedTerms([core, other], [], day('2026-03-01'))).toMatchObject([
      { isCore: true, affiliations: ['YOUTH_UNION', 'TEACHER'] },
    ]);
  });
});
