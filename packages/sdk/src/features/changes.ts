import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  type ChangePage,
  ChangesDocument,
  type ChangesVariables,
  HistoryDocument,
  type HistoryEntry,
  type HistoryVariables,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';

export type HistoryFilter = Omit<HistoryVariables, 'first' | 'after'>;

/** What changed, for devices that keep a copy, and who changed what, for those who answer for it. */
export interface Changes {
  /**
   * Changes that the caller may see, in the order of the server, after the `cursor` of the page before; deletions too.
   *
   * @throws {CnscdError} `SIGN_IN_REQUIRED`, `CURSOR_INVALID`, `PAGE_SIZE_INVALID`
   */
  since(page: ChangesVariables, options?: RequestOptions): Promise<ChangePage>;
  /** Who changed one thing, when, from what to what and why. Errors: `SIGN_IN_REQUIRED`, `NOT_PERMITTED`. */
  history: Listing<HistoryFilter, HistoryEntry>;
}

export function changesOf({ query: send }: Connection): Changes {
  return {
    since: async (page, options) => (await send(ChangesDocument, page, options)).changes,
    history: listing(async (filter, options) => (await send(HistoryDocument, filter, options)).history),
  };
}
