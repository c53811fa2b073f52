import type { UnitSummary } from '@cnscd/sdk';
import { LiveBoard } from './live-board.tsx';
import { UnitTargets } from './unit-targets.tsx';
import { WaitingActivities } from './waiting-activities.tsx';

/** What there is to do for a unit: what teams sent is looked at, indicators are watched, targets set. */
export function UnitWork({ unit }: { unit: UnitSummary }) {
  // Officers look after units with a code; a village has none.
  if (unit.code === null) return null;
  return (
    <>
      <WaitingActivities unitCode={unit.code} />
      <LiveBoard unitCode={unit.code} />
      <UnitTargets unitCode={unit.code} />
    </>
  );
}
