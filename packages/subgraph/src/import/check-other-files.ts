import type pg from 'pg';
import type { Memories } from './import-memory.ts';
import type { ProvinceFile } from './province-file.ts';
import type { ProvinceRows, Row } from './province-rows.ts';
import { SECTIONS } from './province-tables.ts';
import { hashesOf } from './register/register-entries.ts';
import { keyOf, keysOfDifferent, type Table } from './write-rows.ts';
import type { Fault } from './yaml-file.ts';

// What a village's row takes over from its commune is not stated by the file.
const DERIVED: Partial<Record<keyof ProvinceRows, string[]>> = { villages: ['valid_to'] };

/**
 * Entries that another file, or the project's own data, states in another way. The same entry in two files is right as
 * long as both say the same; were they to differ, the file that was imported last would win.
 */
export async function checkOtherFiles(
  client: pg.ClientBase,
  file: ProvinceFile,
  { rows, memories }: { rows: ProvinceRows; memories: Memories },
): Promise<Fault[]> {
  const faults = registerFaults(file, memories);
  for (const { section, table, keeping } of SECTIONS) {
    const held = memories.others.get(section) ?? new Map<string, string>();
    const shared = rows[section].filter((row) => held.has(keyOf(table, row)));
    if (shared.length === 0) continue;
    const stated = { ...table, columns: without(table.columns, DERIVED[section]) };
    const different = await keysOfDifferent(client, stated, shared, { isFact: keeping === 'FACT' });
    faults.push(...faultsOfRows(file, section, { table, rows: rows[section], different, held }));
  }
  return [...faults, ...(await ownSourceFaults(client, file, rows.sources))];
}

function registerFaults({ register }: ProvinceFile, { otherRegisters }: Memories): Fault[] {
  const hashes = hashesOf(register);
  const codes = [...otherRegisters.keys(), ...Object.keys(hashes)];
  return register.flatMap(({ path, code }) => {
    const other = otherRegisters.get(code);
    if (other !== undefined && other.hash !== hashes[code]) {
      return [heldElsewhere([...path, 'code'], code, other.file)];
    }
    const tangled = codes.find((each) => each.startsWith(`${code}-`) || code.startsWith(`${each}-`));
    return tangled === undefined ? [] : [tangledCodes([...path, 'code'], tangled)];
  });
}

function faultsOfRows(
  file: ProvinceFile,
  section: keyof ProvinceRows,
  found: { table: Table; rows: Row[]; different: Set<string>; held: Map<string, string> },
): Fault[] {
  // Rows stand in the order of the entries that they were made from: see provinceRows.
  return file[section].flatMap(({ path }, index) => {
    const row = found.rows[index];
    const key = row === undefined ? '' : keyOf(found.table, row);
    const other = found.held.get(key);
    return other === undefined || !found.different.has(key) ? [] : [heldElsewhere(path, key, other)];
  });
}

/** Sources on which units and definitions of indicators stand, or the made-up register. */
async function ownSourceFaults(client: pg.ClientBase, file: ProvinceFile, rows: Row[]): Promise<Fault[]> {
  const { rows: own } = await client.query<{ id: string }>(
    `/* sourcesOfOwnData */
     select id from source_document source where id = any($1) and (
       exists (select from admin_unit where source_id = source.id and (level <> 'VILLAGE' or is_synthetic))
       or exists (select from unit_link where source_id = source.id)
       or exists (select from indicator_version where source_id = source.id))`,
    [rows.map((row) => row['id'])],
  );
  const ids = new Set(own.map(({ id }) => id));
  const taken = rows.filter((row) => ids.has(String(row['id'])));
  const table = SECTIONS.find(({ section }) => section === 'sources')?.table;
  if (table === undefined || taken.length === 0) return [];
  const different = await keysOfDifferent(client, table, taken, { isFact: false });
  return file.sources
    .filter(({ id }) => different.has(id))
    .map(({ path, id }) => ({
      path,
      messages: {
        vi: `Nguồn "${id}" là của dữ liệu đơn vị hành chính hoặc chỉ số, với nội dung khác: hãy đặt id khác.`,
        en: `The source "${id}" belongs to the units or indicators, with other content: use another id.`,
      },
    }));
}

function heldElsewhere(path: Fault['path'], key: string, other: string): Fault {
  const messages = {
    vi: `Tệp ${other} đã ghi "${key}" với nội dung khác: hãy ghi giống nhau, đặt mã khác, hoặc bỏ ở một trong hai tệp.`,
    en: `The file ${other} states "${key}" with other content: write the same, use another id, or leave it out of one of the files.`,
  };
  return { path, messages };
}

// Teams belong to an entry by the beginning of their codes.
function tangledCodes(path: Fault['path'], other: string): Fault {
  const messages = {
    vi: `Trùng phần đầu với mã "${other}": tổ của hai mục sẽ lẫn vào nhau, hãy đặt mã khác.`,
    en: `Begins like the code "${other}": the teams of both would be mixed up, use another code.`,
  };
  return { path, messages };
}

function without(columns: readonly string[], derived: readonly string[] = []): string[] {
  return columns.filter((column) => !derived.includes(column));
}
