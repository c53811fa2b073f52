#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '@cnscd/domain';
import { Command } from 'commander';
import { connect, type Database } from './database/client.ts';
import { migrate } from './database/migrate.ts';
import { packageFolder } from './database/package-folder.ts';
import { requireDatabase } from './database/require-database.ts';
import { importUnitFiles } from './features/units/loading/official/import-unit-files.ts';
import { formatUnitReport } from './features/units/loading/report/format-unit-report.ts';
import { formatImportReport } from './import/format-import-report.ts';
import { importProvinceFile } from './import/import-province-file.ts';
import { loadDefaults } from './load-defaults.ts';
import { Refusal } from './refusal.ts';
import { buildSchema, printSchema } from './schema.ts';
import { startServer } from './server.ts';

const MAX_PORT = 65_535;
const NO_DATABASE_URL = {
  vi: 'Thiếu địa chỉ cơ sở dữ liệu: hãy đặt DATABASE_URL hoặc --database-url.',
  en: 'No database is named: set DATABASE_URL or give --database-url.',
};

const program = new Command('cnscd-subgraph')
  .description(
    'Tổ công nghệ số cộng đồng: đồ thị con GraphQL. Community digital technology teams as a subgraph.',
  )
  .version(JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version)
  // No default here: --help would print it, password and all.
  .option('--database-url <url>', 'PostgreSQL 15 or later; default: the environment variable DATABASE_URL');

program
  .command('serve')
  .description('Phục vụ GraphQL · Serves GraphQL at /graphql, with /live and /ready.')
  .option('--host <host>', 'address to listen on', '127.0.0.1')
  .option('--port <port>', 'port to listen on', '4001')
  .action(async ({ host, port }: { host: string; port: string }) => {
    const at = { host, port: readPort(port) };
    const server = await startServer({ databaseUrl: await usableDatabase(), ...at }).catch((error: unknown) =>
      Promise.reject(listenRefusal(error, at) ?? error),
    );
    console.log(server.url);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close());
  });

program
  .command('migrate')
  .description('Cập nhật lược đồ · Applies the migrations that the database lacks.')
  .action(async () => {
    const applied = await migrate(await usableDatabase({ migrated: false }));
    console.log(applied.length === 0 ? 'Không có gì mới · Up to date.' : applied.join('\n'));
  });

program
  .command('load')
  .description(
    'Nạp đơn vị hành chính và năm tỉnh mẫu · Loads the units and the five provinces of the package.',
  )
  .option('--language <language>', 'of the reconciliation report: vi or en', 'vi')
  .action(async ({ language }: { language: string }) => {
    const report = await loadDefaults(await usableDatabase(), { onProgress: (text) => console.log(text) });
    console.log(formatUnitReport(report, language === 'en' ? 'en' : 'vi'));
  });

program
  .command('import')
  .description("Nhập tệp số liệu của tỉnh · Imports provinces' data files (YAML).")
  .argument('<files...>', 'data files')
  .action((files: string[]) =>
    withDatabase(async (db) => {
      for (const path of files) console.log(formatImportReport(await importProvinceFile(db, { path })));
    }),
  );

program
  .command('units')
  .description('Đơn vị hành chính · Administrative units.')
  .command('import')
  .description(
    "Nhập bảng của cơ quan thống kê, như được cấp · Imports the statistics office's tables as handed out.",
  )
  .argument('<files...>', 'CSV files')
  .option('--language <language>', 'vi or en', 'vi')
  .action((files: string[], { language }: { language: string }) =>
    withDatabase(async (db) => {
      console.log(formatUnitReport(await importUnitFiles(db, files), language === 'en' ? 'en' : 'vi'));
    }),
  );

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

/** The address of the database, once it is known to answer and, unless told otherwise, to have the tables. */
async function usableDatabase({ migrated } = { migrated: true }): Promise<string> {
  const url = program.opts<{ databaseUrl?: string }>().databaseUrl ?? process.env['DATABASE_URL'];
  if (url === undefined || url === '') throw new Refusal(NO_DATABASE_URL);
  await requireDatabase(url, { migrated });
  return url;
}

async function withDatabase(use: (db: Database) => Promise<void>): Promise<void> {
  const db = connect(await usableDatabase(), { statementTimeoutMs: 0 });
  try {
    await use(db);
  } finally {
    await db.close();
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= MAX_PORT) return port;
  throw new Refusal({
    vi: `--port là "${text}": phải là số nguyên từ 0 (cổng trống bất kỳ) đến ${MAX_PORT}.`,
    en: `--port is "${text}": it must be a whole number from 0 (any free port) to ${MAX_PORT}.`,
  });
}

/** Undefined for what has nothing to do with the address to listen on. */
function listenRefusal(error: unknown, { host, port }: { host: string; port: number }): Refusal | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException; // absent on other errors
  if (syscall !== 'listen' && syscall !== 'getaddrinfo') return undefined;
  const messages =
    code === 'EADDRINUSE'
      ? {
          vi: `Cổng ${port} của ${host} đã có chương trình khác dùng: hãy chọn --port khác.`,
          en: `Port ${port} of ${host} is taken: choose another --port.`,
        }
      : {
          vi: `Không mở được cổng ${port} ở ${host} (${code}): hãy chọn --host hoặc --port khác.`,
          en: `Cannot listen on port ${port} of ${host} (${code}): choose another --host or --port.`,
        };
  return new Refusal(messages, { cause: error });
}

/** What is wrong, in both languages. Never a stack trace. */
function explain(error: unknown): string[] {
  if (error instanceof DomainError || error instanceof Refusal) return [error.messages.vi, error.messages.en];
  const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
  return [`Lỗi ngoài dự kiến: ${reason}`, `Unexpected error: ${reason}`];
}
