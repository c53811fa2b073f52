import { type OutboxField, type OutboxRecord, sealed, unsealed } from './record.ts';
import type { OutboxStorage } from './storage/outbox-storage.ts';

/** A place in the queue of which no more is left than its name, and perhaps a text that cannot be read. */
export interface Remains {
  id: string;
  field: OutboxField;
  /** Null where the storage lost it. */
  text: string | null;
}

export interface Contents {
  /** In their order. */
  records: readonly OutboxRecord[];
  remains: readonly Remains[];
  lastSyncAt: Date | null;
}

/** The queue of one user on one device, as it is kept. */
export interface Queue {
  read(): Promise<Contents>;
  put(record: OutboxRecord): Promise<void>;
  /** Takes a text in as it is, whatever it says. */
  putText(place: Pick<Remains, 'id' | 'field'>, text: string): Promise<void>;
  remove(place: Pick<Remains, 'id' | 'field'>): Promise<void>;
  putLastSync(atMs: number): Promise<void>;
  /** What the names of all that belongs to it begin with. */
  box: string;
}

export function openQueue(storage: OutboxStorage, user: string): Queue {
  const box = `cnscd-outbox/${encodeURIComponent(user)}/`;
  const items = `${box}item/`;
  const synced = `${box}synced`;
  const itemName = ({ id, field }: Pick<Remains, 'id' | 'field'>) => `${items}${id}/${field}`;
  const placeOf = (name: string) => {
    const [id = '', field = ''] = name.slice(items.length).split('/');
    return { id, field: field as OutboxField }; // as itemName wrote it
  };
  const putText: Queue['putText'] = (place, text) => storage.write(itemName(place), text);
  return {
    async read() {
      const { texts, lost } = await storage.readAll(box);
      const lastSync = Number(texts.get(synced));
      const records: OutboxRecord[] = [];
      const remains: Remains[] = [];
      const take = (name: string, text: string | null) => {
        if (!name.startsWith(items)) return;
        const record = text && unsealed(text);
        if (record) records.push(record);
        else remains.push({ ...placeOf(name), text });
      };
      for (const [name, text] of texts) take(name, text);
      for (const name of lost) take(name, null);
      return {
        records: records.sort(byPlace),
        remains,
        lastSyncAt: lastSync > 0 ? new Date(lastSync) : null,
      };
    },
    put: (record) => putText(record, sealed(record)),
    putText,
    remove: (place) => storage.remove(itemName(place)),
    putLastSync: (atMs) => storage.write(synced, String(atMs)),
    box,
  };
}

/** Two tabs may give out the same place at the same moment: any order of the two will do, as long as it stays. */
const byPlace = (one: OutboxRecord, other: OutboxRecord) =>
  one.place - other.place || (one.id < other.id ? -1 : 1);
