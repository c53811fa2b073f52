#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@cnscd/domain';
import { Command } from 'commander';
import { devIssuer } from './commands/dev-issuer.ts';
import { exportTable } from './commands/export-table.ts';
import { importFiles } from './commands/import-files.ts';
import { importUnits } from './commands/import-units.ts';
import { listImports } from './commands/list-imports.ts';
import { load } from './commands/load.ts';
import { loadOwnCalendar, loadOwnTemplates } from './commands/load-reporting.ts';
import { migrateTables } from './commands/migrate-tables.ts';
import { recountSums } from './commands/recount-sums.ts';
import { reportCommands } from './commands/report/report-commands.ts';
import { resealAllPhones } from './commands/reseal-all-phones.ts';
import { rights } from './commands/rights.ts';
import { serve } from './commands/serve.ts';
import type { Settings } from './commands/settings.ts';
import { undoImport } from './commands/undo-import.ts';
import { verifyAuditChain } from './commands/verify-audit-chain.ts';
import { verifyReports } from './commands/verify-reports.ts';
import { work } from './commands/work.ts';
import { packageFolder } from './database/package-folder.ts';
import { Refusal } from './refusal.ts';
import { buildSchema, printSchema } from './schema.ts';

const program = new Command('cnscd-subgraph')
  .description(
    'Tổ công nghệ số cộng đồng: đồ thị con GraphQL. Community digital technology teams as a subgraph.',
  )
  .version(JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version)
  // No default here: --help would print it, password and all.
  .option('--database-url <url>', 'PostgreSQL 15 or later; default: the environment variable DATABASE_URL');

const settings: Settings = {
  databaseUrl: () =>
    program.opts<{ databaseUrl?: string }>().databaseUrl ?? process.env['DATABASE_URL'] ?? '',
  // No options of their own: whoever lists the processes of a machine would read them.
  personalDataKey: () => process.env['CNSCD_PERSONAL_DATA_KEY'] ?? '',
  zaloSecrets: () => ({
    appSecret: process.env['CNSCD_ZALO_APP_SECRET'] ?? '',
    apiKey: process.env['CNSCD_ZALO_API_KEY'] ?? '',
    accountSecret: process.env['CNSCD_ZALO_ACCOUNT_SECRET'] ?? '',
    sessionKey: process.env['CNSCD_SESSION_KEY'] ?? '',
  }),
};

serve(program.command('serve'), settings);
devIssuer(program.command('dev-issuer'), settings);
migrateTables(program.command('migrate'), settings);
load(program.command('load'), settings);
importFiles(program.command('import'), settings);
const imports = program.command('imports').description('Các lần nhập bảng tính · Imports of spreadsheets.');
listImports(imports.command('list'), settings);
undoImport(imports.command('undo'), settings);
exportTable(program.command('export'), settings);
const units = program.command('units').description('Đơn vị hành chính · Administrative units.');
importUnits(units.command('import'), settings);
reportCommands(program.command('report'), settings);
work(program.command('work'), settings);
recountSums(program.command('recount'), settings);
rights(program.command('rights'), settings);
const templates = program.command('templates').description('Mẫu báo cáo kỳ · Templates of period reports.');
loadOwnTemplates(templates.command('load'), settings);
const calendar = program.command('calendar').description('Lịch làm việc · The work calendar.');
loadOwnCalendar(calendar.command('load'), settings);
const audit = program.command('audit').description('Nhật ký kiểm toán · The audit.');
verifyAuditChain(audit.command('verify'), settings);
verifyReports(audit.command('reports'), settings);
const phones = program.command('phones').description('Số điện thoại đã mã hóa · Encrypted phone numbers.');
resealAllPhones(phones.command('reseal'), settings);
program
  .command('schema')
  .description('In SDL · Prints the federated SDL.')
  .action(() => {
    process.stdout.write(printSchema(buildSchema()));
  });

await program.parseAsync().catch((error: unknown) => {
  for (const line of explain(error)) console.error(line);
  process.exitCode = 1;
});

/** What is wrong, in both languages. Never a stack trace. */
function explain(error: unknown): string[] {
  if (error instanceof DomainError || error instanceof Refusal) return [error.messages.vi, error.messages.en];
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  return [`Lỗi ngoài dự kiến: ${reason}`, `Unexpected error: ${reason}`];
}
