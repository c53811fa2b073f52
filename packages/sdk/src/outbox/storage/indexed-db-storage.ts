import type { OutboxStorage } from './outbox-storage.ts';

export interface IndexedDbStorageOptions {
  /** @defaultValue `cnscd-outbox` */
  name?: string;
  /** @defaultValue that of the page */
  indexedDB?: typeof globalThis extends { indexedDB: infer Factory } ? Factory : unknown;
}

const STORE = 'texts';

/**
 * In IndexedDB: the roomiest that a browser has. A browser that runs out of room may still drop all of an origin, unless
 * the page asked for `navigator.storage.persist()`.
 */
export function indexedDbStorage(options: IndexedDbStorageOptions = {}): OutboxStorage {
  const { name: databaseName = 'cnscd-outbox', indexedDB = globalThis.indexedDB } = options;
  let opened: Promise<IDBDatabase> | null = null;
  const begin = async (mode: IDBTransactionMode) => {
    opened ??= openDatabase(indexedDB, databaseName);
    return (await opened).transaction(STORE, mode, { durability: 'strict' });
  };
  /** A connection may have ended without a word, as they do in pages that were in the background. */
  const beginAnew = (mode: IDBTransactionMode) =>
    begin(mode).catch(() => {
      opened = null;
      return begin(mode);
    });
  const transact = async (mode: IDBTransactionMode, work: (store: IDBObjectStore) => void) => {
    const transaction = await beginAnew(mode);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(STORE));
    });
  };
  return {
    async readAll(prefix) {
      const texts = new Map<string, string>();
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      await transact('readonly', (store) => {
        store.openCursor(range).onsuccess = ({ target }) => {
          const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result; // of the request made here
          if (cursor === null) return;
          texts.set(String(cursor.key), String(cursor.value));
          cursor.continue();
        };
      });
      return { texts, lost: [] };
    },
    write: (name, text) => transact('readwrite', (store) => store.put(text, name)),
    remove: (name) => transact('readwrite', (store) => store.delete(name)),
  };
}

function openDatabase(indexedDB: IDBFactory, name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { result } = request;
      // Somebody deletes it: the next operation opens it again.
      result.onversionchange = () => result.close();
      resolve(result);
    };
  });
}
