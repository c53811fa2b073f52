import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '../../src/auth/demo-accounts.ts';
import { type DevIssuer, startDevIssuer } from '../../src/auth/dev-issuer.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { NO_POPPLER, wordsOfPdf } from '../papers/programs.ts';
import { startCommand } from '../support/command.ts';
import { testDatabase } from '../support/database.ts';

const clock = () => new Date('2026-11-22T03:00:00Z');
const database = await testDatabase('loaded');
let issuer: DevIssuer;
let server: RunningServer;
let id: string;

beforeAll(async () => {
  issuer = await startDevIssuer({ accounts: await demoAccounts(database, clock()), port: 0, clock });
  const { audience, jwksUrl } = issuer;
  server = await startServer({
    ...{ databaseUrl: database.url, port: 0, clock, personalDataKey: randomBytes(32).toString('base64') },
    auth: { issuer: issuer.issuer, audience, jwksUrl },
  });
  id = await openReport();
});
afterAll(async () => {
  await server.close();
  await issuer.close();
});

async function openReport(): Promise<string> {
  const query = `mutation ($input: OpenReportInput!) { openReport(input: $input) { ... on Report { id } ... on Refusal { message } } }`;
  const input = {
    templateCode: 'TEAM_ACTIVITY',
    period: '2026-Q3',
    unitCode: '19597',
    idempotencyKey: randomUUID(),
  };
  const response = await fetch(server.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await issuer.tokenFor('officer-cam-lo')}`,
    },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data } = (await response.json()) as { data: { openReport: { id: string } } };
  expect(data.openReport).toEqual({ id: expect.any(String) });
  return data.openReport.id;
}

async function get(path: string, account?: string) {
  const headers = account === undefined ? {} : { authorization: `Bearer ${await issuer.tokenFor(account)}` };
  const response = await fetch(server.url.replace('/graphql', `/files/reports/${path}`), { headers });
  return { response, body: Buffer.from(await response.arrayBuffer()) };
}

const refusal = async (path: string, account?: string) => {
  const { response, body } = await get(path, account);
  const { errors } = JSON.parse(body.toString()) as { errors: { extensions: Record<string, unknown> }[] };
  return { status: response.status, ...errors[0]?.extensions };
};

describe('GET /files/reports', () => {
  it.each([
    ['pdf', 'application/pdf', '%PDF'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'PK'],
  ])('answers a draft as %s, with its name', async (extension, contentType, signature) => {
    const { response, body } = await get(`${id}.${extension}`, 'officer-cam-lo');
    expect(response.status).toBe(200);
    const name = `Báo cáo - Xã Cam Lộ - Quý III 2026 - bản nháp.${extension}`;
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': contentType,
      'content-disposition': expect.stringContaining(`filename*=UTF-8''${encodeURIComponent(name)}`),
      'cache-control': 'no-store',
    });
    expect(body.subarray(0, signature.length).toString()).toBe(signature);
  });

  it.skipIf(NO_POPPLER)(
    `is signed by the people’s committee of the commune ${NO_POPPLER ?? ''}`,
    async () => {
      const { body } = await get(`${id}.pdf`, 'officer-quang-tri');
      const words = await wordsOfPdf(body);
      expect(words).toContain('ỦY BAN NHÂN DÂN TỈNH QUẢNG TRỊ ỦY BAN NHÂN DÂN XÃ CAM LỘ');
      expect(words).toContain('Số liệu của Xã Cam Lộ từ ngày 01/07/2026 đến hết ngày 30/09/2026.');
      expect(words).toContain('- Ủy ban nhân dân tỉnh Quảng Trị; - Lưu: VT.');
    },
  );

  it('refuses whoever may not see it as if it were not there', async () => {
    expect(await refusal(`${id}.pdf`)).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
    expect(await refusal(`${id}.pdf`, 'officer-da-nang')).toMatchObject({
      status: 404,
      code: 'REPORT_NOT_FOUND',
    });
    expect(await refusal(`${id}.pdf`, 'leader-cam-lo')).toMatchObject({
      status: 404,
      code: 'REPORT_NOT_FOUND',
    });
  });

  it.each([
    ['.csv', '', { status: 404, code: 'EXPORT_NOT_FOUND', field: 'name' }],
    ['', '', { status: 404, code: 'EXPORT_NOT_FOUND', field: 'name' }],
    ['.pdf', '?edition=2', { status: 404, code: 'REPORT_NOT_FOUND', field: 'edition' }],
    ['.pdf', '?edition=-1', { status: 400, code: 'INPUT_INVALID', field: 'edition' }],
    ['.pdf', '?lan=1', { status: 400, code: 'INPUT_INVALID', field: 'lan' }],
  ])('refuses "%s%s"', async (end, query, expected) => {
    expect(await refusal(`${id}${end}${query}`, 'officer-cam-lo')).toMatchObject(expected);
  });
});

describe('cnscd-subgraph report', () => {
  const run = (...args: string[]) => startCommand(['report', ...args], { DATABASE_URL: database.url }).ended;

  it('lists, shows and prints', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cnscd-report-'));
    try {
      const out = join(folder, 'bao-cao.xlsx');
      const [listed, shown, printed, progress] = await Promise.all([
        run('list', '--unit', '44', '--period', '2026-Q3'),
        run('show', id),
        run('export', id, '--out', out),
        run('progress', 'TEAM_ACTIVITY', '2026-Q3', '44'),
      ]);
      expect(listed).toMatchObject({ code: 0, stderr: '' });
      expect(listed.stdout).toBe(
        `${id}  Xã Cam Lộ  TEAM_ACTIVITY  Quý III/2026  nháp\n1 báo cáo · reports\n`,
      );
      expect(shown.stdout).toMatch(
        /^Báo cáo kết quả hoạt động .*\nXã Cam Lộ · Quý III\/2026\nnháp · hạn 05\/10\/2026 · /,
      );
      expect(shown.stdout).toMatch(/Số tổ công nghệ số cộng đồng +– {2}tổ +theo sổ đăng ký/);
      expect(progress.stdout).toMatch(/^Xã Cam Lộ +nháp +hạn 05\/10\/2026 /m);
      expect(progress.stdout).toMatch(
        /78 đơn vị: 0 đã duyệt, 0 đã gửi, 0 cần sửa, 1 nháp, 77 chưa lập, 0 được miễn; \d+ chậm\n$/,
      );
      expect(printed).toMatchObject({ code: 0, stderr: '' });
      const [sheet] = await readWorkbook(readFileSync(out));
      expect(sheet?.data.flat()).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 180_000);

  it('says in one sentence what is not there', async () => {
    expect(await run('show', randomUUID())).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Không có báo cáo nào với id .*\nThere is no report/),
    });
    expect(await run('export', id, '--out', 'x.csv')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('.pdf, .docx, .xlsx'),
    });
  }, 180_000);
});
