import { DomainError } from '@cnscd/domain';
import type { Command } from 'commander';
import { formatImport } from '../imports/jobs/format-import.ts';
import { askForImport, importById, settleImport } from '../imports/jobs/settle-import.ts';
import { localOperator, localTools } from './import-tools.ts';
import { progressLine } from './progress-line.ts';
import { type Settings, withDatabase } from './settings.ts';

export function undoImport(command: Command, settings: Settings): void {
  command
    .description(
      'Hoàn tác một lần nhập: sổ trở lại như trước · Takes an import back: the register is as it was.',
    )
    .argument('<id>', 'id of the import, as "imports list" has it')
    .action((id: string) =>
      withDatabase(settings, async (db) => {
        await importById(db, id);
        const who = { ...localOperator(), field: 'undoImport' };
        if (!(await askForImport(db, { id, from: 'APPLIED', to: 'UNDOING', who }))) throw notApplied();
        const line = progressLine();
        const record = await settleImport(localTools(db, settings), id, line.show);
        line.end();
        console.log(await formatImport(db, record));
        if (record.status !== 'UNDONE') process.exitCode = 1;
      }),
    );
}

const notApplied = () =>
  new DomainError('IMPORT_STATE', {
    vi: 'Lần nhập này chưa được ghi vào sổ, hoặc đã hoàn tác rồi.',
    en: 'This import was not applied, or is undone already.',
  });
