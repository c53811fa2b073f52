import type { Command } from 'commander';
import { formatImportReport } from '../import/format-import-report.ts';
import { importProvinceFile } from '../import/import-province-file.ts';
import { type Settings, withDatabase } from './settings.ts';

export function importFigures(command: Command, settings: Settings): void {
  command
    .description("Nhập tệp số liệu của tỉnh · Imports provinces' data files (YAML).")
    .argument('<files...>', 'data files')
    .action((files: string[]) =>
      withDatabase(settings, async (db) => {
        for (const path of files) console.log(formatImportReport(await importProvinceFile(db, { path })));
      }),
    );
}
