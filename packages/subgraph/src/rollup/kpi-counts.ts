import { raw, type Sql } from 'sql-template-tag';

/** What is summed for a unit, a period and a topic, as columns of kpi_delta and kpi_rollup. */
const COUNTS = [
  'activities',
  'reached',
  'assisted',
  'succeeded',
  'assisted_rated',
  'succeeded_rated',
  'reached_unknown',
  'assisted_unknown',
  'succeeded_unknown',
] as const;

/** With the one count that is not in a delta: it follows from the deltas of each team. */
const SUMS = ['active_teams', ...COUNTS] as const;

const listed = (columns: readonly string[], write: (column: string) => string): Sql =>
  raw(columns.map(write).join(', '));

/** The counts of a delta, by name. */
export const counts: Sql = listed(COUNTS, (column) => column);

/** Their sums, under the same names. */
export const summedCounts: Sql = listed(COUNTS, (column) => `sum(${column})::bigint as ${column}`);

/** As many zeros, for a row that has only active teams. */
export const noCounts: Sql = listed(COUNTS, () => '0');

/** The columns of kpi_rollup behind its key. */
export const sums: Sql = listed(SUMS, (column) => column);

export const summedSums: Sql = listed(SUMS, (column) => `sum(${column})::bigint as ${column}`);

/** Sums over rows that add (sign 1) or take away (-1). */
export const signedSums: Sql = listed(SUMS, (column) => `sum(sign * ${column})::bigint as ${column}`);

/** For an upsert that adds to the row that is held. */
export const addedSums: Sql = listed(SUMS, (column) => `${column} = held.${column} + excluded.${column}`);

export const replacedSums: Sql = listed(SUMS, (column) => `${column} = excluded.${column}`);

/** Whether any sum of a row is not 0. */
export const anySum: Sql = raw(`(${SUMS.map((column) => `${column} <> 0`).join(' or ')})`);

/** The sums that are not 0 as one JSON object, for a report. */
export const sumsAsJson: Sql = raw(
  `jsonb_strip_nulls(jsonb_build_object(${SUMS.map((column) => `'${column}', nullif(${column}, 0)`).join(', ')}))`,
);
