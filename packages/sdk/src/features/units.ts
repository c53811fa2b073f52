import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  EstablishVillageDocument,
  type EstablishVillageInput,
  type Merger,
  MergeUnitsDocument,
  type MergeUnitsInput,
  UncoveredVillagesDocument,
  type UncoveredVillagesResult,
  type UncoveredVillagesVariables,
  type Unit,
  UnitDocument,
  type UnitInList,
  UnitsDocument,
  type UnitsVariables,
  type UnitVariables,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import { type Keyed, withId } from '../write.ts';

export type UnitFilter = Omit<UnitsVariables, 'first' | 'after'>;
export type UncoveredFilter = Omit<UncoveredVillagesVariables, 'first' | 'after'>;

/** A village that nobody looks after. */
export type UncoveredVillage = UncoveredVillagesResult['uncoveredVillages']['nodes'][number];

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
  /** Villages of a unit that no member looks after. For officers. Errors: `SIGN_IN_REQUIRED`, `UNIT_NOT_FOUND`. */
  uncoveredVillages: Listing<UncoveredFilter, UncoveredVillage>;
  /**
   * A village that no official list has, so that a team can be founded in it. For officers of the commune.
   *
   * @throws {CnscdError} `UNIT_NOT_FOUND`, `UNIT_EXISTS`, `NOT_PERMITTED`, `TEXT_INVALID`
   */
  establishVillage(village: Keyed<EstablishVillageInput>, options?: RequestOptions): Promise<UnitInList>;
  /**
   * Units become one from a day on, or with `dryRun` only what would happen. For administrators. See
   * `client.mergers.undo`.
   *
   * @throws {CnscdError} `UNIT_NOT_FOUND`, `UNIT_EXISTS`, `MERGER_INVALID`, `NOT_PERMITTED`
   */
  merge(units: Keyed<MergeUnitsInput>, options?: RequestOptions): Promise<Merger>;
}

export function unitsOf({ query: send, write }: Connection): Units {
  return {
    ...listing(async (filter, options) => (await send(UnitsDocument, filter, options)).adminUnits),
    get: async (unit, options) => stated((await send(UnitDocument, unit, options)).adminUnit, 'adminUnit'),
    uncoveredVillages: listing(
      async (filter, options) => (await send(UncoveredVillagesDocument, filter, options)).uncoveredVillages,
    ),
    establishVillage: (village, options) =>
      write(EstablishVillageDocument, 'establishVillage', village, options),
    merge: (units, options) => write(MergeUnitsDocument, 'mergeUnits', withId(units), options),
  };
}
