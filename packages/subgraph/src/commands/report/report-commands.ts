import type { Command } from 'commander';
import type { Settings } from '../settings.ts';
import { exportReport } from './export-report.ts';
import { listReports } from './list-reports.ts';
import { showReport } from './show-report.ts';
import { showReportProgress } from './show-report-progress.ts';

/** `cnscd-subgraph report …`: to look at period reports and to print them. Whoever writes them does so signed in. */
export function reportCommands(command: Command, settings: Settings): void {
  command.description('Báo cáo kỳ · Period reports.');
  listReports(command.command('list'), settings);
  showReport(command.command('show'), settings);
  showReportProgress(command.command('progress'), settings);
  exportReport(command.command('export'), settings);
}
