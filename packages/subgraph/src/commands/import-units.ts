import type { Command } from 'commander';
import { importUnitFiles } from '../features/units/loading/official/import-unit-files.ts';
import { formatUnitReport } from '../features/units/loading/report/format-unit-report.ts';
import { type Settings, withDatabase } from './settings.ts';

export function importUnits(command: Command, settings: Settings): void {
  command
    .description(
      "Nhập bảng của cơ quan thống kê, như được cấp · Imports the statistics office's tables as handed out.",
    )
    .argument('<files...>', 'CSV files')
    .option('--language <language>', 'vi or en', 'vi')
    .action((files: string[], { language }: { language: string }) =>
      withDatabase(settings, async (db) => {
        console.log(formatUnitReport(await importUnitFiles(db, files), language === 'en' ? 'en' : 'vi'));
      }),
    );
}
