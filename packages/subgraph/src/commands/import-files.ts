import { IMPORT_KINDS } from '@cnscd/domain';
import type { Command } from 'commander';
import { formatImportReport } from '../import/format-import-report.ts';
import { importProvinceFile } from '../import/import-province-file.ts';
import { Refusal } from '../refusal.ts';
import { importTable, type TableFlags } from './import-table.ts';
import { type Settings, withDatabase } from './settings.ts';

interface Flags extends Omit<TableFlags, 'kind'> {
  kind?: string;
}

export function importFiles(command: Command, settings: Settings): void {
  command
    .description(
      "Nhập tệp: số liệu của tỉnh (YAML), hoặc bảng tính của cán bộ với --kind · Imports provinces' data files (YAML), or an officer's spreadsheet with --kind.",
    )
    .argument('<files...>', 'data files, or one .xlsx, .xls or .csv file')
    .option('--kind <kind>', 'what the spreadsheet holds: ROSTER, TEAMS, ACTIVITIES, FIGURES, MEASUREMENTS')
    .option('--unit <code>', 'unit that it may touch, with all that lies in it', 'VN')
    .option(
      '--map <header=field>',
      'what a column is; may be repeated; nothing after = leaves it out',
      collect,
      [],
    )
    .option('--apply', 'write it to the register; without it: a dry run')
    .option('--skip-faulty', 'with --apply: leave out rows with errors')
    .option('--annotated <file>', 'write a copy of the file with what is wrong marked in it')
    .action(async (files: string[], { kind, ...flags }: Flags) => {
      if (kind === undefined) {
        const table = files.find((path) => /\.(?:xlsx|xlsm|xls|csv|tsv)$/i.test(path));
        if (table !== undefined) throw kindMissing(table);
        return importYaml(files, settings);
      }
      const [file, ...more] = files;
      if (file === undefined || more.length > 0) throw oneFile();
      return importTable(file, { kind, ...flags }, settings);
    });
}

const importYaml = (files: readonly string[], settings: Settings): Promise<void> =>
  withDatabase(settings, async (db) => {
    for (const path of files) console.log(formatImportReport(await importProvinceFile(db, { path })));
  });

const collect = (value: string, all: string[]): string[] => [...all, value];

const kindMissing = (path: string) =>
  new Refusal({
    vi: `${path} là bảng tính: hãy thêm --kind và nội dung của nó, một trong ${IMPORT_KINDS.join(', ')}.`,
    en: `${path} is a spreadsheet: add --kind and what it holds, one of ${IMPORT_KINDS.join(', ')}.`,
  });

const oneFile = () =>
  new Refusal({
    vi: 'Với --kind chỉ nhập mỗi lần một tệp bảng tính.',
    en: 'With --kind, give one spreadsheet at a time.',
  });
