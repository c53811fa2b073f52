import type { AdminLevel, Affiliation, MemberRole, Requirement, Severity, TeamKind } from './vocabulary.ts';

/** What a team must look like, in force for a time. Its unit has been matched already. */
export interface TeamRule {
  code: string;
  /** Null: every level. */
  level: AdminLevel | null;
  /** Null: every kind. */
  teamKind: TeamKind | null;
  requirement: Requirement;
  min: number | null;
  max: number | null;
  affiliation: Affiliation | null;
  severity: Severity;
  validFrom: string | null;
  validTo: string | null;
  statement: string;
  /** How near the rule's unit is: 0 for the unit itself. A nearer rule takes the place of a farther one. */
  distance: number;
}

/** Fewest and most members; null: the rule sets no such end. */
export interface SizeRange {
  min: number | null;
  max: number | null;
}

/** A number of teams of one level and kind. */
export interface TeamGroup {
  level: AdminLevel | null;
  teamKind: TeamKind | null;
  teams: number;
}

/** The size rule for a kind and level of team on a day: the nearest unit's, then the most specific. */
export function sizeRule(
  rules: readonly TeamRule[],
  group: { level: AdminLevel | null; teamKind: TeamKind | null },
  day: string,
): TeamRule | null {
  const fitting = rules.filter(
    (rule) => rule.requirement === 'MEMBER_COUNT' && appliesTo(rule, group) && isInForce(rule, day),
  );
  return fitting.sort((a, b) => a.distance - b.distance || specificity(b) - specificity(a)).at(0) ?? null;
}

/**
 * Fewest members that these teams must have together.
 *
 * @returns `null` when no rule sets a minimum for any of them
 */
export function fewestMembers(
  groups: readonly TeamGroup[],
  rules: readonly TeamRule[],
  day: string,
): number | null {
  const minima = groups.map((group) => {
    const min = sizeRule(rules, group, day)?.min ?? null;
    return min === null ? null : min * group.teams;
  });
  const known = minima.filter((minimum) => minimum !== null);
  return known.length === 0 ? null : known.reduce((sum, minimum) => sum + minimum, 0);
}

/** A member as the rules see it. */
export interface MemberFacts {
  role: MemberRole;
  affiliations: readonly Affiliation[];
}

/** A team as the rules see it. */
export interface TeamFacts {
  level: AdminLevel;
  teamKind: TeamKind;
  members: readonly MemberFacts[];
}

/** A rule that a team does not keep. */
export interface Violation {
  rule: TeamRule;
  /** How many there are of what the rule asks for. */
  actual: number;
  /** How many are missing, or too many. */
  difference: number;
}

/** Rules that a team does not keep on a day, nearest rule first. */
export function violations(team: TeamFacts, rules: readonly TeamRule[], day: string): Violation[] {
  const composition = rules.filter(
    (rule) => rule.requirement !== 'MEMBER_COUNT' && appliesTo(rule, team) && isInForce(rule, day),
  );
  const size = sizeRule(rules, team, day);
  return [...(size === null ? [] : [size]), ...composition].flatMap((rule) => violationOf(rule, team));
}

function violationOf(rule: TeamRule, team: TeamFacts): Violation[] {
  const actual = countFor(rule, team.members);
  const [min, max] = rule.requirement === 'MEMBER_COUNT' ? [rule.min, rule.max] : [rule.min ?? 1, rule.max];
  if (min !== null && actual < min) return [{ rule, actual, difference: min - actual }];
  if (max !== null && actual > max) return [{ rule, actual, difference: actual - max }];
  return [];
}

function countFor(rule: TeamRule, members: readonly MemberFacts[]): number {
  const hasAffiliation = (member: MemberFacts) =>
    rule.affiliation !== null && member.affiliations.includes(rule.affiliation);
  switch (rule.requirement) {
    case 'MEMBER_COUNT':
      return members.length;
    case 'LEADER_AFFILIATION':
      return members.filter((member) => member.role === 'LEADER' && hasAffiliation(member)).length;
    case 'AFFILIATION_PRESENT':
      return members.filter(hasAffiliation).length;
    default:
      return rule.requirement satisfies never;
  }
}

function appliesTo(rule: TeamRule, group: { level: AdminLevel | null; teamKind: TeamKind | null }): boolean {
  return (
    (rule.level === null || rule.level === group.level) &&
    (rule.teamKind === null || rule.teamKind === group.teamKind)
  );
}

function isInForce(rule: TeamRule, day: string): boolean {
  return (rule.validFrom === null || rule.validFrom <= day) && (rule.validTo === null || rule.validTo >= day);
}

function specificity(rule: TeamRule): number {
  return (rule.level === null ? 0 : 2) + (rule.teamKind === null ? 0 : 1);
}
