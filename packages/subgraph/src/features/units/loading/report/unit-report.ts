import type { AdminLevel, Messages, UnitKind } from '@cnscd/domain';
import { NOTHING_WRITTEN, type WrittenRows } from '../write-units.ts';

/** What a load of units found: nothing is guessed, and nothing that does not fit is left out of the list. */
export interface UnitLoadReport {
  /** DEFAULT: what comes with the package. OFFICIAL_TABLES: files of the statistics office. */
  origin: 'DEFAULT' | 'OFFICIAL_TABLES';
  /** True when the same data had been loaded before, so that nothing was to be done. */
  isUnchanged: boolean;
  /** First day for which units are known. */
  knownFrom: string;
  files: { name: string; rows: number }[];
  written: WrittenRows;
  counts: UnitCount[];
  /** Communes that went into several on 2025-07-01, by links whose kind or words a source states. */
  splitCommunes: number;
  /** Where sources contradict one another, which one is used, and why. */
  disagreements: Disagreement[];
  /** Rows that could not be used as they are, and what was done with each. */
  findings: Finding[];
}

/** How many units stand on a day, and how many a source expects. */
export interface UnitCount {
  day: string;
  level: AdminLevel;
  /** Null: of all kinds. */
  kind: UnitKind | null;
  /** Null: in the whole country. */
  provinceCode: string | null;
  found: number;
  expected: number;
  /** Id of the source document that states `expected`. */
  sourceId: string;
  /** Why the number may not be found; null where nothing is known to speak against it. */
  note: Messages | null;
}

export interface Disagreement {
  /** Code and name as the npm package has them. */
  stated: string;
  /** Code and name as they are used. */
  used: string;
  reason: Messages;
  sourceId: string;
}

export interface Finding {
  category: FindingCategory;
  /** File or table, and the row in it as its readers count. */
  place: string;
  /** The unit or row in question, as the source writes it. */
  subject: string;
  /** What was done: null when the row was left out. */
  resolution: string | null;
}

export const FINDING_CATEGORIES = [
  'OLD_CODE_MISSING',
  'OLD_UNIT_MISSING',
  'OLD_UNIT_ENDED_EARLIER',
  'NEW_CODE_DISAGREES',
  'NEW_UNIT_UNKNOWN',
  'NAME_DISAGREES',
  'CODE_DISAGREES',
  'KIND_UNRECOGNISED',
  'KIND_DISAGREES',
  'PARENT_DISAGREES',
  'PARENT_UNKNOWN',
  'SPLIT_AS_WHOLE',
  'LINK_NOT_IN_TABLE',
  'NOT_IN_CONVERSION',
  'ROW_UNREADABLE',
] as const;
export type FindingCategory = (typeof FINDING_CATEGORIES)[number];

/** The report of a load that had been done before: what it found holds, nothing was written again. */
export function unchanged(report: UnitLoadReport): UnitLoadReport {
  return { ...report, isUnchanged: true, written: { ...NOTHING_WRITTEN } };
}

/** The counts in which what was found is not what the source states. */
export function mismatches(report: UnitLoadReport): UnitCount[] {
  return report.counts.filter((count) => count.found !== count.expected);
}
