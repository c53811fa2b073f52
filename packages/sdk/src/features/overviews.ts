import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import { type Overview, OverviewDocument, type OverviewVariables } from '../generated/operations.ts';
import { stated } from '../stated.ts';

/** Teams and members of a unit on a day: reported beside registered, with what contradicts. */
export interface Overviews {
  /**
   * @throws {CnscdError} `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`
   * @example
   * const { teams, warnings } = await client.overviews.get({ unitCode: '45', asOf: '2023-09-30' });
   */
  get(unit: OverviewVariables, options?: RequestOptions): Promise<Overview>;
}

export function overviewsOf({ query: send }: Connection): Overviews {
  return {
    get: async (unit, options) => stated((await send(OverviewDocument, unit, options)).overview, 'overview'),
  };
}
