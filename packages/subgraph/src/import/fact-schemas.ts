import {
  AFFILIATIONS,
  COMPARATORS,
  MEASURE_UNITS,
  REQUIREMENTS,
  SEVERITIES,
  UNIT_KINDS,
} from '@cnscd/domain';
import { z } from 'zod';
import {
  count,
  day,
  identifier,
  level,
  place,
  plainNumber,
  reportingPeriod,
  statedNumber,
  teamKind,
  words,
} from './fields.ts';

// What a province's file may state, section by section; what teams are given is in means-schemas.ts. `data/provinces/quang-tri.yaml` explains the writing.

/** Where statements come from, by id. */
export const sourceSchema = z.strictObject({
  title: words,
  publisher: words.optional(),
  publishedOn: day.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  note: words.optional(),
});

/** A village, hamlet or quarter, which has no official code: the file gives it an id. */
export const villageSchema = z.strictObject({
  id: identifier,
  kind: z.enum(UNIT_KINDS),
  /** The name without its kind: "Tà Lang", "15". */
  name: words,
  aliases: z.array(words).default([]),
  /** Code of the commune that it belongs to on that day. */
  commune: identifier,
  day,
  source: identifier,
});

export const decisionSchema = z.strictObject({
  ...place,
  id: identifier,
  number: words,
  title: words,
  issuer: words,
  issuedOn: day.optional(),
  effectiveOn: day.optional(),
  source: identifier.optional(),
});

/** One statement of a source; each of its values is a figure. */
export const statementSchema = z.strictObject({
  ...place,
  period: reportingPeriod.optional(),
  source: identifier,
  statement: words,
  values: z.array(z.unknown()),
});

export const figureSchema = z.strictObject({
  indicator: words,
  level: level.optional(),
  kind: teamKind.optional(),
  value: statedNumber,
  /** The upper end of a range. */
  max: plainNumber.optional(),
  numerator: plainNumber.optional(),
  denominator: plainNumber.optional(),
  /** The change that the source states beside the value; up in rank is positive. */
  change: plainNumber.optional(),
  target: words.optional(),
});

export const targetSchema = z.strictObject({
  ...place,
  code: identifier,
  indicator: words,
  level: level.optional(),
  period: reportingPeriod,
  comparator: z.enum(COMPARATORS),
  value: plainNumber.optional(),
  /** UNKNOWN where the source leaves it out: it is never guessed. */
  measureUnit: z.enum(MEASURE_UNITS),
  readings: z.array(plainNumber).default([]),
  statement: words,
  source: identifier,
});

export const ruleSchema = z.strictObject({
  ...place,
  code: identifier,
  level: level.optional(),
  kind: teamKind.optional(),
  requirement: z.enum(REQUIREMENTS),
  min: count.optional(),
  max: count.optional(),
  affiliation: z.enum(AFFILIATIONS).optional(),
  severity: z.enum(SEVERITIES).default('WARNING'),
  validFrom: day.optional(),
  validTo: day.optional(),
  statement: words,
  source: identifier,
});
