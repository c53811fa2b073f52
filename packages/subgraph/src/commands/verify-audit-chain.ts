import type { Command } from 'commander';
import { formatAuditReport } from '../operations/format-audit-report.ts';
import { type KnownSeal, verifyAudit } from '../operations/verify-audit.ts';
import { Refusal } from '../refusal.ts';
import { type Settings, withDatabase } from './settings.ts';

export function verifyAuditChain(command: Command, settings: Settings): void {
  command
    .description(
      'Kiểm tra chuỗi niêm phong của nhật ký · Recomputes the chain over the audit; fails where it does not hold.',
    )
    .option('--known <seal>', 'a seal that was noted earlier, as this command prints it: 12:6d0c…')
    .action(({ known }: { known?: string }) =>
      withDatabase(settings, async (db) => {
        const report = await verifyAudit(db, known === undefined ? undefined : readSeal(known));
        console.log(formatAuditReport(report));
        if (report.faults.length > 0) process.exitCode = 1;
      }),
    );
}

function readSeal(text: string): KnownSeal {
  const [, number, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (number !== undefined && hash !== undefined) return { number: Number(number), hash };
  throw new Refusal({
    vi: `--known là "${text}": phải là số niêm phong, dấu hai chấm và 64 chữ số thập lục phân.`,
    en: `--known is "${text}": it must be the number of a seal, a colon and 64 hexadecimal digits.`,
  });
}
