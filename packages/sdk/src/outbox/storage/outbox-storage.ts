/** What a storage holds under names that begin alike. */
export interface StoredTexts {
  /** By name, in no particular order. */
  texts: ReadonlyMap<string, string>;
  /** Names of what was kept and is gone although nobody removed it. */
  lost: readonly string[];
}

/**
 * Where an outbox keeps its records: texts by name, shared by all tabs of a device. Each operation stands alone: a write
 * is there as a whole or not at all, whatever happens to the device, and leaves all else as it was.
 */
export interface OutboxStorage {
  readAll(prefix: string): Promise<StoredTexts>;
  /**
   * Kept for good when it resolves; takes the place of what was there under the name. What it throws is told as
   * `OUTBOX_FULL` where its name speaks of a quota, and as `OUTBOX_STORAGE` otherwise.
   */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}
