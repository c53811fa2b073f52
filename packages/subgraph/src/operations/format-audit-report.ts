import { formatNumber } from '@cnscd/domain';
import type { AuditFault, AuditFaultKind, AuditReport } from './verify-audit.ts';

/** What was found about the chain over the audit, a line each: Vietnamese first. */
export function formatAuditReport(report: AuditReport): string {
  const { seals, sealedEntries, unsealedEntries, oldestUnsealedAt, head, faults } = report;
  const since = oldestUnsealedAt === null ? '' : `, ${oldestUnsealedAt.toISOString()}`;
  return [
    faults.length === 0
      ? '✓ Chuỗi niêm phong nguyên vẹn · The chain holds'
      : '✗ Nhật ký đã bị can thiệp · The audit was tampered with',
    `  ${pair(seals, 'niêm phong', 'seals')}, ${pair(sealedEntries, 'mục đã niêm phong', 'sealed entries')}`,
    `  ${pair(unsealedEntries, 'mục chưa niêm phong', 'entries not sealed')}${since}`,
    ...(head === null
      ? []
      : [
          `  niêm phong cuối, hãy ghi lại ở nơi khác · last seal, note it elsewhere: ${head.number}:${head.hash}`,
        ]),
    ...faults.map((fault) => `  ✗ ${formatFault(fault)}`),
  ].join('\n');
}

function formatFault({ kind, number, sealedAt }: AuditFault): string {
  const { vi, en } = FAULTS[kind];
  const at = sealedAt === null ? '' : ` (${sealedAt.toISOString()})`;
  return `${vi} ${number} · ${en} ${number}${at}`;
}

const pair = (count: number, vi: string, en: string) =>
  `${formatNumber(count)} ${vi} · ${formatNumber(count, { language: 'en' })} ${en}`;

const FAULTS: Readonly<Record<AuditFaultKind, { vi: string; en: string }>> = {
  SEAL_MISSING: { vi: 'mất niêm phong ngay trước số', en: 'missing: the seal before number' },
  CHAIN_BROKEN: {
    vi: 'chuỗi đứt: niêm phong trước không còn như cũ, trước số',
    en: 'broken: the seal before is not what it was, before number',
  },
  ENTRIES_ADDED: { vi: 'có mục bị chèn thêm vào niêm phong', en: 'entries were slipped into seal' },
  ENTRIES_MISSING: { vi: 'có mục bị xóa khỏi niêm phong', en: 'entries were removed from seal' },
  HASH_DIFFERS: {
    vi: 'có mục bị sửa, hoặc chính niêm phong bị sửa: số',
    en: 'an entry was changed, or the seal itself: number',
  },
  KNOWN_SEAL_DIFFERS: {
    vi: 'khác với niêm phong đã ghi lại: số',
    en: 'not the seal that was noted: number',
  },
  PERSONAL_DIFFERS: {
    vi: 'dữ liệu cá nhân bị sửa ở mục',
    en: 'personal values were changed in entry',
  },
  ACTOR_DIFFERS: {
    vi: 'người thực hiện bị xóa mà không có lần xóa dữ liệu nào: mục',
    en: 'who made it was erased, and no erasure did it: entry',
  },
};
