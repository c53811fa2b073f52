import { generateKeyPairSync, randomBytes } from 'node:crypto';
import sql from 'sql-template-tag';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LogEntry } from '../../../src/errors.ts';
import { accountDigests } from '../../../src/personal-data/account-digests.ts';
import { readPersonalDataKeys } from '../../../src/personal-data/personal-data-keys.ts';
import { startServer } from '../../../src/server.ts';
import { createSubgraph } from '../../../src/subgraph.ts';
import { forgetAccountsLeft } from '../../../src/zalo/forget-account.ts';
import { linkOfAccount, linksUnderOlderKeys } from '../../../src/zalo/links.ts';
import { seenEvents } from '../../../src/zalo/seen-events.ts';
import { sessionKeys } from '../../../src/zalo/session-keys.ts';
import { peopleOfZalo } from './people-of-zalo.ts';

const setting = await peopleOfZalo('2026-11-22T03:00:00Z');
const { database, zalo, newPerson, signIn, links } = setting;

describe('keys', () => {
  afterEach(() => vi.unstubAllEnvs());
  const pem = () =>
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'pem', type: 'pkcs8' });

  it('of sessions are taken with the lines of a PEM and without, and older ones still verify', () => {
    const [newer, older] = [String(pem()), String(pem())];
    const bare = newer.replace(/-----.*-----|\n/g, '');
    expect(sessionKeys(bare).newest.kid).toBe(sessionKeys(newer).newest.kid);
    const both = sessionKeys(`${newer},${older}`);
    expect(both.jwks.keys).toHaveLength(2);
    expect(both.jwks.keys[1]).toEqual(sessionKeys(older).jwks.keys[0]);
    expect(JSON.stringify(both.jwks)).not.toContain('"d"');
  });

  it.each([
    ['garbage', 'khong-phai-khoa'],
    [
      'another curve',
      String(
        generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({
          format: 'pem',
          type: 'pkcs8',
        }),
      ),
    ],
  ])('that are %s are refused without being repeated', (_, setting) => {
    const refusal = (() => {
      try {
        return sessionKeys(setting) && null;
      } catch (error) {
        return error as Error;
      }
    })();
    expect(refusal?.message).toContain('CNSCD_SESSION_KEY');
    expect(`${refusal?.message}${refusal?.cause}`).not.toContain(setting.slice(0, 40));
  });

  const start = (sessionKey?: string, personalDataKey = randomBytes(32).toString('base64')) =>
    createSubgraph({
      ...{ database, personalDataKey },
      zalo: { appId: zalo.appId, app: null as never, ...(sessionKey === undefined ? {} : { sessionKey }) },
    });

  it('of sessions are not made up in production', () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(() => start()).toThrow(/CNSCD_SESSION_KEY/);
    expect(() => start(String(pem()))).not.toThrow();
  });

  it('of sessions that are made up are told of, and are for no server that others reach', async () => {
    const logged: LogEntry[] = [];
    const personalDataKey = randomBytes(32).toString('base64');
    const own = { appId: zalo.appId, app: null as never };
    const options = { personalDataKey, log: (entry: LogEntry) => logged.push(entry) };
    createSubgraph({ ...options, database, zalo: own });
    expect(logged.splice(0)).toMatchObject([{ level: 'warning', path: 'CNSCD_SESSION_KEY' }]);
    const at = (host: string, sessionKey: string) =>
      startServer({ ...options, databaseUrl: database.url, port: 0, host, zalo: { ...own, sessionKey } });
    for (const host of ['0.0.0.0', '::', 'example.org'])
      await expect(at(host, '')).rejects.toThrow(/CNSCD_SESSION_KEY/);
    await (await at('0.0.0.0', String(pem()))).close();
    expect(logged).toEqual([]);
  });

  it('of personal data are needed', () => {
    expect(() => start(String(pem()), '')).toThrow(/CNSCD_PERSONAL_DATA_KEY/);
  });
});

describe('a link whose key was changed', () => {
  /** Somebody whose link is under the older key, and the digests of the account before the change and after it. */
  async function underOlderKey() {
    const { id, account } = await newPerson();
    await signIn(account);
    const [old, fresh] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const digestsWith = (keys: string) => accountDigests(readPersonalDataKeys(keys))(zalo.appId, account.id);
    const [before] = digestsWith(`old:${old}`);
    await database.rows(sql`
      update zalo_link set account_digest = ${before.digest}, key_id = ${before.keyId} where member_id = ${id}::uuid`);
    return { id, before, after: digestsWith(`new:${fresh},old:${old}`) };
  }

  it('is hidden by the newest key from the next sign-in on', async () => {
    const { id, after } = await underOlderKey();
    const link = await linkOfAccount({ db: database }, { appId: zalo.appId, digests: after });
    expect(link).toMatchObject({ memberId: id });
    const [now] = after;
    const [row] = await database.rows(sql`
      select key_id as "keyId", account_digest = ${now.digest} as "isNew" from zalo_link where id = ${link?.id}::uuid`);
    expect(row).toEqual({ keyId: 'new', isNew: true });
  });

  it('is removed by a withdrawal that knows the older key only, although its person signed in since', async () => {
    const { id, before, after } = await underOlderKey();
    const toForget = { appId: zalo.appId, digests: [before.digest] };
    const at = new Date();
    await seenEvents(
      database,
      () => at,
      () => toForget,
    ).claim(`rotated:${id}`, at, null);
    await linkOfAccount({ db: database }, { appId: zalo.appId, digests: after });
    await forgetAccountsLeft(database, at);
    expect((await links()).filter(({ memberId }) => memberId === id)).toEqual([
      { memberId: id, isStanding: false, hasDigest: false },
    ]);
  });

  it('is counted by whoever changes the key', async () => {
    const { id, account } = await newPerson();
    await signIn(account);
    const before = await linksUnderOlderKeys({ db: database }, 'default');
    await database.rows(sql`update zalo_link set key_id = 'older' where member_id = ${id}::uuid`);
    expect(await linksUnderOlderKeys({ db: database }, 'default')).toBe(before + 1);
  });

  it('that was given up does not bar the person for ever', async () => {
    const { id, account } = await newPerson();
    await signIn(account);
    await database.rows(sql`
      update zalo_link set account_digest = ${randomBytes(32)}, key_id = 'given-up' where member_id = ${id}::uuid`);
    expect(await signIn(account)).toMatchObject({ memberId: id });
    expect((await links()).filter(({ memberId }) => memberId === id)).toEqual([
      { memberId: id, isStanding: false, hasDigest: false },
      { memberId: id, isStanding: true, hasDigest: true },
    ]);
  });
});
