import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError } from '@cnscd/domain';
import type pg from 'pg';
import type { Database } from '../database/client.ts';
import { inLoad } from '../database/in-load.ts';
import { checkEntries } from './check-entries.ts';
import { checkOtherFiles } from './check-other-files.ts';
import { extendVillageScopes } from './extend-village-scopes.ts';
import { type Memories, type Memory, readMemories, storeMemory } from './import-memory.ts';
import { lookUp } from './look-up.ts';
import { readProvinceFile } from './province-file.ts';
import { type ProvinceRows, provinceRows } from './province-rows.ts';
import { SECTIONS } from './province-tables.ts';
import { checkRegister } from './register/check-register.ts';
import { hashesOf, outdatedCodes, sharedRegister } from './register/register-entries.ts';
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
 * superseded. Sources, villages and decisions stay; other entries go when the file drops them. What another file states
 * as well stays in any case, and may not be stated in another way. Importing the same file again changes nothing.
 *
 * @throws {ImportError} `IMPORT_INVALID` with everything that is wrong; nothing is written then. Contradictions with
 * other files are told once the file itself is right.
 */
export async function importProvinceFile(db: Database, file: FileToImport): Promise<ProvinceImportReport> {
  const { name, text } = 'path' in file ? { name: basename(file.path), text: readText(file.path) } : file;
  const yaml = readYaml(name, text);
  const content = readProvinceFile(yaml);
  return inLoad(db, async (client) => {
    const known = await lookUp(client, content);
    const memories = await readMemories(client, name);
    const hashes = hashesOf(content.register);
    const earlier = sharedRegister(memories.earlier.register, hashes, memories.otherRegisters);
    const outdated = outdatedCodes(earlier, hashes);
    const faults = [
      ...content.faults,
      ...checkEntries(content, known),
      ...(await checkRegister(client, content.register, { known, outdated })),
    ];
    if (faults.length > 0) yaml.refuse(faults);
    const rows = provinceRows(content, known);
    const contradictions = await checkOtherFiles(client, content, { rows, memories });
    if (contradictions.length > 0) yaml.refuse(contradictions);

    const sections = await writeSections(client, rows, memories);
    const register = await writeRegister(client, content.register, { known, earlier });
    await extendVillageScopes(client);
    const report = { name, sections, register };
    await storeMemory(client, { text, report, memory: { keys: keysOf(rows), register: hashes } });
    return report;
  });
}

async function writeSections(
  client: pg.ClientBase,
  rows: ProvinceRows,
  memories: Memories,
): Promise<ProvinceImportReport['sections']> {
  const changes = [];
  for (const each of SECTIONS) {
    const { section, table, keeping } = each;
    const dropped = droppedKeys(each, rows, memories);
    const written =
      keeping === 'FACT'
        ? await writeFacts(client, table, rows[section], dropped)
        : await upsertRows(client, table, rows[section]);
    changes.push([section, written] as const);
  }
  const sections = Object.fromEntries(changes) as ProvinceImportReport['sections']; // SECTIONS has every section
  // Backwards, so that what refers to a row goes before the row.
  for (const each of SECTIONS.filter(({ keeping }) => keeping === 'LISTED').reverse()) {
    const dropped = droppedKeys(each, rows, memories);
    sections[each.section].withdrawn = await deleteRows(client, each.table, dropped);
  }
  return sections;
}

/** What this file stated when it was loaded before, and neither it nor another file states now. */
function droppedKeys(
  { section, table }: (typeof SECTIONS)[number],
  rows: ProvinceRows,
  { earlier, others }: Memories,
): string[] {
  const held = new Set(rows[section].map((row) => keyOf(table, row)));
  const elsewhere = others.get(section);
  return (earlier.keys[section] ?? []).filter((key) => !held.has(key) && !elsewhere?.has(key));
}

function keysOf(rows: ProvinceRows): Memory['keys'] {
  return Object.fromEntries(
    SECTIONS.map(({ section, table }) => [section, rows[section].map((row) => keyOf(table, row))]),
  );
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
