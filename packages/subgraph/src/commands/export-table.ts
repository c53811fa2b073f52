import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { EXPORT_KINDS } from '@cnscd/domain';
import type { Command } from 'commander';
import { exportFile } from '../exports/export-file.ts';
import { Refusal } from '../refusal.ts';
import { operatorContext } from './operator-context.ts';
import { type Settings, withDatabase } from './settings.ts';

interface ExportFlags {
  out: string;
  unit?: string;
  team?: string;
  asOf?: string;
  period?: string;
  filter: string[];
  paper?: true;
  withPhones?: true;
}

/** Only the operator reads what tells of people. */
const OWNER_ONLY = 0o600;

export function exportTable(command: Command, settings: Settings): void {
  command
    .description('Xuất danh sách, bảng thành tệp · Exports a list or a board as a file.')
    .argument('<name>', EXPORT_KINDS.map((kind) => kind.toLowerCase()).join(', '))
    .requiredOption('-o, --out <file>', 'where to; its format by its end: .xlsx, .csv, .pdf, .docx')
    .option('--unit <code>', 'only what lies in this unit')
    .option('--team <id>', 'only this team')
    .option('--as-of <day>', 'as of this day, such as 2026-09-30')
    .option('--period <period>', 'of this period, such as 2026-Q3')
    .option('--filter <name=value>', 'any other filter of docs/exports.md; may be repeated', gather, [])
    .option('--paper', 'a spreadsheet to be printed and signed')
    .option('--with-phones', 'whole phone numbers; else only their last digits, or none without a key')
    .action((name: string, flags: ExportFlags) =>
      withDatabase(settings, async (db) => {
        const ctx = operatorContext(db, settings);
        const phones = flags.withPhones === true ? 'ALLOWED' : ctx.phones === null ? 'NONE' : 'MASKED';
        if (flags.withPhones === true && ctx.phones === null) throw new Refusal(NO_KEY);
        const given = { ...(name === 'roster' ? { phones } : {}), ...givenBy(flags) };
        const file = await exportFile(ctx, { name: `${name}${extname(flags.out)}`, given });
        await writeFile(flags.out, file.bytes, { mode: OWNER_ONLY });
        console.log(`${flags.out}: ${file.rows} dòng · rows`);
      }),
    );
}

const gather = (pair: string, pairs: readonly string[]): string[] => [...pairs, pair];

function givenBy({ unit, team, asOf, period, filter, paper }: ExportFlags): Record<string, string> {
  const named = { unitCode: unit, teamId: team, asOf, period, layout: paper === true ? 'PAPER' : undefined };
  const given = Object.entries(named).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return Object.fromEntries([...given, ...filter.map(pairOf)]);
}

function pairOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
  throw new Refusal({
    vi: `--filter là "${text}": phải có dạng tên=giá trị, ví dụ level=VILLAGE.`,
    en: `--filter is "${text}": it must look like name=value, for example level=VILLAGE.`,
  });
}

const NO_KEY = {
  vi: 'Thiếu khóa để đọc số điện thoại: hãy đặt CNSCD_PERSONAL_DATA_KEY, hoặc bỏ --with-phones.',
  en: 'There is no key to read phone numbers with: set CNSCD_PERSONAL_DATA_KEY, or leave --with-phones out.',
};
