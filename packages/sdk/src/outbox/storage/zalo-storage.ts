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

/** The share of the limit that is never passed, because Zalo makes room by deleting what is oldest. */
const MOST_RATIO = 0.8;

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
export function zaloStorage(native: ZaloNativeStorage): OutboxStorage {
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
  const remove = (name: string) => {
    const { sequence, names } = readIndex();
    // Killed in between, a text without a name is nothing; a name without its text would be a loss.
    writeIndex({ sequence, names: names.filter((each) => each !== name) });
    native.removeItem(name);
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
      const { sequence, names } = readIndex();
      const before = native.getItem(name) || '';
      const isNew = !names.includes(name);
      const growth = text.length - before.length + (isNew ? name.length * 3 : 0);
      const { currentSize, limitSize } = native.getStorageInfo();
      // Nobody says how characters are stored: two bytes is the most that is usual.
      const isTooMuch = currentSize + growth / 512 > limitSize * MOST_RATIO;
      if (growth > 0 && isTooMuch) throw outboxError('OUTBOX_FULL');
      try {
        native.setItem(name, text);
        if (isNew) writeIndex({ sequence, names: [...names, name] });
      } catch (cause) {
        // Whoever is told that it was not kept will write it again.
        if (before) native.setItem(name, before);
        else native.removeItem(name);
        if (isNew) remove(name);
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
