import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import { type OutboxReport, ReplayOutboxDocument, type ReplayOutboxInput } from '../generated/operations.ts';

/** Writes that waited on a device until there was a connection. */
export interface OutboxReplay {
  /**
   * Sends up to 50 writes at once, each with the key under which it was made: what has arrived before is not done twice.
   * What became of each is in the report, nothing of it is thrown.
   *
   * @throws {CnscdError} `INPUT_INVALID` for none or over 50, `SIGN_IN_REQUIRED`, `TOKEN_INVALID`
   */
  replay(outbox: ReplayOutboxInput, options?: RequestOptions): Promise<OutboxReport>;
}

export function outboxOf({ writeAll }: Connection): OutboxReplay {
  return {
    replay: (outbox, options) => writeAll(ReplayOutboxDocument, 'replayOutbox', outbox, options),
  };
}
