import { label } from '@cnscd/domain';
import type { Command } from 'commander';
import sql from 'sql-template-tag';
import { type ImportRecord, importColumns, importSortKey } from '../entities/import.ts';
import { type Settings, withDatabase } from './settings.ts';

const MOST = 50;

export function listImports(command: Command, settings: Settings): void {
  command
    .description(
      'Liệt kê các lần nhập bảng tính, mới nhất trước · Lists imports of spreadsheets, newest first.',
    )
    .action(() =>
      withDatabase(settings, async (db) => {
        const records = await db.rows<ImportRecord>(sql`
          /* importsOfCommand */
          select ${importColumns} from import i order by ${importSortKey}, i.id limit ${MOST}`);
        for (const record of records) console.log(lineOf(record));
        if (records.length === 0) console.log('Chưa có lần nhập nào · No imports yet');
      }),
    );
}

const lineOf = ({
  id,
  createdAt,
  kind,
  status,
  fileName,
  rows,
  newRows,
  changedRows,
}: ImportRecord): string =>
  [
    id,
    createdAt.toISOString().slice(0, 16),
    kind,
    label('importStatus', status, 'vi'),
    `${rows} dòng, thêm ${newRows}, sửa ${changedRows}`,
    fileName,
  ].join('  ');
