import type { LocalDate, UnitLinkKind } from '@cnscd/domain';
import type { UnitRow } from '../../entities/rows.ts';

/** A unit that becomes part of another, and how. */
export interface MergedUnit {
  unit: UnitRow;
  kind: UnitLinkKind;
}

/** A merger of units that may be written. */
export interface UnitMerger {
  from: MergedUnit[];
  /** The unit that comes of it. */
  made: UnitRow;
  effectiveOn: LocalDate;
  sourceId: string;
}
