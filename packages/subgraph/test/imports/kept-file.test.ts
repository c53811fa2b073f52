import { readFile } from 'node:fs/promises';
import Fastify from 'fastify';
import { readXlsx, writeXlsx } from 'hucre';
import sql from 'sql-template-tag';
import { afterAll, describe, expect, it } from 'vitest';
import { errorFormatter } from '../../src/errors.ts';
import { addFileRoutes } from '../../src/http/file-routes.ts';
import { runImportJobs } from '../../src/imports/jobs/import-jobs.ts';
import { readFileInWorker } from '../../src/imports/reading/read-file-in-worker.ts';
import { fileRefusal } from '../../src/spreadsheets/file-refusals.ts';
import { unpackText } from '../../src/spreadsheets/xlsx/unpack.ts';
import { zipParts } from '../../src/spreadsheets/xlsx/zip-parts.ts';
import { officer } from '../support/people.ts';
import { sendWrites } from '../support/send-write.ts';
import { testSubgraph } from '../support/subgraph.ts';
import { NOW, phones } from './support.ts';

const { run, database, subgraph } = await testSubgraph('loaded');
const mine = officer('COMMUNE_OFFICER', '19597');
const app = Fastify();
await addFileRoutes(app, {
  async contextOf() {
    const ctx = { ...(await subgraph.contextOf()), phones };
    return { ...ctx, credential: { kind: 'VERIFIED', claims: mine } };
  },
  formatError: errorFormatter(() => {}),
});
afterAll(() => app.close());

const tools = {
  ...{ db: database, phones, clock: () => NOW, log: (message: string) => expect.fail(message) },
  readFile: readFileInWorker,
};
const send = sendWrites(run, { Import: 'id status version' });
const READ = `query ($id: ID!) { import(id: $id) { status version counts { rows newRows faultyRows }
  issues { code message } failure { code message } rows { nodes { row issues { code cell } } } } }`;
const read = async (id: string) => (await run(READ, { id }, { as: mine })).data.import;

async function dryRun(fileName: string, content: Uint8Array): Promise<string> {
  const url = `/files/imports?kind=ROSTER&fileName=${fileName}`;
  const response = await app.inject({ method: 'POST', url, payload: Buffer.from(content) });
  expect(response.statusCode).toBe(202);
  await runImportJobs(tools);
  return response.json().id;
}

/** All that is kept of a file, decrypted and unpacked. */
async function keptOf(id: string): Promise<string | null> {
  const [row] = await database.rows<{ content: Buffer }>(sql`
    select content from import_file where import_id = ${id}::uuid`);
  const bytes = row === undefined ? null : phones.files.open(row.content);
  if (bytes === null) return null;
  let text = bytes.toString('latin1') + bytes.toString('utf16le');
  if (!text.startsWith('PK')) return text;
  for (const part of zipParts(bytes).values()) for await (const piece of unpackText(part)) text += piece;
  return text;
}

// As the XLS has it, which cannot be written here.
const TEAM = 'MA-CUA-TO';
await database.rows(sql`
  update team set code = ${TEAM} where id = (
    select t.id from team t join unit_scope s on s.unit_id = t.unit_id join admin_unit u on u.id = s.region_id
    where u.code = '19597' and u.valid_to is null and t.status = 'ACTIVE' order by t.code limit 1)`);
const ROWS = [
  ['Quý danh', 'Số điện thoại', 'Mã tổ', 'Số CCCD', 'Ghi chú'],
  ['Người Mới Một', '0912345678', TEAM, '045090001234', ''],
  ['Người Mới Hai', '0912345679', TEAM, '', 'vợ: 045 090 001 235'],
];
const DIGITS = /045 ?090 ?001/u;

const FILES = [
  ['to.csv', async () => Buffer.from(ROWS.map((row) => row.join(';')).join('\n'))],
  ['to.xlsx', () => writeXlsx({ sheets: [{ name: 'Tổ', rows: ROWS }] })],
  ['to.xls', () => readFile(new URL('../spreadsheets/files/can-cuoc.xls', import.meta.url))],
] as const;

