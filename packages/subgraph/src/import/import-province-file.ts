import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError } from '@cnscd/domain';
import type pg from 'pg';
import type { Database } from '../database/client.ts';
import { inLoad } from '../database/in-load.ts';
import { checkEntries } from './check-entries.ts';
import { extendVillageScopes } from './extend-village-scopes.ts';
import { lookUp } from './look-up.ts';
import { readProvinceFile } from './province-file.ts';
import { type ProvinceRows, provinceRows } from './province-rows.ts';
import { SECTIONS } from './province-tables.ts';
import { checkRegister } from './register/check-register.ts';
import { hashesOf, outdatedCodes } from './register/register-entries.ts';
import { writeRegister } from './register/write-register.ts';
import { writeFacts } from './write-facts.ts';
import { deleteRows, keyOf, type SectionChanges, upsertRows } from './write-rows.ts';
import { readYaml } from './yaml-file.ts';

/** A file on disk, or its text with the name under which it is remembered. */
export type FileToImport = { path: string } | { text: string; name: string };

/** What an import did, section by section. */
export interface ProvinceImportReport {
  /** The file's name; a later import under the same name replaces what this one stated. */
  name: string;
  sections: Record<keyof ProvinceRows, SectionChanges>;
  /** Made-up teams, counted in teams. */
  register: SectionChanges;
}

/**
 * Imports what a province states: sources, villages, decisions, figures, targets, rules, models, materials, funding,
 * benefits and training, in one transaction; and makes up the teams of its register.
 *
 * Figures and targets keep their history: a changed one is a new revision, one that the file no longer holds is
 * superseded. Sources, villages and decisions stay; other entries go when the file drops them. Importing the same file
 * again changes nothing.
 *
 * @throws {ImportError} `IMPORT_INVALID` with everything that is wrong; nothing is written then
 */
export async function importProvinceFile(db: Database, file: FileToImport): Promise<ProvinceImportReport> {
  const { name, text } = 'path' in file ? { name: basename(file.path), text: readText(file.path) } : file;
  const yaml = readYaml(name, text);
  const content = readProvinceFile(yaml);
  return inLoad(db, async (client) => {
    const known = await lookUp(client, content);
    const earlier = await earlierImport(client, name);
    const hashes = hashesOf(content.register);
    const outdated = outdatedCodes(earlier.register, hashes);
    const faults = [
      ...content.faults,
      ...checkEntries(content, known),
      ...(await checkRegister(client, content.register, { known, outdated })),
    ];
    if (faults.length > 0) yaml.refuse(faults);

    const rows = provinceRows(content, known);
    const sections = await writeSections(client, rows, earlier.keys);
    const register = await writeRegister(client, content.register, { known, earlier: earlier.register });
    await extendVillageScopes(client);
    const report = { name, sections, register };
    await storeImport(client, { name, text, report, memory: { keys: keysOf(rows), register: hashes } });
    return report;
  });
}

/** What is remembered of a file: the keys of its entries by section, and hashes of its register. */
interface Memory {
  keys: Partial<Record<string, string[]>>;
  register: Record<string, string>;
}

async function writeSections(
  client: pg.ClientBase,
  rows: ProvinceRows,
  earlier: Memory['keys'],
): Promise<ProvinceImportReport['sections']> {
  const changes = [];
  for (const { section, table, keeping } of SECTIONS) {
    const write = keeping === 'FACT' ? writeFacts : upsertRows;
    changes.push([section, await write(client, table, rows[section], earlier[section] ?? [])] as const);
  }
  const sections = Object.fromEntries(changes) as ProvinceImportReport['sections']; // SECTIONS has every section
  // Backwards, so that what refers to a row goes before the row.
  for (const { section, table } of SECTIONS.filter(({ keeping }) => keeping === 'LISTED').reverse()) {
    const held = new Set(rows[section].map((row) => keyOf(table, row)));
    const dropped = (earlier[section] ?? []).filter((key) => !held.has(key));
    sections[section].withdrawn = await deleteRows(client, table, dropped);
  }
  return sections;
}

function keysOf(rows: ProvinceRows): Memory['keys'] {
  return Object.fromEntries(
    SECTIONS.map(({ section, table }) => [section, rows[section].map((row) => keyOf(table, row))]),
  );
}

async function earlierImport(client: pg.ClientBase, name: string): Promise<Memory> {
  const { rows } = await client.query<{ memory: Memory }>(
    `/* earlierProvinceImport */ select report -> 'memory' as memory from data_load where name = $1`,
    [loadName(name)],
  );
  return rows[0]?.memory ?? { keys: {}, register: {} };
}

async function storeImport(
  client: pg.ClientBase,
  load: { name: string; text: string; report: ProvinceImportReport; memory: Memory },
): Promise<void> {
  const { name, text, report, memory } = load;
  const sha256 = createHash('sha256').update(text).digest('hex');
  await client.query(
    `/* storeProvinceImport */ insert into data_load (name, sha256, report) values ($1, $2, $3)
     on conflict (name) do update set sha256 = excluded.sha256, report = excluded.report, loaded_at = now()
     where data_load.sha256 <> excluded.sha256`,
    [loadName(name), sha256, JSON.stringify({ ...report, memory })],
  );
}

function loadName(name: string): string {
  return `province-file:${name}`;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? ''; // readFileSync throws nothing else
    throw new DomainError(
      'IMPORT_INVALID',
      {
        vi: `${path}: không đọc được tệp (${reason}); hãy kiểm tra đường dẫn và quyền đọc.`,
        en: `${path}: the file cannot be read (${reason}); check its path and permission.`,
      },
      { field: 'path', value: path },
    );
  }
}
