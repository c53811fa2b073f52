import { formatNumber } from '@cnscd/domain';
import type { Command } from 'commander';
import { type LockedReportFaultKind, verifyLockedReports } from '../reports/verify-locked-reports.ts';
import { type Settings, withDatabase } from './settings.ts';

export function verifyReports(command: Command, settings: Settings): void {
  command
    .description(
      'Kiểm tra báo cáo đã khóa · Holds locked reports against their digests and the audit; fails where one differs.',
    )
    .action(() =>
      withDatabase(settings, async (db) => {
        const { editions, faults } = await verifyLockedReports({ db });
        const mark = faults.length === 0 ? '✓' : '✗';
        console.log(`${mark} ${formatNumber(editions)} báo cáo đã khóa · locked reports`);
        for (const { kind, reportId, edition } of faults)
          console.log(`  ✗ ${FAULTS[kind].vi} · ${FAULTS[kind].en}: ${reportId}, ${edition}`);
        if (faults.length > 0) process.exitCode = 1;
      }),
    );
}

const FAULTS: Readonly<Record<LockedReportFaultKind, { vi: string; en: string }>> = {
  EDITION_MISSING: { vi: 'lần báo cáo đã khóa không còn', en: 'the locked edition has gone' },
  DIGEST_DIFFERS: { vi: 'mã kiểm tra khác với nhật ký', en: 'its digest is not that of the audit' },
  VALUES_DIFFER: { vi: 'số liệu đã bị sửa', en: 'its values were changed' },
  WORDS_MASKED: {
    vi: 'lý do sửa số liệu bị che mà không có lần xóa dữ liệu nào',
    en: 'why it was corrected is masked, and no erasure did it',
  },
};
