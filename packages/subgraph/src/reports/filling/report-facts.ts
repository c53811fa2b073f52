import { addDays, type LocalDate, localDate, type Period, periodBounds } from '@cnscd/domain';
import type { Readable } from '../../database/client.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { type ComputedRegion, computedInRegions } from '../../rollup/computed-in-regions.ts';
import type { CountedFacts } from '../../rollup/computed-value.ts';
import type { RegisteredRow } from '../../rollup/registered-in-regions.ts';
import type { LineRow } from '../report-rows.ts';
import type { Piece, ReportFacts } from './fill-line.ts';
import { type Predecessor, predecessorsWithin, type ReportBelow, reportsBelow } from './reports-below.ts';
import { computedOfSpans, registeredOfSpans, type Span } from './spans.ts';
import { figuresOfPeriod } from './stated-figures.ts';

export interface FillQuestion {
  unit: Pick<UnitRow, 'id' | 'fullName' | 'validFrom' | 'validTo'>;
  templateCode: string;
  period: Period;
  /** The level that reports to the unit. Null: nobody does. */
  levelBelow: UnitRow['level'] | null;
  lines: readonly LineRow[];
  today: LocalDate;
}

/** The days of a period on which a unit stood. */
export interface Coverage {
  from: LocalDate;
  to: LocalDate;
}

/** The days of the period on which the unit stood; of a unit that came of a merger also those of what went into it. */
export function coverageOf({ validTo }: Pick<UnitRow, 'validTo'>, period: Period): Coverage {
  const { from, to } = periodBounds(period);
  return { from, to: validTo !== null && validTo < to ? localDate(validTo) : to };
}

/** Reads everything that a report is filled from: a fixed number of statements, however many units report below. */
export async function readReportFacts(reader: Readable, question: FillQuestion): Promise<ReportFacts> {
  const { unit, templateCode, period, levelBelow, lines, today } = question;
  const bounds = periodBounds(period);
  const about = { templateCode, period };
  const below =
    levelBelow === null
      ? []
      : await reportsBelow(reader, { ...about, parentId: unit.id, level: levelBelow, day: bounds.to });
  const predecessors = await predecessorsWithin(reader, { ...about, ...bounds, unitId: unit.id });
  const spans = spansOf(question, below, predecessors);
  const covers = coverageOf(unit, period);
  // The folded sums know whole periods: of a unit that ended on the way, the days are counted.
  const isWhole = covers.to === bounds.to;
  const counted = await computedOfSpans(
    reader,
    spans.filter(({ key }) => key !== WHOLE || !isWhole),
  );
  const [folded] = isWhole ? await computedInRegions(reader, [unit.id], period) : [];
  const registered = await registeredOfSpans(
    reader,
    spans.map((span) => ({ ...span, to: earlierOf(span.to, today) })),
  );
  const factsOf = (key: string): CountedFacts => ({
    computed: (key === WHOLE && folded !== undefined ? folded : counted.get(key)) ?? null,
    registered: registered.get(key) ?? null,
    hasBegun: true,
  });
  return {
    unitId: unit.id,
    whole: factsOf(WHOLE),
    rest: below.length === 0 ? NOTHING : factsOf(REST),
    below,
    pieces: piecesOf(question, predecessors).map((piece) => ({ ...piece, counted: factsOf(piece.unitId) })),
    figures: await figuresOfPeriod(reader, {
      unitIds: [unit.id, ...predecessors.map(({ unitId }) => unitId)],
      indicatorCodes: lines.map(({ indicatorCode }) => indicatorCode),
      ...{ period, ...bounds },
    }),
  };
}

/** The span of all that the unit covers, and of what its own teams add to those who report below. */
const [WHOLE, REST] = ['whole', 'rest'];

const NOTHING: { computed: ComputedRegion | null; registered: RegisteredRow | null; hasBegun: boolean } = {
  ...{ computed: null, registered: null, hasBegun: true },
};

function spansOf(
  question: FillQuestion,
  below: readonly ReportBelow[],
  predecessors: readonly Predecessor[],
): Span[] {
  const { unit, period } = question;
  const all = { regionId: unit.id, exceptIds: [], ...coverageOf(unit, period) };
  return [
    { ...all, key: WHOLE },
    ...(below.length === 0 ? [] : [{ ...all, key: REST, exceptIds: below.map(({ unitId }) => unitId) }]),
    ...piecesOf(question, predecessors).map(({ unitId, from, to }) => ({
      ...{ key: unitId, regionId: unitId, exceptIds: [], from, to },
    })),
  ];
}

/** Before and after a merger: each former unit until its last day, then the unit that came of them. */
function piecesOf(
  { unit, period }: FillQuestion,
  predecessors: readonly Predecessor[],
): Omit<Piece, 'counted'>[] {
  const { from, to } = coverageOf(unit, period);
  const last = predecessors
    .map(({ validTo }) => validTo)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  return [
    ...predecessors.map((predecessor) => ({
      ...{
        unitId: predecessor.unitId,
        unitName: predecessor.unitName,
        from,
        to: predecessor.validTo,
        predecessor,
      },
    })),
    {
      ...{ unitId: unit.id, unitName: unit.fullName, from: addDays(last, 1), to },
      predecessor: null,
    },
  ];
}

const earlierOf = (one: string, other: string) => (one < other ? one : other);
