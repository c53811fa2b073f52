import {
  memoryStorage,
  type OutboxStorage,
  type WebStorage,
  webStorage,
  type ZaloNativeStorage,
  zaloStorage,
} from '../../packages/sdk/src/outbox/index.ts';

/** Characters that the storage of a device has room for. It may change while a tab is open. */
export interface Room {
  characters: number;
}

export const STORAGE_KINDS = ['MEMORY', 'LOCAL_STORAGE', 'ZALO'] as const;
export type StorageKind = (typeof STORAGE_KINDS)[number];

/** One of the storages of the SDK on what a device keeps. IndexedDB has a real browser: browser.test.ts. */
export function deviceStorage(kind: StorageKind, texts: Map<string, string>, room: Room): OutboxStorage {
  switch (kind) {
    case 'MEMORY':
      return {
        ...memoryStorage({ texts }),
        write: (name, text) => memoryStorage({ texts, limitCharacters: room.characters }).write(name, text),
      };
    case 'LOCAL_STORAGE':
      return webStorage(localStorageOf(texts, room));
    case 'ZALO':
      return zaloStorage(nativeStorageOf(texts, room));
    default:
      return kind satisfies never;
  }
}

const usedBy = (texts: ReadonlyMap<string, string>) =>
  [...texts].reduce((sum, [name, text]) => sum + name.length + text.length, 0);

const localStorageOf = (texts: Map<string, string>, room: Room): WebStorage => ({
  get length() {
    return texts.size;
  },
  key: (index) => [...texts.keys()][index] ?? null,
  getItem: (name) => texts.get(name) ?? null,
  setItem(name, text) {
    const before = texts.get(name);
    const growth = text.length - (before?.length ?? -name.length);
    if (growth > 0 && usedBy(texts) + growth > room.characters)
      throw new DOMException('full', 'QuotaExceededError');
    texts.set(name, text);
  },
  removeItem: (name) => void texts.delete(name),
});

/** Room is taken for kB as Zalo counts them. Its own deletions have their place in the tests of the storage. */
const nativeStorageOf = (texts: Map<string, string>, room: Room): ZaloNativeStorage => ({
  getItem: (name) => texts.get(name) ?? null,
  setItem: (name, text) => void texts.set(name, text),
  removeItem: (name) => void texts.delete(name),
  getStorageInfo: () => ({ currentSize: usedBy(texts) / 512, limitSize: room.characters / 512 }),
});
