#!/usr/bin/env node
// Prisma's command line downloads a schema engine, which fails in a closed network. This stands in for it: the same
// JSON-RPC over stdin and stdout, answered by @prisma/schema-engine-wasm over @prisma/adapter-pg.
// The protocol is not a public one: this is for development and CI. Production applies the SQL files by `migrate`.
// PRISMA_SCHEMA_ENGINE_BINARY=scripts/prisma-schema-engine.mjs prisma …
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const wasmFolder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
const args = process.argv.slice(2);
if (['--version', '-V'].includes(args[0])) {
  const { version } = JSON.parse(readFileSync(join(wasmFolder, 'package.json'), 'utf8'));
  console.log(`schema-engine-cli ${version.split('.').pop()}`);
  process.exit(0);
}

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  args,
  strict: false,
  allowPositionals: true,
  options: {
    datamodels: { ...text, multiple: true },
    datasource: text,
    'extension-types': text,
    'enabled-preview-features': text,
  },
});
const datasourceUrl = values.datasource === undefined ? undefined : JSON.parse(values.datasource).url;
// Loaded only now: Prisma asks for the version often, and that must be quick.
const { default: pg } = await import('pg');
const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
const { adapterFactory, withDatabase } = await import('./prisma-adapter.mjs');

if (positionals[0] === 'cli') await runCommand(positionals[1]);
else serve();

/** `cli can-connect-to-database` and `cli create-database`: Prisma reads the outcome from the log lines. */
async function runCommand(command) {
  const log = (level, target, fields) => console.error(JSON.stringify({ level, target, fields }));
  log('INFO', 'schema_engine', { message: 'start' });
  try {
    if (command === 'can-connect-to-database') {
      await withClient(datasourceUrl, undefined, () => {});
      log('INFO', 'schema_engine::logger', { message: 'Connection successful' });
    } else if (command === 'create-database') await createDatabase(datasourceUrl);
    process.exit(0);
  } catch (error) {
    const code = error.code === '3D000' ? 'P1003' : 'P1001';
    const message = String(error.message || error.code);
    log('ERROR', 'schema_engine::logger', { message, is_panic: false, error_code: code });
    process.exit(1);
  }
}

/** One request a line, answered in order: the engine is not re-entrant. */
function serve() {
  let answered = Promise.resolve();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    answered = answered.then(() => answer(JSON.parse(line)));
  });
  lines.on('close', () => answered.then(() => process.exit(0)));
}

let printed = 0;

async function answer({ id, method, params }) {
  if (!method) return;
  try {
    const result = (await call(method, params)) ?? {};
    if (method === 'diff' && result.stdout) {
      send({ id: `p${++printed}`, method: 'print', params: { content: result.stdout } });
      result.stdout = null;
    }
    send({ id, result });
  } catch (error) {
    const data = {
      is_panic: false,
      message: String(error?.message ?? error),
      error_code: error?.code ?? null,
    };
    const message = 'An error happened. Check the data field for details.';
    send({ id, error: { code: 4466, message, data: { ...data, meta: error?.meta } } });
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

async function call(method, params) {
  if (method === 'createDatabase') {
    return { databaseName: await createDatabase(params.datasource?.url ?? datasourceUrl) };
  }
  const engine = await openEngine();
  return method === 'getDatabaseVersion' ? engine.version(params) : engine[method](params);
}

let engine;

/** The engine opens no connection until a method needs one, so a missing datasource is no obstacle to `diff`. */
function openEngine() {
  engine ??= (async () => {
    const wasm = await import('@prisma/schema-engine-wasm/schema_engine_bg');
    const binary = readFileSync(join(wasmFolder, 'schema_engine_bg.wasm'));
    const { instance } = await WebAssembly.instantiate(binary, { './schema_engine_bg.js': wasm });
    wasm.__wbg_set_wasm(instance.exports);
    instance.exports.__wbindgen_start();
    const datamodels = values.datamodels?.map((file) => [file, readFileSync(file, 'utf8')]);
    const factory = adapterFactory(datasourceUrl ?? 'postgresql://none@127.0.0.1:1/none');
    const log = (line) => process.env.DEBUG && console.error(line);
    return wasm.SchemaEngine.new({ datamodels }, log, bindMigrationAwareSqlAdapterFactory(factory));
  })();
  return engine;
}

/** @returns the name of the database, made unless it was there */
async function createDatabase(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  await withClient(url, 'postgres', async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(name)}`);
  });
  return name;
}

async function withClient(url, database, use) {
  const client = new pg.Client(withDatabase(url, database));
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
