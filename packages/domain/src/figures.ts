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
 * What a unit states about itself for one indicator: the total of its latest day that has one.
 * A total is stated as such, or it is the sum of the kinds, or of the levels, that are stated for that day.
 *
 * @param stated - figures of one unit, of any day and indicator
 * @returns `null` when the unit states no total: a part is not taken for the whole
 */
export function statedTotal(stated: readonly StatedFigure[], indicatorCode: string): Total | null {
  const days = [...new Set(stated.filter(isOf(indicatorCode)).map((figure) => figure.asOf))].sort().reverse();
  for (const day of days) {
    const total = totalOfDay(stated, indicatorCode, day);
    if (total !== null) return total;
  }
  return null;
}

function totalOfDay(stated: readonly StatedFigure[], indicatorCode: string, day: string): Total | null {
  const figures = stated.filter((figure) => isOf(indicatorCode)(figure) && figure.asOf === day);
  const whole = figures.find((figure) => figure.level === null && figure.teamKind === null);
  if (whole !== undefined) return totalFrom([whole]);
  const kinds = figures.filter((figure) => figure.level === null);
  if (kinds.length > 0) return totalFrom(kinds);
  const levels = figures.filter((figure) => figure.teamKind === null);
  // Members of the commune team alone are not the members of a commune that has hamlet teams as well.
  const levelsWithTeams = stated.filter(isOf('TEAMS')).map((figure) => figure.level);
  const isComplete = levelsWithTeams.every(
    (level) => level === null || levels.some((part) => part.level === level),
  );
  return levels.length > 0 && isComplete ? totalFrom(levels) : null;
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
