import { digestOf } from '../digest.ts';
import { outboxError } from '../errors.ts';
import type { OutboxStorage } from './outbox-storage.ts';

/** What is used of `nativeStorage` of zmp-sdk/apis, which is given and not imported: it does not load outside Zalo. */
export interface ZaloNativeStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  /** In kB. */
  getStorageInfo(): { currentSize: number; limitSize: number };
}

export interface ZaloStorageOptions {
  /**
   * The share of the limit that is never passed, because Zalo makes room by deleting what is oldest.
   *
   * @defaultValue `0.8`
   */
  mostRatio?: number;
}

/** Names of what is kept, in two copies: whichever Zalo deletes, the other one says what is missing. */
const INDEX_NAMES = ['cnscd-outbox-index/0', 'cnscd-outbox-index/1'] as const;

interface Index {
  sequence: number;
  names: string[];
}

/**
 * In the native storage of Zalo: 5 MB, a cache that silently deletes its oldest entries when it is full. So nothing is
 * written near the limit, and an index tells what was deleted all the same.
 */
export function zaloStorage(native: ZaloNativeStorage, options: ZaloStorageOptions = {}): OutboxStorage {
  const { mostRatio = 0.8 } = options;
  const readIndex = (): Index =>
    INDEX_NAMES.map((name) => parseIndex(native.getItem(name))).reduce((one, other) =>
      one.sequence < other.sequence ? other : one,
    );
  const writeIndex = (index: Index) => {
    const text = JSON.stringify({ ...index, sequence: index.sequence + 1 });
    for (const name of INDEX_NAMES) {
      // Removed first: what is written anew is not the oldest.
      native.removeItem(name);
      native.setItem(name, digestOf(text) + text);
    }
  };
  const requireRoom = (characters: number) => {
    const { currentSize, limitSize } = native.getStorageInfo();
    // Nobody says how characters are stored: two bytes is the most that is usual.
    if (currentSize + (2 * characters) / 1024 > limitSize * mostRatio) throw outboxError('OUTBOX_FULL');
  };
  const remove = (name: string) => {
    const { sequence, names } = readIndex();
    try {
      // Killed in between, a text without a name is nothing; a name without its text would be a loss.
      writeIndex({ sequence, names: names.filter((each) => each !== name) });
    } finally {
      native.removeItem(name);
    }
  };
  return {
    async readAll(prefix) {
      const texts = new Map<string, string>();
      const lost: string[] = [];
      for (const name of readIndex().names.filter((each) => each.startsWith(prefix))) {
        const text = native.getItem(name);
        // Absent is null by its types, and an empty text in some of its versions.
        if (!text) lost.push(name);
        else texts.set(name, text);
      }
      return { texts, lost };
    },
    async write(name, text) {
      const index = readIndex();
      const before = native.getItem(name) || null;
      const isNew = !index.names.includes(name);
      const growth = text.length - (before?.length ?? 0) + (isNew ? name.length * 3 : 0);
      if (growth > 0) requireRoom(growth);
      try {
        native.setItem(name, text);
        if (isNew) writeIndex({ ...index, names: [...index.names, name] });
      } catch (cause) {
        // Whoever is told that it was not kept will write it again.
        if (before === null) remove(name);
        else native.setItem(name, before);
        throw outboxError('OUTBOX_FULL', { cause });
      }
      if (native.getItem(name) !== text) throw outboxError('OUTBOX_STORAGE');
    },
    async remove(name) {
      remove(name);
    },
  };
}

const NONE: Index = { sequence: 0, names: [] };

function parseIndex(text: string | null): Index {
  const body = (text ?? '').slice(8);
  // The cast: its digest says that it is what was written here.
  return text === digestOf(body) + body ? (JSON.parse(body) as Index) : NONE;
}
