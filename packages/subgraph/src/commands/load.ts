import type { Command } from 'commander';
import { formatUnitReport } from '../features/units/loading/report/format-unit-report.ts';
import { loadDefaults } from '../load-defaults.ts';
import { type Settings, usableDatabase } from './settings.ts';

export function load(command: Command, settings: Settings): void {
  command
    .description(
      'Nạp đơn vị hành chính và năm tỉnh mẫu · Loads the units and the five provinces of the package.',
    )
    .option('--language <language>', 'of the reconciliation report: vi or en', 'vi')
    .action(async ({ language }: { language: string }) => {
      const onProgress = (text: string) => console.log(text);
      const report = await loadDefaults(await usableDatabase(settings), { onProgress });
      console.log(formatUnitReport(report, language === 'en' ? 'en' : 'vi'));
    });
}
