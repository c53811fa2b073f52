import { describe, expect, it } from 'vitest';
import { fewestMembers, type MemberFacts, sizeRule, type TeamRule, violations } from '../src/index.ts';

const rule = (rest: Partial<TeamRule>): TeamRule => ({
  code: 'R',
  level: null,
  teamKind: null,
  requirement: 'MEMBER_COUNT',
  min: null,
  max: null,
  affiliation: null,
  severity: 'WARNING',
  validFrom: null,
  validTo: null,
  statement: '',
  distance: 1,
  ...rest,
});

const NATIONAL = rule({ code: 'VN', level: 'VILLAGE', min: 3, distance: 4, validFrom: '2022-03-05' });
const COMMUNE = rule({ code: 'QT-X', level: 'COMMUNE', min: 5, max: 5 });
const VILLAGE = rule({ code: 'QT-T', level: 'VILLAGE', min: 5, max: 8 });
const RULES = [NATIONAL, COMMUNE, VILLAGE];

describe('sizeRule', () => {
  it('takes the nearest unit before the farther one', () => {
    expect(sizeRule(RULES, { level: 'VILLAGE', teamKind: 'COMMUNITY' }, '2023-09-30')?.code).toBe('QT-T');
    expect(sizeRule([NATIONAL], { level: 'VILLAGE', teamKind: null }, '2023-09-30')?.code).toBe('VN');
  });

  it('takes the more specific of two rules of the same unit', () => {
    const general = rule({ code: 'ALL', min: 7 });
    expect(sizeRule([general, VILLAGE], { level: 'VILLAGE', teamKind: null }, '2023-09-30')?.code).toBe(
      'QT-T',
    );
  });

  it('knows when a rule is in force', () => {
    const dated = rule({ min: 7, validFrom: '2023-11-21', validTo: '2025-12-31' });
    const group = { level: null, teamKind: null };
    expect(sizeRule([dated], group, '2023-11-20')).toBeNull();
    expect(sizeRule([dated], group, '2023-11-21')?.min).toBe(7);
    expect(sizeRule([dated], group, '2026-01-01')).toBeNull();
  });
});

describe('fewestMembers', () => {
  it.each([
    [
      'Quảng Trị',
      [
        ['COMMUNE', 115],
        ['VILLAGE', 715],
      ],
      4150,
    ],
    [
      'what is left of it',
      [
        ['COMMUNE', 94],
        ['VILLAGE', 561],
      ],
      3275,
    ],
  ] as const)('%s', (_, groups, fewest) => {
    const teams = groups.map(([level, count]) => ({ level, teamKind: null, teams: count }));
    expect(fewestMembers(teams, RULES, '2023-09-30')).toBe(fewest);
  });

  it('is null without a rule: no minimum is guessed', () => {
    expect(fewestMembers([{ level: 'DISTRICT', teamKind: null, teams: 9 }], RULES, '2023-09-30')).toBeNull();
  });
});

describe('violations', () => {
  const member = (role: MemberFacts['role'], ...affiliations: MemberFacts['affiliations']): MemberFacts => ({
    role,
    affiliations,
  });
  const composition = [
    rule({ code: 'LEADER', requirement: 'LEADER_AFFILIATION', affiliation: 'VILLAGE_HEAD' }),
    rule({ code: 'POLICE', requirement: 'AFFILIATION_PRESENT', affiliation: 'AREA_POLICE' }),
  ];

  it('finds a team too small, too large, and just right', () => {
    const team = (size: number) => ({
      level: 'VILLAGE' as const,
      teamKind: 'COMMUNITY' as const,
      members: Array.from({ length: size }, () => member('MEMBER')),
    });
    const found = (size: number) =>
      violations(team(size), RULES, '2023-09-30').map((v) => [v.actual, v.difference]);
    expect(found(4)).toEqual([[4, 1]]);
    expect(found(5)).toEqual([]);
    expect(found(8)).toEqual([]);
    expect(found(9)).toEqual([[9, 1]]);
  });

  it('finds a wrong leader and a missing affiliation', () => {
    const team = {
      level: 'VILLAGE' as const,
      teamKind: 'MERGED_DE_AN_06' as const,
      members: [member('LEADER', 'YOUTH_UNION'), member('MEMBER', 'VILLAGE_HEAD')],
    };
    expect(violations(team, composition, '2024-11-27').map((v) => v.rule.code)).toEqual(['LEADER', 'POLICE']);
    const kept = { ...team, members: [member('LEADER', 'VILLAGE_HEAD'), member('MEMBER', 'AREA_POLICE')] };
    expect(violations(kept, composition, '2024-11-27')).toEqual([]);
  });
});
