import { outboxError } from '../errors.ts';
import type { OutboxStorage } from './outbox-storage.ts';

export interface MemoryStorageOptions {
  /** What it holds: give the same map to two storages, and they are two tabs of one device. */
  texts?: Map<string, string>;
  /** Characters of names and texts that there is room for. @defaultValue no limit */
  limitCharacters?: number;
}

/** Forgets everything when the page is closed: for tests, and where a device gives nothing better. */
export function memoryStorage(options: MemoryStorageOptions = {}): OutboxStorage {
  const { texts = new Map(), limitCharacters = Number.POSITIVE_INFINITY } = options;
  const roomOf = (name: string, text = texts.get(name)) =>
    text === undefined ? 0 : name.length + text.length;
  return {
    async readAll(prefix) {
      return { texts: new Map([...texts].filter(([name]) => name.startsWith(prefix))), lost: [] };
    },
    async write(name, text) {
      const others = [...texts.keys()].reduce((sum, other) => sum + (other === name ? 0 : roomOf(other)), 0);
      if (others + roomOf(name, text) > limitCharacters) throw outboxError('OUTBOX_FULL');
      texts.set(name, text);
    },
    async remove(name) {
      texts.delete(name);
    },
  };
}
