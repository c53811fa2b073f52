import { findingMessages, type ImportFinding, label } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import type { ImportRecord } from '../../entities/import.ts';
import type { ImportIssue } from '../reading/sheet-row.ts';

const MOST_LINES = 30;

/** What an import does or did, in a few lines: numbers first, then what is not right, in Vietnamese. */
export async function formatImport(db: Pick<Database, 'rows'>, record: ImportRecord): Promise<string> {
  const { newRows, changedRows, unchangedRows, faultyRows, warnings } = record;
  const issues = [...(record.report?.issues ?? []).map(lineOf), ...(await issuesOfRows(db, record.id))];
  const more = faultyRows + warnings - issues.length;
  return [
    `${record.fileName}: ${label('importStatus', record.status, 'vi')} · ${label('importStatus', record.status, 'en')}`,
    `  ${record.id}`,
    `  ${record.rows} dòng: thêm ${newRows}, sửa ${changedRows}, giữ nguyên ${unchangedRows}, lỗi ${faultyRows}, cảnh báo ${warnings}`,
    `  ${record.rows} rows: ${newRows} new, ${changedRows} changed, ${unchangedRows} unchanged, ${faultyRows} faulty, ${warnings} with warnings`,
    ...(record.failure === null
      ? []
      : [`  ${record.failure.messages.vi}`, `  ${record.failure.messages.en}`]),
    ...issues,
    ...(more > 0 && issues.length >= MOST_LINES ? [`  … và ${more} dòng nữa · and ${more} more rows`] : []),
  ].join('\n');
}

interface RowIssues {
  sheet: string;
  row: number;
  issues: ImportIssue[] | null;
  findings: ImportFinding[] | null;
}

async function issuesOfRows(db: Pick<Database, 'rows'>, id: string): Promise<string[]> {
  const rows = await db.rows<RowIssues>(sql`
    /* issuesOfImport */
    select r.sheet, r.sheet_row as row, r.issues, v.findings from import_row r
    left join import_verdict v on v.import_id = r.import_id and v.n = r.n
    where r.import_id = ${id}::uuid and (r.issues is not null or v.findings is not null)
    order by v.outcome = 'FAULTY' desc, r.n limit ${MOST_LINES}`);
  return rows.flatMap(({ sheet, row, issues, findings }) => [
    ...(issues ?? []).map(lineOf),
    ...(findings ?? []).map((finding) => `  ${sheet}!${row}: ${findingMessages(finding).vi}`),
  ]);
}

const lineOf = ({ sheet, row, cell, messages }: ImportIssue): string =>
  `  ${sheet}!${cell ?? row}: ${messages.vi}`;
