import {
  type Unit,
  UnitDocument,
  type UnitInList,
  UnitsDocument,
  type UnitsVariables,
  type UnitVariables,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import type { RequestOptions, Send } from '../send.ts';
import { stated } from '../stated.ts';

export type UnitFilter = Omit<UnitsVariables, 'first' | 'after'>;

/**
 * Administrative units that stand on a day, by name.
 *
 * Errors: `SEARCH_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`.
 */
export interface Units extends Listing<UnitFilter, UnitInList> {
  /**
   * The unit that bears a code on a day, today by default, with what it came from and what it went into.
   *
   * @throws {CnscdError} `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`
   */
  get(unit: UnitVariables, options?: RequestOptions): Promise<Unit>;
}

export function unitsOf(send: Send): Units {
  return {
    ...listing(async (filter, options) => (await send(UnitsDocument, filter, options)).adminUnits),
    get: async (unit, options) => stated((await send(UnitDocument, unit, options)).adminUnit, 'adminUnit'),
  };
}
