import Fastify from 'fastify';
import { readXlsx } from 'hucre';
import sql from 'sql-template-tag';
import { afterAll, describe, expect, it } from 'vitest';
import type { Claims } from '../../src/auth/credential.ts';
import { errorFormatter } from '../../src/errors.ts';
import { addFileRoutes } from '../../src/http/file-routes.ts';
import { runImportJobs } from '../../src/imports/jobs/import-jobs.ts';
import { readFileInWorker } from '../../src/imports/reading/read-file-in-worker.ts';
import { officer, person, stranger } from '../support/people.ts';
import { sendWrites } from '../support/send-write.ts';
import { testSubgraph } from '../support/subgraph.ts';
import { NOW, phones } from './support.ts';

const { run, database, subgraph } = await testSubgraph('loaded');
const mine = officer('COMMUNE_OFFICER', '19597');
const other = officer('COMMUNE_OFFICER', '20275');
const above = officer('PROVINCIAL_OFFICER', '44');

// The same key everywhere: what the host seals the worker opens.
let asker: Claims | undefined = mine;
const app = Fastify();
await addFileRoutes(app, {
  async contextOf() {
    const ctx = { ...(await subgraph.contextOf()), phones };
    return asker === undefined ? ctx : { ...ctx, credential: { kind: 'VERIFIED', claims: asker } };
  },
  formatError: errorFormatter(() => {}),
});
afterAll(() => app.close());

const upload = (as: Claims | undefined, text: string, query = 'kind=ROSTER&fileName=to.csv') => {
  asker = as;
  return app.inject({ method: 'POST', url: `/files/imports?${query}`, payload: Buffer.from(text) });
};
const work = () =>
  runImportJobs({
    ...{ db: database, phones, clock: () => NOW, log: (message) => expect.fail(message) },
    readFile: readFileInWorker,
  });
const send = sendWrites(run, { Import: 'id status version counts { newRows faultyRows }' });

const READ = `query ($id: ID!) { import(id: $id) { kind status fileName version progress { phase label done total }
  counts { rows newRows changedRows unchangedRows faultyRows warnings } columns { header field label sample }
  issues { code } failure { code message }
  rows { totalCount nodes { number sheet row outcome cells { field label value } changes { field }
    issues { code severity message cell field } } } } }`;
const read = async (id: string, as: Claims = mine) => (await run(READ, { id }, { as })).data.import;

const [team] = await database.rows<{ code: string }>(sql`
  select t.code from team t join unit_scope s on s.unit_id = t.unit_id join admin_unit u on u.id = s.region_id
  where u.code = '19597' and u.valid_to is null and t.status = 'ACTIVE' order by t.code limit 1`);
const ROSTER = `Họ và tên;Số điện thoại;Mã tổ\nNgười Mới Một;0912 345 678;${team?.code}\nNgười Mới Hai;;KHONG-CO\n`;

async function dryRun(text = ROSTER): Promise<string> {
  const response = await upload(mine, text);
  expect(response.statusCode).toBe(202);
  await work();
  return response.json().id;
}

