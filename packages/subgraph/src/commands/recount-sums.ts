import type { Command } from 'commander';
import { formatRecountReport } from '../rollup/format-recount-report.ts';
import { recount, repairSums } from '../rollup/recount.ts';
import { type Settings, withDatabase } from './settings.ts';

export function recountSums(command: Command, settings: Settings): void {
  command
    .description(
      'Đếm lại chỉ tiêu từ hoạt động · Counts KPIs again from the activities; fails where they drifted.',
    )
    .option('--repair', 'put the counts in the place of sums that drifted')
    .action(({ repair }: { repair?: true }) =>
      withDatabase(settings, async (db) => {
        let report = await recount(db);
        console.log(formatRecountReport(report));
        if (repair && report.driftCount > 0) {
          await repairSums(db);
          report = await recount(db);
          console.log(formatRecountReport(report));
        }
        if (report.driftCount > 0) process.exitCode = 1;
      }),
    );
}
