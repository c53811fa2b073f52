import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { withOwnErrors } from '../../src/outbox/errors.ts';
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
  ['localStorage', () => withOwnErrors(webStorage(localStorageLike()))],
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

  it('opens a connection again that died without a word', async () => {
    const storage = indexedDbStorage({ name: 'dead' });
    await storage.write('a', 'x');
    const begin = IDBDatabase.prototype.transaction;
    let deaths = 1;
    IDBDatabase.prototype.transaction = function (...given) {
      if (deaths-- > 0) throw new DOMException('closed', 'InvalidStateError');
      return begin.apply(this, given);
    };
    try {
      expect((await storage.readAll('')).texts.get('a')).toBe('x');
    } finally {
      IDBDatabase.prototype.transaction = begin;
    }
  });

  it('that is full says so', async () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      const full = withOwnErrors(indexedDbStorage({ name: 'full' })).write('a', 'x');
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

  it('has no room for a longer text in place of a short one, where Zalo would delete for it', async () => {
    const native = zaloNative({ limitKb: 64 });
    const storage = zaloStorage(native);
    for (let count = 0; count < 10; count++) await storage.write(`r/${count}`, 'x'.repeat(2000));
    await expect(storage.write('r/9', 'x'.repeat(20_000))).rejects.toMatchObject({ code: 'OUTBOX_FULL' });
    expect(native.deleted).toEqual([]);
    expect((await storage.readAll('r/9')).texts.get('r/9')).toBe('x'.repeat(2000));
  });

  it.each([0, 1])(
    'keeps nothing of what it says was not kept: copy %i of its index cannot be written',
    async (copy) => {
      const native = zaloNative({ limitKb: 64 });
      let isBroken = false;
      const setItem = (name: string, text: string) => {
        if (isBroken && name === `cnscd-outbox-index/${copy}`) throw new Error('-2000');
        native.setItem(name, text);
      };
      const storage = zaloStorage({ ...native, setItem });
      await storage.write('r/1', 'một');
      isBroken = true;
      await expect(storage.write('r/2', 'hai')).rejects.toThrow();
      isBroken = false;
      expect([...(await storage.readAll('r/')).texts]).toEqual([['r/1', 'một']]);
      expect(native.getItem('r/2')).toBeNull();
    },
  );

  it('keeps a text whose name it could not take out of its index', async () => {
    const native = zaloNative({ limitKb: 64 });
    await zaloStorage(native).write('r/1', 'x');
    const setItem = () => {
      throw new Error('-2000');
    };
    await expect(zaloStorage({ ...native, setItem }).remove('r/1')).rejects.toThrow('-2000');
    expect(await zaloStorage(native).readAll('r/')).toEqual({ texts: new Map([['r/1', 'x']]), lost: [] });
  });

  it('calls nothing lost that was removed, wherever the app was killed meanwhile', async () => {
    const killedAt = async (step: number) => {
      const native = zaloNative({ limitKb: 64 });
      await zaloStorage(native).write('r/1', 'x');
      let left = step;
      const dying =
        <Arguments extends unknown[]>(work: (...given: Arguments) => void) =>
        (...given: Arguments) => {
          if (left-- <= 0) throw new Error('killed');
          work(...given);
        };
      const remove = zaloStorage({
        ...native,
        setItem: dying(native.setItem),
        removeItem: dying(native.removeItem),
      });
      const isDone = await remove.remove('r/1').then(
        () => true,
        () => false,
      );
      const { lost } = await zaloStorage(native).readAll('r/');
      return { isDone, lost };
    };
    for (let step = 0; step < 6; step++) expect((await killedAt(step)).lost).toEqual([]);
    expect((await killedAt(6)).isDone).toBe(true);
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
