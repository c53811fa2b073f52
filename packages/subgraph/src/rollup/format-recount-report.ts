import type { RecountReport } from './recount.ts';

/** The report as people read it, in both languages: drift 0, or every row that differs. */
export function formatRecountReport({ activities, pending, drift, driftCount }: RecountReport): string {
  const more = driftCount - drift.length;
  return [
    `${activities} hoạt động đã xác nhận, ${pending} thay đổi chờ cộng · ${activities} verified activities, ${pending} pending deltas`,
    ...drift.map(({ table, key, missing }) => `${table} ${key.join(' ')}: ${JSON.stringify(missing)}`),
    ...(more > 0 ? [`… ${more}`] : []),
    `lệch ${driftCount} · drift ${driftCount}`,
  ].join('\n');
}
