import type { Command } from 'commander';
import { importToolsOf } from '../imports/worker-tools.ts';
import { Refusal } from '../refusal.ts';
import { startWorker } from '../worker.ts';
import { type Settings, withDatabase } from './settings.ts';

export function work(command: Command, settings: Settings): void {
  command
    .description(
      'Cộng chỉ tiêu, nhập bảng tính, niêm phong nhật ký, gỡ tài khoản Zalo đã rút đồng ý, dọn khóa cũ · Folds KPIs, imports spreadsheets, seals the audit, ends what Zalo withdrew, forgets old keys, until it is stopped.',
    )
    .option('--interval <seconds>', 'rest between two rounds', '1')
    .action(({ interval }: { interval: string }) =>
      withDatabase(settings, async (db) => {
        const imports = importToolsOf(settings.personalDataKey());
        const worker = startWorker(db, { intervalMs: 1000 * readSeconds(interval), imports });
        console.log('Đang làm việc nền · Working');
        await new Promise((signalled) => {
          for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, signalled);
        });
        await worker.stop();
      }),
    );
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (seconds >= 0.1 && seconds <= 3600) return seconds;
  throw new Refusal({
    vi: `--interval là "${text}": phải là số giây từ 0.1 đến 3600.`,
    en: `--interval is "${text}": it must be a number of seconds from 0.1 to 3600.`,
  });
}
