import {
  type Merger,
  MergerDocument,
  MergersDocument,
  type MergersVariables,
  UndoMergerDocument,
  type UndoMergerInput,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import type { RequestOptions, Send } from '../send.ts';
import { stated } from '../stated.ts';
import type { Keyed, Write } from '../write.ts';

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

export function mergersOf(send: Send, write: Write): Mergers {
  return {
    ...listing(async (filter, options) => (await send(MergersDocument, filter, options)).mergers),
    get: async (merger, options) => stated((await send(MergerDocument, merger, options)).merger, 'merger'),
    undo: (merger, options) => write(UndoMergerDocument, 'undoMerger', merger, options),
  };
}
