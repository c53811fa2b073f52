import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Command } from 'commander';
import { reportFile } from '../../reports/paper/report-file.ts';
import { operatorContext } from '../operator-context.ts';
import { type Settings, withDatabase } from '../settings.ts';

interface Flags {
  out: string;
  edition?: string;
}

export function exportReport(command: Command, settings: Settings): void {
  command
    .description('In báo cáo ra tệp A4 · Prints a report on A4.')
    .argument('<id>', 'of the report, as `report list` shows it')
    .requiredOption('-o, --out <file>', 'where to; its format by its end: .pdf, .docx, .xlsx')
    .option('--edition <number>', 'an earlier edition instead of the newest')
    .action((id: string, { out, edition }: Flags) =>
      withDatabase(settings, async (db) => {
        const given = edition === undefined ? {} : { edition };
        const file = await reportFile(operatorContext(db, settings), { name: `${id}${extname(out)}`, given });
        await writeFile(out, file.bytes);
        console.log(`${out}: ${file.fileName}`);
      }),
    );
}
