import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  type Merger,
  MergerDocument,
  MergersDocument,
  type MergersVariables,
  UndoMergerDocument,
  type UndoMergerInput,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import type { Keyed } from '../write.ts';

export type MergerFilter = Omit<MergersVariables, 'first' | 'after'>;

/** What was put together or taken apart: teams, records of people, units. Errors: `UNIT_NOT_FOUND`, `NOT_PERMITTED`. */
export interface Mergers extends Listing<MergerFilter, Merger> {
  /** @throws {CnscdError} `MERGER_NOT_FOUND` */
  get(merger: { id: string }, options?: RequestOptions): Promise<Merger>;
  /**
   * Puts everything back as it was, to the row.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `UNDO_BLOCKED` where something changed since, `UNDO_EXPIRED`, `MERGER_NOT_FOUND`, `NOT_PERMITTED`
   */
  undo(merger: Keyed<UndoMergerInput>, options?: RequestOptions): Promise<Merger>;
}

export function mergersOf({ query: send, write }: Connection): Mergers {
  return {
    ...listing(async (filter, options) => (await send(MergersDocument, filter, options)).mergers),
    get: async (merger, options) => stated((await send(MergerDocument, merger, options)).merger, 'merger'),
    undo: (merger, options) => write(UndoMergerDocument, 'undoMerger', merger, options),
  };
}