describe('an upload', () => {
  it('is kept encrypted until the worker reads it, and is a dry run then', async () => {
    const response = await upload(mine, ROSTER);
    const { id } = response.json();
    expect(await read(id)).toMatchObject({ status: 'WAITING', fileName: 'to.csv', counts: { rows: 0 } });
    const [{ content } = { content: Buffer.alloc(0) }] = await database.rows<{ content: Buffer }>(sql`
      select content from import_file where import_id = ${id}::uuid`);
    expect(content.toString('latin1')).not.toContain('KHONG-CO');
    await work();
    const found = await read(id);
    expect(found).toMatchObject({
      status: 'READY',
      counts: { rows: 2, newRows: 1, faultyRows: 1 },
      progress: { phase: null },
      failure: null,
    });
    expect(found.columns).toContainEqual({
      header: 'Họ và tên',
      field: 'fullName',
      label: 'họ và tên',
      sample: null,
    });
    expect(found.rows.totalCount).toBe(2);
    expect(found.rows.nodes[0]).toMatchObject({ number: 1, row: 2, outcome: 'NEW', issues: [] });
    expect(found.rows.nodes[0].cells).toContainEqual({
      field: 'phones',
      label: 'số điện thoại',
      value: 'có số',
    });
    expect(found.rows.nodes[1]).toMatchObject({
      outcome: 'FAULTY',
      issues: [{ code: 'TEAM_UNKNOWN', severity: 'ERROR', cell: 'C3', field: 'teamCode' }],
    });
    expect(JSON.stringify(found)).not.toMatch(/912.?345/);
  });

  it.each([
    ['the public', undefined, 401, 'SIGN_IN_REQUIRED'],
    ['somebody without a role', stranger(), 403, 'NOT_PERMITTED'],
    ['a member', person('00000000-0000-4000-8000-000000000000'), 403, 'NOT_PERMITTED'],
  ])('is refused from %s', async (_, as, status, code) => {
    const response = await upload(as, ROSTER);
    expect(response.statusCode).toBe(status);
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it.each([
    ['a kind that there is not', 'kind=PEOPLE&fileName=a.csv', 400, 'INPUT_INVALID'],
    ['no name', 'kind=ROSTER', 400, 'TEXT_INVALID'],
    ['two names', 'kind=ROSTER&fileName=a.xlsx&fileName=b.xlsx', 415, 'FILE_UNSUPPORTED'],
    ['another extension', 'kind=ROSTER&fileName=a.xlsx', 415, 'FILE_UNSUPPORTED'],
  ])('is refused with %s', async (_, query, status, code) => {
    const response = await upload(mine, ROSTER, query);
    expect([response.statusCode, response.json().errors[0].extensions.code]).toEqual([status, code]);
  });

  it('is refused as a form, with what would be right', async () => {
    asker = mine;
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const url = '/files/imports?kind=ROSTER&fileName=to.csv';
    const response = await app.inject({ method: 'POST', url, headers, payload: '--x--' });
    expect([response.statusCode, response.json().errors[0].message]).toEqual([
      400,
      expect.stringContaining('--data-binary'),
    ]);
  });

  it('is refused in both languages where it is too large', async () => {
    const response = await upload(mine, 'x'.repeat(20 * 1024 * 1024 + 1));
    expect(response.statusCode).toBe(413);
    expect(response.json().errors[0].extensions).toMatchObject({
      code: 'FILE_TOO_LARGE',
      messages: { vi: expect.stringContaining('20 MB') },
    });
  });
});

describe('an import', () => {
  it('is for the officers of its region and for nobody else', async () => {
    const id = await dryRun();
    expect(await read(id, above)).toMatchObject({ status: 'READY' });
    for (const as of [other, stranger()]) {
      const { data, errors } = await run(READ, { id }, { as });
      expect(data.import).toBeNull();
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'IMPORT_NOT_FOUND' });
      const { data: list } = await run('{ imports { totalCount } }', {}, { as });
      expect(list.imports.totalCount).toBe(0);
      const { version } = await read(id);
      expect(await send('applyImport')(as, { id, expectedVersion: version })).toMatchObject({
        code: 'IMPORT_NOT_FOUND',
      });
    }
  });

  it('is applied without its faulty rows only if that was said, then undone', async () => {
    const id = await dryRun();
    const { version } = await read(id);
    expect(await send('applyImport')(mine, { id, expectedVersion: version })).toMatchObject({
      code: 'IMPORT_FAULTY',
      field: 'skipFaultyRows',
      value: '1',
    });
    const asked = await send('applyImport')(mine, { id, expectedVersion: version, skipFaultyRows: true });
    expect(asked).toMatchObject({ __typename: 'Import', status: 'APPLYING' });
    expect(await send('undoImport')(mine, { id, expectedVersion: asked.version })).toMatchObject({
      code: 'IMPORT_STATE',
    });
    await work();
    const applied = await read(id);
    expect(applied).toMatchObject({ status: 'APPLIED', failure: null });
    const names = () => database.rows(sql`select 1 from member where display_name like 'Người Mới %'`);
    expect(await names()).toHaveLength(1);
    expect(await send('undoImport')(above, { id, expectedVersion: applied.version })).toMatchObject({
      status: 'UNDOING',
    });
    await work();
    expect(await read(id)).toMatchObject({ status: 'UNDONE' });
    expect(await names()).toHaveLength(0);
    const { version: last } = await read(id);
    expect(await send('discardImport')(mine, { id, expectedVersion: last })).toMatchObject({
      status: 'DISCARDED',
    });
    expect(await database.rows(sql`select 1 from import_row where import_id = ${id}::uuid`)).toEqual([]);
    expect(await database.rows(sql`select 1 from import_file where import_id = ${id}::uuid`)).toEqual([]);
  });

  it('remembers what a heading means for the next file of the region', async () => {
    const text = ROSTER.replace('Họ và tên', 'Quý danh');
    const id = await dryRun(text);
    const found = await read(id);
    expect(found.issues.map(({ code }: { code: string }) => code)).toContain('COLUMN_MISSING');
    const mapped = await send('mapImportColumns')(mine, {
      ...{ id, expectedVersion: found.version },
      columns: [{ header: 'Quý danh', field: 'fullName' }],
    });
    expect(mapped).toMatchObject({ status: 'WAITING' });
    await work();
    expect(await read(id)).toMatchObject({ status: 'READY', counts: { rows: 2 } });
    expect(await read(await dryRun(text))).toMatchObject({ status: 'READY', counts: { rows: 2 } });
    const wrong = await send('mapImportColumns')(mine, {
      ...{ id, expectedVersion: (await read(id)).version },
      columns: [{ header: 'Quý danh', field: 'salary' }],
    });
    expect(wrong).toMatchObject({ code: 'INPUT_INVALID', field: 'columns[0].field', value: 'salary' });
  });

  it('is shown as people read it: choices in words, days and numbers as in Vietnam, topics with their counts', async () => {
    const text = `Mã tổ;Loại hoạt động;Tên hoạt động;Trạng thái;Ngày;Giờ;Nội dung;Số người được tiếp cận\n${team?.code};Họp;MEETING;Đã thực hiện;02/11/2026;6h30;VNeID;1200\n`;
    const { id } = (await upload(mine, text, 'kind=ACTIVITIES&fileName=a.csv')).json();
    await work();
    const { rows } = await read(id);
    const shown = rows.nodes[0].cells.map(({ field, value }: Record<string, string>) => [field, value]);
    expect(Object.fromEntries(shown)).toMatchObject({
      ...{ kind: 'họp tổ', title: 'MEETING', status: 'đã thực hiện', date: '02/11/2026', time: '06:30' },
      ...{ topics: expect.stringMatching(/định danh/i), reached: '1.200' },
    });
  });

  it('without headings is not taken for one: nobody’s number is kept as the heading of a column', async () => {
    const id = await dryRun(`Nguyễn Văn An;0912345678;${team?.code}\nLê Thị Bình;0987654321;${team?.code}\n`);
    expect(await read(id)).toMatchObject({ status: 'READY', counts: { rows: 0 }, columns: [] });
    const [kept] = await database.rows<{ text: string }>(sql`
      select i::text as text from import i where id = ${id}::uuid`);
    expect(kept?.text).not.toMatch(/0912345678|Nguyễn/);
  });

  it('of which nobody knew a heading is forgotten with its headings', async () => {
    const id = await dryRun('Ai đó;Đâu đó\nA;B\n');
    const found = await read(id);
    expect(found.columns.map(({ header }: { header: string }) => header)).toEqual(['Ai đó', 'Đâu đó']);
    await send('discardImport')(mine, { id, expectedVersion: found.version });
    const [kept] = await database.rows<{ text: string }>(sql`
      select i::text as text from import i where id = ${id}::uuid`);
    expect(kept?.text).not.toContain('Ai đó');
  });

  it('remembers the last word about a heading, however it is spelled', async () => {
    const text = ROSTER.replace('Họ và tên', 'Danh tính');
    const found = await read(await dryRun(text));
    for (const [header, field] of [
      ['DANH TÍNH', null],
      ['Danh tính', 'fullName'],
    ]) {
      const id = await dryRun(text);
      const { version } = await read(id);
      await send('mapImportColumns')(mine, { id, expectedVersion: version, columns: [{ header, field }] });
      await work();
    }
    expect(found.issues.map(({ code }: { code: string }) => code)).toContain('COLUMN_MISSING');
    expect(await read(await dryRun(text.replace('Danh tính', 'danh  tính')))).toMatchObject({
      counts: { rows: 2 },
    });
  });

  it('comes back with what is wrong marked in it, to those who may see it', async () => {
    const id = await dryRun();
    const annotated = (as: Claims) => {
      asker = as;
      return app.inject({ url: `/files/imports/${id}/annotated` });
    };
    const response = await annotated(mine);
    expect(response.headers['content-disposition']).toContain("filename*=UTF-8''to-loi.xlsx");
    const rows = (await readXlsx(response.rawPayload)).sheets[0]?.rows ?? [];
    expect(rows[0]?.at(-1)).toBe('Lỗi');
    expect(rows[1]?.at(-1) ?? null).toBeNull();
    expect(rows[2]?.at(-1)).toContain('KHONG-CO');
    const refused = await annotated(other);
    expect([refused.statusCode, refused.json().errors[0].extensions.code]).toEqual([404, 'IMPORT_NOT_FOUND']);
  });

  it('without a table is no dry run of anything, and cannot be applied', async () => {
    const id = await dryRun('chỉ có một dòng chữ\n');
    const found = await read(id);
    expect(found).toMatchObject({ status: 'READY', counts: { rows: 0 } });
    expect(found.issues.map(({ code }: { code: string }) => code)).toContain('TABLE_MISSING');
    expect(await send('applyImport')(mine, { id, expectedVersion: found.version })).toMatchObject({
      code: 'IMPORT_FAULTY',
    });
  });
});
