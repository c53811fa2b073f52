import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { IMPORT_KINDS, type ImportKind, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import type { ImportRecord } from '../entities/import.ts';
import { standsOn } from '../entities/unit.ts';
import { issuesOfImport } from '../imports/annotating/issues-of-import.ts';
import { formatImport } from '../imports/jobs/format-import.ts';
import { askForImport, settleImport } from '../imports/jobs/settle-import.ts';
import { annotateFile } from '../imports/reading/annotate-file.ts';
import { headingKey } from '../imports/reading/recognise-headings.ts';
import { receiveFile } from '../imports/staging/receive-file.ts';
import { Refusal } from '../refusal.ts';
import { localOperator, localTools } from './import-tools.ts';
import { progressLine } from './progress-line.ts';
import { type Settings, withDatabase } from './settings.ts';

/** What the command was told about a spreadsheet. */
export interface TableFlags {
  kind: string;
  unit: string;
  map: readonly string[];
  apply?: boolean;
  skipFaulty?: boolean;
  annotated?: string;
}

/** Reads a spreadsheet, shows what it would do, and does it if that was asked for. */
export async function importTable(path: string, flags: TableFlags, settings: Settings): Promise<void> {
  const kind = readKind(flags.kind);
  const mapping = readMapping(flags.map);
  const content = readContent(path);
  await withDatabase(settings, async (db) => {
    const tools = localTools(db, settings);
    const regionIds = [await unitNamed(db, flags.unit)];
    const operator = localOperator();
    const file = { kind, fileName: basename(path), content, regionIds, mapping, ...operator };
    const id = await receiveFile({ db, phones: tools.phones, now: new Date() }, file);
    const line = progressLine();
    const settled = () => settleImport(tools, id, line.show).finally(line.end);
    let record = await settled();
    requireHeadings(mapping, record);
    const isFaulty =
      record.faultyRows > 0 || record.report?.issues.some(({ severity }) => severity === 'ERROR');
    if (flags.apply === true && record.status === 'READY' && (!isFaulty || flags.skipFaulty === true)) {
      const who = { ...operator, field: 'applyImport' };
      const skipFaultyRows = flags.skipFaulty === true;
      await askForImport(db, { id, from: 'READY', to: 'APPLYING', who, skipFaultyRows });
      record = await settled();
    }
    if (flags.annotated !== undefined) {
      const issues = await issuesOfImport(db, record);
      const options = { fileName: record.fileName, kind, mapping: record.mapping };
      writeFileSync(flags.annotated, await annotateFile(content, issues, options));
    }
    console.log(await formatImport(db, record));
    if (record.failure !== null || (flags.apply === true && record.status !== 'APPLIED'))
      process.exitCode = 1;
  });
}

function readContent(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code; // readFileSync throws nothing else
    throw new Refusal(
      { vi: `Không đọc được tệp ${path} (${reason}).`, en: `Cannot read the file ${path} (${reason}).` },
      { cause: error },
    );
  }
}

function readKind(text: string): ImportKind {
  const kind = IMPORT_KINDS.find((each) => each === text.toUpperCase());
  if (kind !== undefined) return kind;
  throw new Refusal({
    vi: `--kind là "${text}": phải là một trong ${IMPORT_KINDS.join(', ')}.`,
    en: `--kind is "${text}": it must be one of ${IMPORT_KINDS.join(', ')}.`,
  });
}

function readMapping(pairs: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at > 0) return [pair.slice(0, at), pair.slice(at + 1) || null];
      throw new Refusal({
        vi: `--map là "${pair}": phải có dạng "Tiêu đề=trường", ví dụ "Số máy=phones".`,
        en: `--map is "${pair}": it must look like "Heading=field", for example "Số máy=phones".`,
      });
    }),
  );
}

/** @throws {Refusal} for a heading that does not stand in the file, and would have no effect */
function requireHeadings(mapping: Readonly<Record<string, unknown>>, { report }: ImportRecord): void {
  if (report === null) return;
  const headings = report.columns.map(({ header }) => header);
  const known = new Set(headings.map(headingKey));
  const unknown = Object.keys(mapping).find((heading) => !known.has(headingKey(heading)));
  if (unknown === undefined) return;
  const there = [...new Set(headings)].map((heading) => `"${heading}"`).join(', ');
  throw new Refusal({
    vi: `--map: tệp không có cột "${unknown}"; các cột của tệp: ${there}.`,
    en: `--map: the file has no column "${unknown}"; its columns: ${there}.`,
  });
}

async function unitNamed(db: Database, code: string): Promise<string> {
  const [unit] = await db.rows<{ id: string }>(sql`
    /* unitOfCommand */
    select u.id from admin_unit u where u.code = ${code} and ${standsOn(today(new Date()))}`);
  if (unit !== undefined) return unit.id;
  throw new Refusal({
    vi: `Hiện không có đơn vị nào mang mã ${code}; hãy sửa --unit.`,
    en: `No unit bears the code ${code} today; mend --unit.`,
  });
}
