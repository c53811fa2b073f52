import {
  allocationUnknown,
  childSum,
  childSumExceeds,
  districtLevelEnded,
  FIRST_DAY_OF_TWO_LEVELS,
  fewestMembers,
  formatDate,
  type LocalDate,
  localTeamsExceedVillages,
  mixedAsOf,
  registeredUnallocated,
  rivalTotals,
  ruleMinSize,
  type StatedFigure,
  sourcesDisagree,
  statedBreakdown,
  statedTotal,
  type TeamGroup,
  unitEnded,
  unitsNotReporting,
  type Warning,
} from '@cnscd/domain';
import type { Overview, OverviewUnit } from './overview-loader.ts';
import { reportedTotal } from './overview-loader.ts';

/** What a reader of the overview must know, the checks of each unit first. */
export function warningsOf(overview: Overview): Warning[] {
  return [
    ...overview.chosen.flatMap((unit) => [
      ...checkSize(unit),
      ...checkBelow(unit, overview.below),
      ...checkVillages(unit),
      ...checkSources(unit),
    ]),
    ...checkDays(overview),
    ...checkDistrictTeams(overview),
    ...overview.unallocated.map((unit) => allocationUnknown(unit.unitName)),
    ...(overview.unallocatedTeams > 0 ? [registeredUnallocated(overview.unallocatedTeams)] : []),
    ...checkSilence(overview),
    ...checkEnd(overview),
  ];
}

/** The teams that a unit states, by level and kind where it does, for the size rules. */
function teamGroups(figures: readonly StatedFigure[]): TeamGroup[] {
  const parts = statedBreakdown(figures, 'TEAMS').filter(
    (part) => part.level !== null || part.teamKind !== null,
  );
  const total = statedTotal(figures, 'TEAMS');
  const sum = parts.reduce((all, part) => all + part.value, 0);
  const shown = parts.length > 0 && sum === total?.value ? parts : (total?.parts ?? []);
  return shown.map(({ level, teamKind, value }) => ({ level, teamKind, teams: value }));
}

function checkSize(unit: OverviewUnit): Warning[] {
  const teams = statedTotal(unit.figures, 'TEAMS');
  const members = statedTotal(unit.figures, 'MEMBERS');
  if (teams === null || members === null) return [];
  const needed = fewestMembers(teamGroups(unit.figures), unit.rules, teams.asOf);
  return needed === null || members.value >= needed
    ? []
    : [ruleMinSize(unit.unitName, teams.value, needed, members.value)];
}

/** What is left of a unit's figures without those of the units directly below it. */
function checkBelow(unit: OverviewUnit, below: readonly OverviewUnit[]): Warning[] {
  const teams = statedTotal(unit.figures, 'TEAMS');
  const members = statedTotal(unit.figures, 'MEMBERS');
  const children = below.filter(
    (child) =>
      child.parentId === unit.unitId &&
      statedTotal(child.figures, 'TEAMS') !== null &&
      statedTotal(child.figures, 'MEMBERS') !== null,
  );
  if (teams === null || members === null || children.length === 0) return [];
  const sum = (indicator: string) =>
    children.reduce((all, child) => all + (statedTotal(child.figures, indicator)?.value ?? 0), 0);
  const tooMany = [
    { own: teams.value, sum: sum('TEAMS'), what: { vi: 'tổ', en: 'teams' } },
    { own: members.value, sum: sum('MEMBERS'), what: { vi: 'thành viên', en: 'members' } },
  ].filter((row) => row.sum > row.own);
  if (tooMany.length > 0)
    return tooMany.map((row) => childSumExceeds(unit.unitName, row.what, row.own, row.sum));
  const rest = remainder(
    teamGroups(unit.figures),
    children.flatMap((child) => teamGroups(child.figures)),
  );
  const needed = rest === null ? null : fewestMembers(rest, unit.rules, teams.asOf);
  const left = members.value - sum('MEMBERS');
  return needed === null || left >= needed
    ? []
    : [childSum(unit.unitName, teams.value - sum('TEAMS'), needed, left)];
}

/** The groups less those below; null where the two are not split alike. */
function remainder(groups: readonly TeamGroup[], below: readonly TeamGroup[]): TeamGroup[] | null {
  const key = (group: TeamGroup) => `${group.level} ${group.teamKind}`;
  const rest = new Map(groups.map((group) => [key(group), { ...group }]));
  for (const group of below) {
    const left = rest.get(key(group));
    if (left === undefined || left.teams < group.teams) return null;
    left.teams -= group.teams;
  }
  return [...rest.values()];
}

function checkVillages(unit: OverviewUnit): Warning[] {
  const villages = statedTotal(unit.figures, 'VILLAGES');
  const local = statedBreakdown(unit.figures, 'TEAMS').filter(
    (part) => part.level === 'VILLAGE' || (part.level === null && part.teamKind === 'COMMUNITY'),
  );
  const teams = local.reduce((sum, part) => sum + part.value, 0);
  return villages === null || teams <= villages.value
    ? []
    : [localTeamsExceedVillages(unit.unitName, teams, villages.value)];
}

function checkSources(unit: OverviewUnit): Warning[] {
  const rivals = ['TEAMS', 'MEMBERS'].map((code) => rivalTotals(unit.figures, code));
  return rivals.filter((values) => values.length > 1).map((values) => sourcesDisagree(unit.unitName, values));
}

function checkDays(overview: Overview): Warning[] {
  const parts = ['TEAMS', 'MEMBERS'].flatMap((code) => reportedTotal(overview, code)?.parts ?? []);
  const days = parts.map((part) => part.asOf).sort();
  const [earliest, latest] = [days.at(0), days.at(-1)];
  return earliest === undefined || latest === undefined || earliest === latest
    ? []
    : [mixedAsOf(shown(earliest), shown(latest))];
}

function checkDistrictTeams(overview: Overview): Warning[] {
  if (overview.day < FIRST_DAY_OF_TWO_LEVELS) return [];
  const reported = overview.chosen
    .flatMap((unit) => statedBreakdown(unit.figures, 'TEAMS'))
    .filter((part) => part.level === 'DISTRICT')
    .reduce((sum, part) => sum + part.value, 0);
  const registered = overview.registered
    .filter((row) => row.level === 'DISTRICT')
    .reduce((sum, row) => sum + row.teams, 0);
  const teams = Math.max(reported, registered);
  return teams === 0 ? [] : [districtLevelEnded(teams)];
}

function checkSilence({ chosen, extent }: Overview): Warning[] {
  return chosen.length === 0 || extent.silent === 0 ? [] : [unitsNotReporting(extent.silent, extent.of)];
}

function checkEnd({ unit, day, boundary }: Overview): Warning[] {
  return unit.validTo !== null && (unit.validTo < day || boundary === 'CURRENT')
    ? [unitEnded(unit.fullName, shown(unit.validTo))]
    : [];
}

const shown = (day: string) => formatDate(day as LocalDate, 'vi'); // days from the database are real days
