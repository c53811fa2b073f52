import { createHash } from 'node:crypto';
import type pg from 'pg';

/** What is remembered of a file: the keys of its entries by section, and hashes of its register. */
export interface Memory {
  keys: Partial<Record<string, string[]>>;
  register: Record<string, string>;
}

/** What this file stated when it was loaded before, and what other files state. */
export interface Memories {
  earlier: Memory;
  /** By section and key: the file that holds the entry as well. */
  others: Map<string, Map<string, string>>;
  /** By code: the file that holds the same code, and the hash of its entry. */
  otherRegisters: Map<string, { file: string; hash: string }>;
}

const PREFIX = 'province-file:';

export async function readMemories(client: pg.ClientBase, name: string): Promise<Memories> {
  const { rows } = await client.query<{ file: string; memory: Memory }>(
    `/* provinceFileMemories */ select substr(name, length($1) + 1) as file, report -> 'memory' as memory
     from data_load where starts_with(name, $1) order by name`,
    [PREFIX],
  );
  const memories: Memories = {
    earlier: { keys: {}, register: {} },
    others: new Map(),
    otherRegisters: new Map(),
  };
  for (const { file, memory } of rows) {
    if (file === name) memories.earlier = memory;
    else addOther(memories, file, memory);
  }
  return memories;
}

/** Remembers a load. What is the same as before is not written again. */
export async function storeMemory(
  client: pg.ClientBase,
  load: { text: string; report: { name: string }; memory: Memory },
): Promise<void> {
  const { text, report, memory } = load;
  const sha256 = createHash('sha256').update(text).digest('hex');
  await client.query(
    `/* storeProvinceImport */ insert into data_load (name, sha256, report) values ($1, $2, $3)
     on conflict (name) do update set sha256 = excluded.sha256, report = excluded.report, loaded_at = now()
     where data_load.sha256 <> excluded.sha256
       or data_load.report -> 'memory' is distinct from excluded.report -> 'memory'`,
    [PREFIX + report.name, sha256, JSON.stringify({ ...report, memory })],
  );
}

function addOther({ others, otherRegisters }: Memories, file: string, { keys, register }: Memory): void {
  for (const [section, held] of Object.entries(keys)) {
    const holders = others.get(section) ?? new Map<string, string>();
    for (const key of held ?? []) holders.set(key, file);
    others.set(section, holders);
  }
  for (const [code, hash] of Object.entries(register)) otherRegisters.set(code, { file, hash });
}
