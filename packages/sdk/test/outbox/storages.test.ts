import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  indexedDbStorage,
  memoryStorage,
  type OutboxStorage,
  type WebStorage,
  webStorage,
  zaloStorage,
} from '../../src/outbox/index.ts';
import { zaloNative } from '../support/zalo-native.ts';

/** What localStorage does, with room for so many characters. */
function localStorageLike(limitCharacters = 5000): WebStorage {
  const texts = new Map<string, string>();
  return {
    get length() {
      return texts.size;
    },
    key: (index) => [...texts.keys()][index] ?? null,
    getItem: (name) => texts.get(name) ?? null,
    setItem(name, text) {
      const others = [...texts].filter(([other]) => other !== name).flat();
      if (others.join('').length + name.length + text.length > limitCharacters)
        throw new DOMException('full', 'QuotaExceededError');
      texts.set(name, text);
    },
    removeItem: (name) => void texts.delete(name),
  };
}

let databases = 0;
const storages: [string, () => OutboxStorage][] = [
  ['memory', () => memoryStorage({ limitCharacters: 5000 })],
  ['localStorage', () => webStorage(localStorageLike())],
  ['IndexedDB', () => indexedDbStorage({ name: `outbox-${++databases}` })],
  ['Zalo', () => zaloStorage(zaloNative({ limitKb: 16 }))],
];

describe.each(storages)('the storage %s', (_, open) => {
  it('gives back what was written, under names that begin alike', async () => {
    const storage = open();
    await storage.write('a/1', 'một');
    await storage.write('a/2', 'hai');
    await storage.write('b/1', 'khác');
    await storage.write('a/1', 'một, sửa');
    await storage.remove('a/2');
    await storage.remove('a/3');
    const { texts, lost } = await storage.readAll('a/');
    expect([...texts]).toEqual([['a/1', 'một, sửa']]);
    expect(lost).toEqual([]);
  });
});

describe.each(storages.filter(([name]) => name !== 'IndexedDB'))('the storage %s', (_, open) => {
  it('refuses what does not fit, and keeps the rest', async () => {
    const storage = open();
    await storage.write('a/1', 'giữ');
    await expect(storage.write('a/2', 'x'.repeat(20_000))).rejects.toMatchObject({ code: 'OUTBOX_FULL' });
    const { texts, lost } = await storage.readAll('a/');
    expect([[...texts], lost]).toEqual([[['a/1', 'giữ']], []]);
  });
});

describe('localStorage', () => {
  it('that takes a text and keeps nothing is an error at once', async () => {
    const storage = webStorage({ ...localStorageLike(), setItem: () => {}, getItem: () => null });
    await expect(storage.write('a', 'x')).rejects.toMatchObject({ code: 'OUTBOX_STORAGE' });
  });
});

describe('IndexedDB', () => {
  it('is one for all tabs, and is opened again after somebody deleted it', async () => {
    const [one, other] = [indexedDbStorage({ name: 'shared' }), indexedDbStorage({ name: 'shared' })];
    await one.write('a', 'x');
    expect((await other.readAll('')).texts.get('a')).toBe('x');
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('shared');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
    await other.write('b', 'y');
    expect([...(await one.readAll('')).texts]).toEqual([['b', 'y']]);
  });

  it('that is full says so', async () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const full = indexedDbStorage({ name: 'full' }).write('a', 'x');
      await expect(full).rejects.toMatchObject({ code: 'OUTBOX_FULL' });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });
});

describe('the native storage of Zalo', () => {
  it('is never filled as far as to where it deletes what is oldest', async () => {
    const native = zaloNative({ limitKb: 64 });
    const storage = zaloStorage(native);
    const write = async () => {
      for (let count = 0; ; count++) await storage.write(`r/${count}`, 'x'.repeat(1000));
    };
    await expect(write()).rejects.toMatchObject({ code: 'OUTBOX_FULL' });
    expect(native.deleted).toEqual([]);
    expect(native.getStorageInfo().currentSize).toBeLessThan(0.85 * 64);
    // What makes room is always possible.
    await storage.remove('r/0');
    expect((await storage.readAll('r/')).lost).toEqual([]);
  });

  it('tells what was deleted all the same, because somebody else filled it', async () => {
    const native = zaloNative({ limitKb: 64 });
    const storage = zaloStorage(native);
    for (const name of ['r/1', 'r/2', 'r/3']) await storage.write(name, 'x'.repeat(2000));
    for (let count = 0; count < 6; count++) native.setItem(`else-${count}`, 'y'.repeat(4500));
    expect(native.deleted.length).toBeGreaterThan(0);
    const { texts, lost } = await storage.readAll('r/');
    expect(lost).toContain('r/1');
    expect([...texts.keys(), ...lost].sort()).toEqual(['r/1', 'r/2', 'r/3']);
    await storage.remove('r/1');
    expect((await storage.readAll('r/')).lost).not.toContain('r/1');
  });

  it.each([0, 1])('knows what it holds by either copy of its index: %i is gone', async (copy) => {
    const native = zaloNative({ limitKb: 64 });
    await zaloStorage(native).write('r/1', 'x');
    native.removeItem(`cnscd-outbox-index/${copy}`);
    expect([...(await zaloStorage(native).readAll('r/')).texts]).toEqual([['r/1', 'x']]);
  });

  it('does not lose a record that was damaged together with one copy of the index', async () => {
    const native = zaloNative({ limitKb: 64 });
    await zaloStorage(native).write('r/1', 'x');
    native.setItem('cnscd-outbox-index/0', 'hỏng');
    native.removeItem('r/1');
    expect((await zaloStorage(native).readAll('r/')).lost).toEqual(['r/1']);
  });
});
