import {
  joinReportNumbers,
  type LocalDate,
  NO_NUMBER,
  type Qualifier,
  type ReportNumber,
  type ReportOrigin,
  ratioPartsMissing,
  unitsNotReporting,
  type Warning,
  weakestQualifier,
} from '@cnscd/domain';
import type { IndicatorRow } from '../../entities/rows.ts';
import { type CountedFacts, computedOf, registeredOf } from '../../rollup/computed-value.ts';
import type { LineRow, ValuePart } from '../report-rows.ts';
import type { ApprovedNumber, Predecessor, ReportBelow } from './reports-below.ts';
import { type FiguresByUnit, statedOf } from './stated-figures.ts';

/** A number with what a reader must know of it. */
interface Filled extends ReportNumber {
  qualifier: Qualifier;
  completeness: number;
  warnings: Warning[];
}

/** A value as it is filled into a report. */
export interface FilledValue extends Filled {
  origin: ReportOrigin;
  own: number | null;
  parts: ValuePart[];
}

/** A stretch of the period in which another unit, or this one, had the place. */
export interface Piece {
  unitId: string;
  unitName: string;
  from: LocalDate;
  to: LocalDate;
  counted: CountedFacts;
  /** What it went into the reporting unit with; null for that unit itself. */
  predecessor: Predecessor | null;
}

/** Everything that the values of a report are made of. */
export interface ReportFacts {
  unitId: string;
  /** What the register and the activities of the unit give for all of its part of the period. */
  whole: CountedFacts;
  /** Stretches before and after a merger. Empty where the unit stood all the time. */
  pieces: readonly Piece[];
  /** Units that should report to it. Empty: nobody does. */
  below: readonly ReportBelow[];
  /** What teams of the unit itself add, that are of none below. */
  rest: CountedFacts;
  figures: FiguresByUnit;
}

/**
 * The value of a line: gathered from the approved reports below, and of what the unit itself adds; where nobody
 * reports below, from its own register, activities and figures. What is missing is null.
 */
export function fillLine(line: LineRow, indicator: IndicatorRow, facts: ReportFacts): FilledValue {
  const parts = facts.pieces.map((piece) => partOf(piece, line, indicator, facts));
  const own = ownOf(line, indicator, facts, parts);
  const shown = parts.map(({ number, ...part }) => part);
  const gathered = gatheredOf(line, indicator, facts);
  if (gathered !== null) return { ...gathered, origin: 'CHILDREN', own: own.value, parts: shown };
  const warnings = [...own.warnings, ...unjoined(line, indicator, facts)];
  return { ...own, warnings, origin: line.origin, own: own.value, parts: shown };
}

/** That rates were reported below, and the unit's own stands all the same, because they cannot be joined. */
function unjoined({ code }: LineRow, { aggregation }: IndicatorRow, { below }: ReportFacts): Warning[] {
  if (aggregation !== 'RATIO_OF_SUMS') return [];
  const known = below.flatMap(({ values }) => numberOf(values, code) ?? []);
  const bare = known.filter(({ value, denominator }) => value !== null && denominator === null);
  return bare.length === 0 ? [] : [ratioPartsMissing(bare.length)];
}

const MISSING: Filled = { ...NO_NUMBER, qualifier: 'EXACT', completeness: 0, warnings: [] };

/** What a register, activities or figures give, by where the line is from. */
function countedOf(line: LineRow, indicator: IndicatorRow, facts: CountedFacts): Filled {
  if (line.origin === 'REGISTERED') {
    const { value, warnings } = registeredOf(facts, indicator);
    return { ...MISSING, value, completeness: value === null ? 0 : 1, warnings };
  }
  const { value: computed, warnings } = computedOf(facts, indicator);
  return computed === null ? { ...MISSING, warnings } : { ...computed, warnings };
}

function measuredOf(unitId: string, indicator: IndicatorRow, figures: FiguresByUnit): Filled {
  const total = statedOf(figures, unitId, indicator);
  if (total === null) return MISSING;
  const [only, ...others] = total.parts;
  const isOne = only !== undefined && others.length === 0;
  return {
    ...MISSING,
    ...{ value: total.value, qualifier: total.qualifier, completeness: 1 },
    ...(isOne ? { numerator: only.numerator, denominator: only.denominator } : {}),
  };
}

interface PartNumber extends ValuePart {
  number: ReportNumber;
}

/** What a unit contributed for its stretch: as its approved report says, or else as it is counted. */
function partOf(piece: Piece, line: LineRow, indicator: IndicatorRow, { figures }: ReportFacts): PartNumber {
  const { unitId, unitName, from, to, predecessor } = piece;
  const reported = predecessor === null ? undefined : numberOf(predecessor.values, line.code);
  const number =
    reported ??
    (line.origin === 'MEASURED'
      ? measuredOf(unitId, indicator, figures)
      : countedOf(line, indicator, piece.counted));
  const reportId = reported === undefined ? null : (predecessor?.reportId ?? null);
  return { unitId, unitName, from, to, value: number.value, reportId, number: bare(number) };
}

const bare = ({ value, numerator, denominator }: ReportNumber): ReportNumber => ({
  value,
  numerator,
  denominator,
});

const numberOf = (values: readonly ApprovedNumber[], code: string) =>
  values.find((value) => value.code === code);

/**
 * What the unit itself has. Where a former unit answered for its stretch, that stands for it: what happened in
 * stretches adds up; teams that worked in several of them, and what stands on a day, do not.
 */
function ownOf(
  line: LineRow,
  indicator: IndicatorRow,
  { unitId, whole, figures }: ReportFacts,
  parts: readonly PartNumber[],
): Filled {
  if (line.origin === 'MEASURED') return measuredOf(unitId, indicator, figures);
  const counted = countedOf(line, indicator, whole);
  const isAnswered = parts.some(({ reportId }) => reportId !== null);
  if (!isAnswered || !addsUpOverTime(indicator)) return counted;
  return {
    ...counted,
    ...joinReportNumbers(
      parts.map(({ number }) => number),
      indicator,
    ),
  };
}

const NOT_OVER_TIME: readonly (string | null)[] = ['ACTIVE_TEAMS', 'TEAMS', 'MEMBERS'];

const addsUpOverTime = ({ measure, aggregation }: IndicatorRow) =>
  !NOT_OVER_TIME.includes(measure) && (aggregation === 'SUM' || aggregation === 'RATIO_OF_SUMS');

/** What the reports below give together, with what the unit adds itself; null where none of them has a value. */
function gatheredOf(line: LineRow, indicator: IndicatorRow, { below, rest }: ReportFacts): Filled | null {
  const known = below
    .flatMap(({ values }) => numberOf(values, line.code) ?? [])
    .filter(({ value }) => value !== null);
  if (known.length === 0) return null;
  const added = line.origin === 'MEASURED' ? MISSING : countedOf(line, indicator, rest);
  const silent = below.length - known.length;
  const joined = joinReportNumbers([...known, added], indicator);
  if (joined.value === null) return null;
  return {
    ...joined,
    qualifier: weakestQualifier([
      ...known.map(({ qualifier }) => qualifier),
      ...(added.value === null ? [] : [added.qualifier]),
    ]),
    completeness: known.length / below.length,
    warnings: silent > 0 ? [unitsNotReporting(silent, below.length)] : [],
  };
}
