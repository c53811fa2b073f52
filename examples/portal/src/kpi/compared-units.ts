import type { KpiBoard, UnitName } from '@cnscd/sdk';

/** A unit in two periods. Null: nothing is known of it. */
export interface ComparedUnit {
  unit: UnitName;
  now: number | null;
  before: number | null;
}

/** The units of a board beside themselves in another period, by code, as a unit keeps it while it stands. */
export function comparedUnits(now: KpiBoard, then: KpiBoard | null): ComparedUnit[] {
  const earlier = then?.rows[0]?.breakdown ?? [];
  return (now.rows[0]?.breakdown ?? []).map(({ unit, value }) => ({
    unit,
    now: value,
    before: earlier.find((other) => other.unit.code === unit.code)?.value ?? null,
  }));
}