describe.each(FILES)('of %s', (fileName, make) => {
  it('no citizen ID is kept after the dry run; it is read again, marked, applied and undone', async () => {
    const id = await dryRun(fileName, await make());
    const first = await read(id);
    expect(first).toMatchObject({ status: 'READY', counts: { rows: 0 } });
    expect(first.issues.map(({ code }: { code: string }) => code)).toContain('FILE_CLEARED');
    expect(await keptOf(id)).not.toMatch(DIGITS);
    expect(await keptOf(id)).toContain('0912345678');

    const columns = [{ header: 'Quý danh', field: 'fullName' }];
    await send('mapImportColumns')(mine, { id, expectedVersion: first.version, columns });
    await runImportJobs(tools);
    const found = await read(id);
    expect(found).toMatchObject({ status: 'READY', counts: { rows: 2, newRows: 1, faultyRows: 1 } });
    expect(found.rows.nodes.flatMap(({ issues }: { issues: unknown[] }) => issues)).toEqual([
      { code: 'TEXT_SENSITIVE', cell: 'E3' },
    ]);
    expect(found.issues.map(({ code }: { code: string }) => code)).toContain('FILE_CLEARED');
    expect(await keptOf(id)).not.toMatch(DIGITS);
    const [staged] = await database.rows<{ text: string }>(sql`
      select string_agg(r::text, ' ') || i::text as text from import i join import_row r on r.import_id = i.id
      where i.id = ${id}::uuid group by i.*`);
    expect(staged?.text).not.toMatch(DIGITS);

    const annotated = await app.inject({ url: `/files/imports/${id}/annotated` });
    const rows = (await readXlsx(annotated.rawPayload)).sheets[0]?.rows ?? [];
    expect(rows[1]?.slice(0, 4)).toEqual(['Người Mới Một', '0912345678', TEAM, '[đã bỏ số căn cước]']);
    expect(rows[2]?.at(-1)).toContain('số giống số căn cước');

    const names = () => database.rows(sql`select 1 from member where display_name like 'Người Mới %'`);
    await send('applyImport')(mine, { id, expectedVersion: found.version, skipFaultyRows: true });
    await runImportJobs(tools);
    const applied = await read(id);
    expect([applied.status, (await names()).length]).toEqual(['APPLIED', 1]);
    await send('undoImport')(mine, { id, expectedVersion: applied.version });
    await runImportJobs(tools);
    expect([(await read(id)).status, (await names()).length]).toEqual(['UNDONE', 0]);
    // For the next format: the columns have to be named anew.
    await database.rows(sql`delete from import_mapping`);
  });
});

describe('a file that cannot be copied', () => {
  it('is not kept at all, and its annotated copy and its second reading say why', async () => {
    const readFile: typeof readFileInWorker = async (...args) => ({
      ...(await readFileInWorker(...args)),
      copy: null,
    });
    const url = '/files/imports?kind=ROSTER&fileName=to.csv';
    const payload = ROWS.map((row) => row.join(';')).join('\n');
    const { id } = (await app.inject({ method: 'POST', url, payload: Buffer.from(payload) })).json();
    await runImportJobs({ ...tools, readFile });
    expect(await keptOf(id)).toBe('');
    const annotated = await app.inject({ url: `/files/imports/${id}/annotated` });
    expect(annotated.json().errors[0]).toMatchObject({
      message: expect.stringContaining('không tạo được bản sao'),
      extensions: { code: 'IMPORT_STATE' },
    });
    const { version } = await read(id);
    await send('mapImportColumns')(mine, { id, expectedVersion: version, columns: [] });
    await runImportJobs(tools);
    expect(await read(id)).toMatchObject({
      status: 'FAILED',
      failure: { code: 'IMPORT_STATE', message: expect.stringContaining('không tạo được bản sao') },
    });
  });
});

it('a file whose reading fails is not kept', async () => {
  const url = '/files/imports?kind=ROSTER&fileName=to.csv';
  const payload = Buffer.from(ROWS.map((row) => row.join(';')).join('\n'));
  const { id } = (await app.inject({ method: 'POST', url, payload })).json();
  expect(await keptOf(id)).toMatch(DIGITS);
  const readFile = () => Promise.reject(fileRefusal('TOO_MANY_ROWS'));
  await runImportJobs({ ...tools, readFile });
  expect(await read(id)).toMatchObject({ status: 'FAILED', failure: { code: 'FILE_TOO_LARGE' } });
  expect(await keptOf(id)).toBeNull();
});
