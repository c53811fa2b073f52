import { describe, expect, it } from 'vitest';
import { connect, teamsOf, userOf } from '../src/index.ts';
import { fakeClock, mockServer, refusedWith, status } from '../src/testing/index.ts';
import { failureOf } from './support/failure.ts';
import { personWith, tokenOf } from './support/token.ts';

const url = 'https://example.gov.vn/graphql';

describe('a token that is about to end', () => {
  const sub = { iss: 'https://sign-in.example', sub: 'lan' };
  const endsIn = (clock: { now(): number }, ms: number) =>
    tokenOf({ ...sub, exp: Math.floor((clock.now() + ms) / 1000) });

  /** What was asked of a sign-in whose tokens live this long, over a few calls. */
  async function asked(lifeMs: number, fresh: (clock: { now(): number }) => string | null) {
    const clock = fakeClock();
    const server = mockServer({ Teams: { teams: { totalCount: 0, pageInfo: {}, nodes: [] } } });
    let token: string | null = endsIn(clock, lifeMs);
    let refreshes = 0;
    const getToken = ({ isRefresh }: { isRefresh: boolean }) => {
      if (!isRefresh) return token;
      refreshes += 1;
      token = fresh(clock) ?? token;
      return token;
    };
    const teams = teamsOf(connect({ url, fetch: server.fetch, clock, getToken }));
    await Promise.all([teams.list({}), teams.list({}), teams.list({})]);
    await teams.list({});
    const sent = server.requests.map(({ headers }) => headers.get('authorization'));
    return { refreshes, sent: new Set(sent).size, last: sent.at(-1), token };
  }

  it('is asked for anew before it is sent, once for all calls', async () => {
    const { refreshes, sent, last, token } = await asked(20_000, (clock) => endsIn(clock, 3_600_000));
    expect([refreshes, sent]).toEqual([1, 1]);
    expect(last).toBe(`Bearer ${token}`);
  });

  it('is left alone as long as it lasts', async () => {
    expect((await asked(60_000, () => null)).refreshes).toBe(0);
  });

  it('is sent all the same where there is no other, and is not asked for again and again', async () => {
    expect(await asked(-5000, () => null)).toMatchObject({ refreshes: 1, sent: 1 });
  });

  it('is not asked for with each call by a clock that is wrong', async () => {
    expect((await asked(-86_400_000, (clock) => endsIn(clock, -80_000_000))).refreshes).toBe(1);
  });

  it('is sent all the same where the refresh fails', async () => {
    const broken = () => {
      throw new Error('offline');
    };
    expect(await asked(20_000, broken)).toMatchObject({ refreshes: 1, sent: 1 });
  });
});

describe('a call for one person', () => {
  const [lan, minh] = [personWith('lan'), personWith('minh')];

  it('is not sent with a token of another one, nor without any', async () => {
    const server = mockServer({ Teams: { teams: { totalCount: 0, pageInfo: {}, nodes: [] } } });
    const before: string[] = [];
    const beforeSend = async () => void before.push('sent');
    for (const [token, code] of [
      [minh.token, 'USER_CHANGED'],
      ['opaque', 'USER_CHANGED'],
      [null, 'SIGN_IN_REQUIRED'],
    ] as const) {
      const teams = teamsOf(connect({ url, fetch: server.fetch, getToken: () => token }));
      expect((await failureOf(teams.list({}, { user: lan.user, beforeSend }))).code).toBe(code);
    }
    expect([server.requests.length, before]).toEqual([0, []]);
  });

  it('is sent with a token that is no JWT, where somebody says whose it is', async () => {
    const server = mockServer({ Teams: { teams: { totalCount: 0, pageInfo: {}, nodes: [] } } });
    const userOf = (token: string) => `sso#${token.split('-')[0]}`;
    const teams = teamsOf(connect({ url, fetch: server.fetch, getToken: () => 'lan-7f', userOf }));
    await teams.list({}, { user: 'sso#lan' });
    expect((await failureOf(teams.list({}, { user: 'sso#minh' }))).code).toBe('USER_CHANGED');
    expect(server.requests).toHaveLength(1);
  });

  it('tells before each attempt that it goes out, and goes when that is done', async () => {
    const server = mockServer({
      Teams: [status(503), { teams: { totalCount: 0, pageInfo: {}, nodes: [] } }],
    });
    const seen: number[] = [];
    const clock = fakeClock();
    const teams = teamsOf(connect({ url, fetch: server.fetch, clock }));
    const call = teams.list({}, { beforeSend: async () => void seen.push(server.requests.length) });
    await clock.advance(5_000);
    await call;
    expect(seen).toEqual([0, 1]);
    const stop = async () => {
      throw new Error('not now');
    };
    await expect(teams.list({}, { beforeSend: stop })).rejects.toThrow('not now');
    expect(server.requests).toHaveLength(2);
  });

  it('is not sent with a new token of another one either', async () => {
    const server = mockServer({ Teams: refusedWith('TOKEN_INVALID') });
    const getToken = ({ isRefresh }: { isRefresh: boolean }) => (isRefresh ? minh.token : lan.token);
    const teams = teamsOf(connect({ url, fetch: server.fetch, getToken }));
    expect((await failureOf(teams.list({}, { user: lan.user }))).code).toBe('USER_CHANGED');
    expect(server.requests).toHaveLength(1);
  });

  it('knows people by issuer and subject', () => {
    expect(userOf(lan.token)).toBe('https://sign-in.example#lan');
    expect(userOf(tokenOf({ iss: 'x', sub: 'Nguyễn Thị Lan' }))).toBe('x#Nguyễn Thị Lan');
    expect([userOf('opaque'), userOf(tokenOf({ sub: 'lan' })), userOf('a.!.c')]).toEqual([null, null, null]);
  });
});
