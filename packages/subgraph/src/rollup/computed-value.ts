import {
  activitiesUnallocated,
  type ComputedMeasure,
  countsUnknown,
  type Qualifier,
  registeredUnallocated,
  type Warning,
} from '@cnscd/domain';
import type { IndicatorRow } from '../entities/rows.ts';
import type { ActivityCounts, ComputedRegion } from './computed-in-regions.ts';
import type { RegisteredRow } from './registered-in-regions.ts';

/** What verified activities give for an indicator. */
export interface ComputedValue {
  value: number;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  /** Active teams ÷ teams that worked in the period. */
  completeness: number;
}

/** What is counted in a region. */
export interface CountedFacts {
  /** What teams did. Null where the caller may not see inside the unit. */
  computed: ComputedRegion | null;
  /** What the register held. Null: nothing yet, or the time has not begun. */
  registered: RegisteredRow | null;
  /** Whether the first day is there. */
  hasBegun: boolean;
}

/** What an indicator is counted from. */
type Measured = Pick<IndicatorRow, 'measure' | 'denominatorMeasure' | 'topic' | 'unit'>;

/** A value, or null where there is none, and what a reader must know in either case. */
interface Counted<Value> {
  value: Value | null;
  warnings: Warning[];
}

const NOTHING = { value: null, warnings: [] };

/**
 * The indicator as verified activities give it. 0 only where there were teams that could have done something; null
 * where there were none, the period has not begun, nobody took the count, or the caller may not see inside the unit.
 */
export function computedOf(
  { computed, registered, hasBegun }: CountedFacts,
  indicator: Measured,
): Counted<ComputedValue> {
  const { measure, topic } = indicator;
  if (computed === null || measure === null || isOfRegister(measure)) return NOTHING;
  const { unallocatedActivities, activities, workingTeams } = computed;
  const unallocated = unallocatedActivities > 0 ? [activitiesUnallocated(unallocatedActivities)] : [];
  if (activities === 0 && (workingTeams === 0 || !hasBegun)) return { value: null, warnings: unallocated };

  const outcomes = computed.topics.filter((each) => topic === null || each.topic === topic);
  const sum = (count: keyof ActivityCounts) => outcomes.reduce((total, each) => total + each[count], 0);
  const { unknown, ...counted } =
    indicator.denominatorMeasure === null
      ? countOf(measure, { computed, topic, sum })
      : rateOf(measure, { computed, sum, scale: indicator.unit === 'PERCENT' ? 100 : 1 });
  // A share of teams leaves out those of which nobody can say whether they are here.
  const leftOut = indicator.denominatorMeasure === 'TEAMS' ? (registered?.unallocatedTeams ?? 0) : 0;
  const warnings = [
    ...(unknown > 0 ? [countsUnknown(unknown)] : []),
    ...unallocated,
    ...(leftOut > 0 ? [registeredUnallocated(leftOut)] : []),
  ];
  if (counted.value === null) return { value: null, warnings };
  return {
    value: { ...counted, value: counted.value, completeness: activeShare(computed) },
    warnings,
  };
}

/**
 * The indicator as the register gives it on the last day of the period, or today where that is earlier. Null where all
 * there is lies in the unit only partly: that is not none.
 */
export function registeredOf(
  { registered }: Pick<CountedFacts, 'registered'>,
  { measure }: Pick<Measured, 'measure'>,
): Counted<number> {
  if (registered === null || measure === null || !isOfRegister(measure)) return NOTHING;
  const { teams, members, unallocatedTeams } = registered;
  const isUncountable = teams === 0 && unallocatedTeams > 0;
  return {
    value: isUncountable ? null : measure === 'TEAMS' ? teams : members,
    warnings: unallocatedTeams > 0 ? [registeredUnallocated(unallocatedTeams)] : [],
  };
}

const isOfRegister = (measure: ComputedMeasure) => measure === 'TEAMS' || measure === 'MEMBERS';

interface Result extends Omit<ComputedValue, 'value' | 'completeness'> {
  value: number | null;
  /** Outcomes without the count. */
  unknown: number;
}

interface Facts {
  computed: ComputedRegion;
  /** Adds up a count of the outcomes. */
  sum: (count: keyof ActivityCounts) => number;
}

function countOf(
  measure: ComputedMeasure,
  { computed, topic, sum }: Facts & Pick<IndicatorRow, 'topic'>,
): Result {
  const exact = { numerator: null, denominator: null, qualifier: 'EXACT', unknown: 0 } as const;
  if (measure === 'VERIFIED_ACTIVITIES') {
    return { ...exact, value: topic === null ? computed.activities : sum('activities') };
  }
  const counts = PEOPLE[measure];
  if (counts === undefined) return { ...exact, value: computed.activeTeams };
  const [people, unknown] = [sum(counts.people), sum(counts.unknown)];
  const isKnown = unknown === 0 || unknown < sum('activities');
  return { ...exact, value: isKnown ? people : null, qualifier: unknown > 0 ? 'AT_LEAST' : 'EXACT', unknown };
}

const PEOPLE: Partial<Record<ComputedMeasure, Record<'people' | 'unknown', keyof ActivityCounts>>> = {
  REACHED: { people: 'reached', unknown: 'reachedUnknown' },
  ASSISTED: { people: 'assisted', unknown: 'assistedUnknown' },
  SUCCEEDED: { people: 'succeeded', unknown: 'succeededUnknown' },
};

/** Of the two rates that there are, the parts of which belong together: both known, or of the same teams. */
function rateOf(measure: ComputedMeasure, { computed, sum, scale }: Facts & { scale: number }): Result {
  const isOfTeams = measure === 'ACTIVE_TEAMS';
  const numerator = isOfTeams ? computed.activeTeams : sum('succeededRated');
  const denominator = isOfTeams ? computed.workingTeams : sum('assistedRated');
  const unknown = isOfTeams ? 0 : Math.max(sum('assistedUnknown'), sum('succeededUnknown'));
  const value = denominator === 0 ? null : (numerator / denominator) * scale;
  return { value, numerator, denominator, qualifier: unknown > 0 ? 'ABOUT' : 'EXACT', unknown };
}

/** Teams that ended before their last activity may make more active ones than there were. */
const activeShare = ({ activeTeams, workingTeams }: ComputedRegion) =>
  workingTeams === 0 ? 1 : Math.min(1, activeTeams / workingTeams);
