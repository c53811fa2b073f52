import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { demoAccounts } from '../../src/auth/demo-accounts.ts';
import { type DevIssuer, startDevIssuer } from '../../src/auth/dev-issuer.ts';
import { tokenVerifier } from '../../src/auth/verify-token.ts';
import { testDatabase } from '../support/database.ts';

const PAGE = 'http://127.0.0.1:4100';
const NOW = new Date('2026-11-22T03:00:00Z');

const database = await testDatabase('loaded');
const accounts = await demoAccounts(database, NOW);
const issuer = await startDevIssuer({ accounts, port: 0, origins: [PAGE], clock: () => NOW });
afterAll(() => issuer.close());
afterEach(() => vi.unstubAllEnvs());

function postToken(account: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${issuer.issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ account }),
  });
}

function verifierOf({ issuer, audience }: DevIssuer, at: Date) {
  return tokenVerifier({ issuer, audience }, { clock: () => at });
}

const DAY = NOW.toISOString().slice(0, 10);

describe('the demo accounts', () => {
  it('are one for each role, and others in another province, all of them made up', async () => {
    expect(accounts.map(({ id, role, unit, roles }) => [id, role, unit.vi, ...roles])).toEqual([
      ['administrator', 'ADMINISTRATOR', 'Việt Nam', `ADMINISTRATOR:VN@${DAY}`],
      ['officer-quang-tri', 'PROVINCIAL_OFFICER', 'Tỉnh Quảng Trị', `PROVINCIAL_OFFICER:44@${DAY}`],
      ['officer-da-nang', 'PROVINCIAL_OFFICER', 'Thành phố Đà Nẵng', `PROVINCIAL_OFFICER:48@${DAY}`],
      ['officer-cam-lo', 'COMMUNE_OFFICER', 'Xã Cam Lộ', `COMMUNE_OFFICER:19597@${DAY}`],
      ['officer-an-hai', 'COMMUNE_OFFICER', 'Phường An Hải', `COMMUNE_OFFICER:20275@${DAY}`],
      ['leader-cam-lo', 'LEADER', expect.any(String)],
      ['member-cam-lo', 'MEMBER', expect.any(String)],
      ['leader-da-nang', 'LEADER', expect.any(String)],
    ]);
    for (const { name } of accounts) {
      expect(name.vi).toMatch(/\(giả lập\)$/);
      expect(name.en).toMatch(/\(made up\)$/);
    }
    expect(await demoAccounts(database, NOW)).toEqual(accounts);
  });

  it('lead and staff one team of the commune, and one elsewhere', async () => {
    const people = accounts.filter(({ memberId }) => memberId !== null);
    const { rows } = await database.pool.query<{ code: string; role: string }>(
      `select t.code, ms.role from unnest($1::uuid[]) with ordinality as asked (id, place)
       join membership ms on ms.member_id = asked.id join team t on t.id = ms.team_id order by asked.place`,
      [people.map(({ memberId }) => memberId)],
    );
    expect(rows.map(({ role }) => role)).toEqual(['LEADER', 'MEMBER', 'LEADER']);
    expect(rows[0]?.code).toMatch(/^QTR-CLO-/);
    expect(rows[1]?.code).toBe(rows[0]?.code);
    expect(rows[2]?.code).toMatch(/^DNG-/);
  });

  it('are only those of what is loaded', async () => {
    expect(await demoAccounts(await testDatabase('empty'), NOW)).toEqual([]);
  });
});

describe('the development issuer', () => {
  it('gives each account a token that the subgraph believes for eight hours', async () => {
    for (const account of accounts) {
      const response = await postToken(account.id, { origin: PAGE });
      expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const token = (await response.json()) as {
        access_token: string;
        token_type: string;
        expires_in: number;
      };
      expect(token).toMatchObject({ token_type: 'Bearer', expires_in: 28_800 });
      const header = `Bearer ${token.access_token}`;
      const { subject, name, memberId, roles } = account;
      const grants = roles.map((role) => ({ role: role.split(':')[0], unit: role.split(':')[1] }));
      expect(await verifierOf(issuer, NOW)(header)).toEqual({
        kind: 'VERIFIED',
        claims: { issuer: issuer.issuer, subject, name: name.vi, memberId, grants },
      });
      const late = new Date(NOW.getTime() + (28_800 + 31) * 1000);
      expect(await verifierOf(issuer, late)(header)).toEqual({ kind: 'INVALID' });
    }
  });

  it('lists whom one can sign in as, without what the tokens say', async () => {
    const listed = (await (await fetch(`${issuer.issuer}/accounts`)).json()) as object[];
    expect(listed).toHaveLength(accounts.length);
    for (const account of listed)
      expect(Object.keys(account).sort()).toEqual(['id', 'memberId', 'name', 'role', 'unit']);
  });

  it('makes a key of its own at each start', async () => {
    const other = await startDevIssuer({ accounts, port: 0, clock: () => NOW });
    const verify = tokenVerifier({ ...issuer, jwksUrl: other.jwksUrl }, { clock: () => NOW });
    expect(await verify(`Bearer ${await issuer.tokenFor('administrator')}`)).toEqual({ kind: 'INVALID' });
    await other.close();
  });

  it.each([['nobody'], [''], [7], [null], [['administrator']]])('knows no account %j', async (account) => {
    const response = await postToken(account);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      messages: {
        vi: expect.stringContaining('officer-cam-lo'),
        en: expect.stringContaining('officer-cam-lo'),
      },
    });
  });

  it('answers JSON to what it does not understand', async () => {
    for (const response of [
      await fetch(`${issuer.issuer}/token`, { method: 'POST', body: 'account=administrator' }),
      await fetch(`${issuer.issuer}/token`),
      await fetch(`${issuer.issuer}/nothing`),
    ]) {
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get('content-type')).toContain('application/json');
    }
  });

  it('lets its pages ask, and no page from elsewhere', async () => {
    const preflight = await fetch(`${issuer.issuer}/token`, {
      method: 'OPTIONS',
      headers: { origin: PAGE, 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    for (const origin of ['http://127.0.0.1:9999', 'https://evil.example', 'null']) {
      const response = await postToken('administrator', { origin });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(await response.json()).toEqual({ error: 'origin_not_allowed' });
    }
  });

  it('does not start in production', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    await expect(startDevIssuer({ accounts, port: 0 })).rejects.toMatchObject({
      name: 'Refusal',
      messages: { vi: expect.stringContaining('production'), en: expect.stringContaining('production') },
    });
  });

  it.each(['0.0.0.0', '::', '192.168.1.5', 'example.vn'])('does not listen on %s', async (host) => {
    await expect(startDevIssuer({ accounts, port: 0, host })).rejects.toMatchObject({
      name: 'Refusal',
      messages: { vi: expect.stringContaining(host), en: expect.stringContaining(host) },
    });
  });
});
