import { type Language, label } from '@cnscd/domain';
import type { Database } from '../../database/client.ts';
import type { ImportRecord } from '../../entities/import.ts';
import { issuesOfImport } from '../annotating/issues-of-import.ts';
import type { MarkedIssue } from '../reading/annotate-file.ts';

const MOST_ROWS = 30;

/** What an import does or did, in a few lines: numbers first, then what is not right, in Vietnamese. */
export async function formatImport(db: Pick<Database, 'rows'>, record: ImportRecord): Promise<string> {
  const { newRows, changedRows, unchangedRows, faultyRows, warnings } = record;
  const issues = await issuesOfImport(db, record, MOST_ROWS);
  const more = faultyRows + warnings - MOST_ROWS;
  return [
    `${record.fileName}: ${standingOf(record, 'vi')} · ${standingOf(record, 'en')}`,
    `  ${record.id}`,
    `  ${record.rows} dòng: thêm ${newRows}, sửa ${changedRows}, giữ nguyên ${unchangedRows}, lỗi ${faultyRows}, cảnh báo ${warnings}`,
    `  ${record.rows} rows: ${newRows} new, ${changedRows} changed, ${unchangedRows} unchanged, ${faultyRows} faulty, ${warnings} with warnings`,
    ...(record.failure === null
      ? []
      : [`  ${record.failure.messages.vi}`, `  ${record.failure.messages.en}`]),
    ...issues.map(lineOf),
    ...(more > 0 ? [`  … và ${more} dòng nữa · and ${more} more rows`] : []),
  ].join('\n');
}

/** Its status; of one with nothing to be written, that it is so. */
const standingOf = ({ status, newRows, changedRows }: ImportRecord, language: Language): string =>
  status === 'READY' && newRows + changedRows === 0
    ? NOTHING[language]
    : label('importStatus', status, language);

const NOTHING = { vi: 'không có gì để ghi vào sổ', en: 'nothing to be written to the register' };

const lineOf = ({ sheet, row, cell, messages }: MarkedIssue): string =>
  `  ${sheet}!${cell ?? row}: ${messages.vi}`;
