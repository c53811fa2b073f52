import { outboxError } from '../errors.ts';
import type { OutboxStorage } from './outbox-storage.ts';

/** What is used of `localStorage`. */
export type WebStorage = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** In `localStorage`, or whatever is like it: about 5 MB for all of an origin. */
export function webStorage(storage: WebStorage = globalThis.localStorage): OutboxStorage {
  return {
    async readAll(prefix) {
      const names = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      const texts = new Map<string, string>();
      for (const name of names) {
        const text = name?.startsWith(prefix) ? storage.getItem(name) : null;
        // Another tab may have removed it since its name was read.
        if (name !== null && text !== null) texts.set(name, text);
      }
      return { texts, lost: [] };
    },
    async write(name, text) {
      storage.setItem(name, text);
      // Some browsers take everything in a private window and keep nothing.
      if (storage.getItem(name) !== text) throw outboxError('OUTBOX_STORAGE');
    },
    async remove(name) {
      storage.removeItem(name);
    },
  };
}
