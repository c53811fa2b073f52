import { randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '../../src/auth/demo-accounts.ts';
import { type DevIssuer, startDevIssuer } from '../../src/auth/dev-issuer.ts';
import { attachment } from '../../src/http/send-file.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { testDatabase } from '../support/database.ts';

const clock = () => new Date('2026-11-22T03:00:00Z');
const database = await testDatabase('loaded');
let issuer: DevIssuer;
let server: RunningServer;

beforeAll(async () => {
  issuer = await startDevIssuer({ accounts: await demoAccounts(database, clock()), port: 0, clock });
  const { audience, jwksUrl } = issuer;
  server = await startServer({
    ...{ databaseUrl: database.url, port: 0, clock, personalDataKey: randomBytes(32).toString('base64') },
    auth: { issuer: issuer.issuer, audience, jwksUrl },
  });
});
afterAll(async () => {
  await server.close();
  await issuer.close();
});

async function get(path: string, account?: string) {
  const headers = account === undefined ? {} : { authorization: `Bearer ${await issuer.tokenFor(account)}` };
  const response = await fetch(server.url.replace('/graphql', `/files/exports/${path}`), { headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

const refusal = async (path: string, account?: string) => {
  const { response, body } = await get(path, account);
  const { errors } = JSON.parse(body.toString()) as { errors: { extensions: Record<string, unknown> }[] };
  return { status: response.status, ...errors[0]?.extensions };
};

describe('GET /files/exports', () => {
  it('answers a file with its name, and nothing that a cache may keep', async () => {
    const { response, body } = await get('teams.xlsx?unitCode=44&level=COMMUNE');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="danh-sach-to-tinh-quang-tri-2026-11-22.xlsx"; filename*=UTF-8''${encodeURIComponent('Danh sách tổ - Tỉnh Quảng Trị - 2026-11-22.xlsx')}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-length': String(body.length),
    });
    expect(body.subarray(0, 2).toString()).toBe('PK');
  });

  it('believes the token that GraphQL believes, and records who took people’s data', async () => {
    const { response, body } = await get('roster.csv?unitCode=19597&delimiter=TAB', 'officer-cam-lo');
    expect(response.status).toBe(200);
    expect(body.toString().split('\r\n')[0]).toMatch(/^\uFEFFMã tổ\tTên tổ\t/);
    const entries = await database.rows<{ actor: string; after: Record<string, unknown> }>(sql`
      select actor, after from audit_entry where entity_type = 'Export'`);
    expect(entries).toMatchObject([
      { actor: 'officer-cam-lo', after: { kind: 'ROSTER', format: 'csv', filters: { unitCode: '19597' } } },
    ]);
    expect(entries[0]?.after['rows']).toBe(body.toString().trim().split('\r\n').length - 1);
  });

  it('refuses in the words of GraphQL, with a fitting status', async () => {
    expect(await refusal('roster.xlsx')).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
    expect(await refusal('people.xlsx')).toMatchObject({
      status: 404,
      code: 'EXPORT_NOT_FOUND',
      field: 'name',
    });
    expect(await refusal('teams.xlsx?unitCode=99')).toMatchObject({ status: 404, code: 'UNIT_NOT_FOUND' });
    expect(await refusal('roster.xlsx?unitCode=48', 'officer-cam-lo')).toMatchObject({
      ...{ status: 403, code: 'NOT_PERMITTED', field: 'unitCode' },
    });
    expect(await refusal('teams.xlsx?limit=1')).toMatchObject({
      status: 400,
      code: 'INPUT_INVALID',
      field: 'limit',
    });
    expect(await refusal('teams.xlsx?status=ACTIVE&status=MERGED')).toMatchObject({ code: 'INPUT_INVALID' });
    expect(await refusal('roster.pdf', 'administrator')).toMatchObject({
      ...{ status: 422, code: 'EXPORT_TOO_LARGE', field: 'unitCode' },
      messages: { en: expect.stringContaining('2,000 rows') },
    });
    expect(await refusal(`%2e%2e%2fteams.xlsx`)).toMatchObject({ status: 404 });
  });

  it('records nothing of a file that is refused', async () => {
    const [before] = await database.rows<{ n: number }>(sql`select count(*) as n from audit_entry`);
    await refusal('roster.pdf', 'administrator');
    const [after] = await database.rows<{ n: number }>(sql`select count(*) as n from audit_entry`);
    expect(after).toEqual(before);
  });

  it('answers GraphQL while files are written', async () => {
    const files = Promise.all(
      Array.from({ length: 6 }, () => get('roster.xlsx?unitCode=VN', 'administrator')),
    );
    const began = performance.now();
    const answer = await fetch(server.url, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
    expect(answer.status).toBe(200);
    expect(performance.now() - began).toBeLessThan(3_000);
    for (const { response } of await files) expect(response.status).toBe(200);
  });
});

it('names a file so that no header is broken by its name', () => {
  expect(attachment('Tổ "Ánh\r\nSáng" (1)*.csv')).toBe(
    `attachment; filename="to-anh-sang-1.csv"; filename*=UTF-8''T%E1%BB%95%20%22%C3%81nh%0D%0AS%C3%A1ng%22%20%281%29%2A.csv`,
  );
});
