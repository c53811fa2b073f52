// The public names of @cnscd/sdk/outbox.
export {
  type ChangeOptions,
  createOutbox,
  type EnqueuedInput,
  type Outbox,
  type OutboxOptions,
} from './create-outbox.ts';
export { exportOutbox, importOutbox, type OutboxPlace } from './outbox-text.ts';
export type { OutboxField, OutboxProblem } from './record.ts';
export type { OutboxTransport } from './round.ts';
export type { OutboxStatus, QueuedWrite } from './status.ts';
export { type IndexedDbStorageOptions, indexedDbStorage } from './storage/indexed-db-storage.ts';
export { type MemoryStorageOptions, memoryStorage } from './storage/memory-storage.ts';
export type { OutboxStorage, StoredTexts } from './storage/outbox-storage.ts';
export { type WebStorage, webStorage } from './storage/web-storage.ts';
export { type ZaloNativeStorage, zaloStorage } from './storage/zalo-storage.ts';
export type { Locks } from './turns.ts';
export type { OutboxPauseReason } from './verdict.ts';
