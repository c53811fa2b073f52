import type { AdminLevel, Qualifier, TeamKind } from './vocabulary.ts';

/** A figure as a source states it about one unit. */
export interface StatedFigure {
  indicatorCode: string;
  unitId: string;
  /** The level of team that it is about; null: not about one level only. */
  level: AdminLevel | null;
  /** The kind of team that it is about; null: not about one kind only. */
  teamKind: TeamKind | null;
  value: number;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  /** The day it is about, `YYYY-MM-DD`. */
  asOf: string;
  sourceId: string;
}

/** One value made of one or more stated figures. */
export interface Total {
  value: number;
  qualifier: Qualifier;
  /** The latest day among its parts. */
  asOf: string;
  /** The figures it is made of; never empty. */
  parts: StatedFigure[];
}

// From sure to unsure: a sum is as sure as its least sure part.
const BY_CERTAINTY: readonly Qualifier[] = ['EXACT', 'ESTIMATE', 'AT_LEAST', 'ABOUT'];

/** The qualifier of a sum: as unsure as its least sure part. */
export function weakestQualifier(qualifiers: readonly Qualifier[]): Qualifier {
  const rank = Math.max(0, ...qualifiers.map((qualifier) => BY_CERTAINTY.indexOf(qualifier)));
  return BY_CERTAINTY[rank] ?? 'EXACT';
}

/**
 * Adds totals of different units. What is missing is left out, never taken as 0.
 *
 * @returns `null` when every total is missing
 */
export function sumOf(totals: readonly (Total | null)[]): Total | null {
  const parts = totals.flatMap((total) => total?.parts ?? []);
  const present = totals.filter((total) => total !== null);
  if (present.length === 0) return null;
  return {
    value: present.reduce((sum, total) => sum + total.value, 0),
    qualifier: weakestQualifier(present.map((total) => total.qualifier)),
    asOf: latest(parts),
    parts,
  };
}

/**
 * What a unit states about itself for one indicator: the total of its latest day that has one, from one source.
 * A total is stated as such; or it is the sum of the kinds, territorial teams among them; or the sum of the levels,
 * the villages among them. A part is not taken for the whole.
 *
 * @param stated - figures of one unit, of any day, indicator and source
 * @returns `null` when the unit states no total
 */
export function statedTotal(stated: readonly StatedFigure[], indicatorCode: string): Total | null {
  return latestTotals(stated, indicatorCode).at(0) ?? null;
}

/** The same for what cannot be added up, such as a rate or a rank: only a total that is stated as such. */
export function statedWhole(stated: readonly StatedFigure[], indicatorCode: string): Total | null {
  return statedTotal(stated.filter(isWhole), indicatorCode);
}

/** The totals that different sources state for the latest day that has one: more than one value is a contradiction. */
export function rivalTotals(stated: readonly StatedFigure[], indicatorCode: string): number[] {
  return [...new Set(latestTotals(stated, indicatorCode).map((total) => total.value))];
}

/** The totals of the latest day that has one, from each source that has one. */
function latestTotals(stated: readonly StatedFigure[], indicatorCode: string): Total[] {
  const figures = stated.filter(isOf(indicatorCode));
  const levelsWithTeams = stated.filter(isOf('TEAMS')).map((figure) => figure.level);
  const days = [...new Set(figures.map((figure) => figure.asOf))].sort().reverse();
  for (const day of days) {
    const totals = totalsOfDay(figures, day, levelsWithTeams);
    if (totals.length > 0) return totals;
  }
  return [];
}

/** One total for each source that has one, totals stated as such first. */
function totalsOfDay(
  figures: readonly StatedFigure[],
  day: string,
  levelsWithTeams: readonly (AdminLevel | null)[],
): Total[] {
  const ofDay = figures.filter((figure) => figure.asOf === day);
  const sources = [...new Set(ofDay.map((figure) => figure.sourceId))].sort();
  const bySource = sources.map((sourceId) =>
    onePerPart(ofDay.filter((figure) => figure.sourceId === sourceId)),
  );
  const stated = bySource.flatMap((parts) => parts.filter(isWhole).map((part) => totalFrom([part])));
  const summed = bySource
    .filter((parts) => !parts.some(isWhole))
    .map((parts) => sumOfKinds(parts) ?? sumOfLevels(parts, levelsWithTeams))
    .filter((total) => total !== null);
  return [...stated, ...summed];
}

/** The same source may state a part twice, for a day and for a period. */
function onePerPart(figures: readonly StatedFigure[]): StatedFigure[] {
  const parts = new Map<string, StatedFigure>();
  for (const figure of figures) {
    const key = `${figure.level} ${figure.teamKind}`;
    if (!parts.has(key)) parts.set(key, figure);
  }
  return [...parts.values()];
}

const isWhole = (figure: StatedFigure) => figure.level === null && figure.teamKind === null;

/** Enterprise teams or youth squads alone are not all teams. */
function sumOfKinds(parts: readonly StatedFigure[]): Total | null {
  const kinds = parts.filter((part) => part.level === null && part.teamKind !== null);
  const isTerritorial = kinds.some(
    (part) => part.teamKind === 'COMMUNITY' || part.teamKind === 'MERGED_DE_AN_06',
  );
  return isTerritorial ? totalFrom(kinds) : null;
}

/** The commune's own team alone is not all teams; nor are its members all members. Other counts simply add up. */
function sumOfLevels(
  parts: readonly StatedFigure[],
  levelsWithTeams: readonly (AdminLevel | null)[],
): Total | null {
  const levels = parts.filter((part) => part.level !== null && part.teamKind === null);
  const has = (level: AdminLevel) => levels.some((part) => part.level === level);
  const isOfTeams = levels.some((part) => isOf('TEAMS')(part) || isOf('MEMBERS')(part));
  const isComplete = has('VILLAGE') && levelsWithTeams.every((level) => level === null || has(level));
  return levels.length > 0 && (isComplete || !isOfTeams) ? totalFrom(levels) : null;
}

/** The latest figures by level and kind that a unit states for one indicator, without its overall total. */
export function statedBreakdown(stated: readonly StatedFigure[], indicatorCode: string): StatedFigure[] {
  const newest = new Map<string, StatedFigure>();
  for (const figure of stated.filter(isOf(indicatorCode))) {
    if (figure.level === null && figure.teamKind === null) continue;
    const key = `${figure.level} ${figure.teamKind}`;
    const known = newest.get(key);
    if (known === undefined || known.asOf < figure.asOf) newest.set(key, figure);
  }
  const day = latest([...newest.values()]);
  return [...newest.values()].filter((figure) => figure.asOf === day);
}

function totalFrom(parts: StatedFigure[]): Total {
  return {
    value: parts.reduce((sum, part) => sum + part.value, 0),
    qualifier: weakestQualifier(parts.map((part) => part.qualifier)),
    asOf: latest(parts),
    parts,
  };
}

const isOf = (indicatorCode: string) => (figure: StatedFigure) => figure.indicatorCode === indicatorCode;

function latest(figures: readonly StatedFigure[]): string {
  return (
    figures
      .map((figure) => figure.asOf)
      .sort()
      .at(-1) ?? ''
  );
}
