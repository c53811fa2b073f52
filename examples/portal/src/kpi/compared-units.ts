import type { Qualifier } from '@cnscd/domain';
import type { KpiBoard, KpiValue, UnitName } from '@cnscd/sdk';

/** A figure with how sure it is. */
export interface Reading {
  value: number;
  qualifier: Qualifier;
}

/** A unit in two periods. Null: nothing is known of it. */
export interface ComparedUnit {
  unit: UnitName;
  now: Reading | null;
  /** `ANOTHER_UNIT`: what bore the code then was not this unit, and its figure says nothing about this one. */
  before: Reading | 'ANOTHER_UNIT' | null;
}

/** The units of a board beside themselves in another period. A code is no identity: 44 was Quảng Bình and is Quảng Trị. */
export function comparedUnits(now: KpiBoard, then: KpiBoard | null): ComparedUnit[] {
  const earlier = then?.rows[0]?.breakdown ?? [];
  return (now.rows[0]?.breakdown ?? []).map((value) => {
    const { unit } = value;
    const same = earlier.find((other) => other.unit.id === unit.id);
    const hasCode = unit.code !== null && earlier.some((other) => other.unit.code === unit.code);
    const before = same === undefined && hasCode ? 'ANOTHER_UNIT' : readingOf(same);
    return { unit, now: readingOf(value), before };
  });
}

function readingOf(figure: Pick<KpiValue, 'value' | 'qualifier'> | undefined): Reading | null {
  if (figure === undefined || figure.value === null) return null;
  const { value, qualifier } = figure;
  return { value, qualifier };
}
