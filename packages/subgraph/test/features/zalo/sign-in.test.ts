import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { createSubgraph } from '../../../src/subgraph.ts';
import { accountWith, newPhone, peopleOfZalo } from './people-of-zalo.ts';

let now = '2026-11-22T03:00:00Z';
const setting = await peopleOfZalo(() => now);
const { run, database, zalo, logged, somebody, givePhone, newPerson, signIn, viewer, links } = setting;

const linkOf = async (memberId: string) => (await links()).filter((link) => link.memberId === memberId);
const consentsOf = (memberId: string) =>
  database.rows(sql`
    select purpose, basis, text_version as version, channel, given_on::text as day from consent
    where member_id = ${memberId}::uuid order by purpose`);

describe('somebody whose phone number is in the register', () => {
  it('is linked, and has a session that says nothing but who it is', async () => {
    const { id, account } = await newPerson();
    const session = await signIn(account);
    expect(session).toMatchObject({
      ...{ __typename: 'ZaloSession', memberId: id, expiresAt: '2026-11-22T04:00:00.000Z' },
    });
    expect(Object.keys(decodeJwt(session.token)).sort()).toEqual([
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'sid',
      'sub',
    ]);
    expect((await viewer(session.token)).data).toEqual({ viewer: { role: 'MEMBER', member: { id } } });
    expect(await linkOf(id)).toEqual([{ memberId: id, isStanding: true, hasDigest: true }]);
    expect(await consentsOf(id)).toEqual([]);
  });

  it('signs in again without a code, by one statement, and nothing is written', async () => {
    const { account } = await newPerson();
    const first = await signIn(account);
    const again = await signIn(account, { phoneCode: null });
    expect(again).toMatchObject({ __typename: 'ZaloSession', memberId: first.memberId });
    expect(again.token).not.toBe(first.token);
    expect(again.statements).toEqual(['linkOfAccount']);
  });

  it('is linked once, and gets a session each time, when the same is sent again and at once', async () => {
    const { id, account } = await newPerson();
    const idempotencyKey = randomUUID();
    const consents = [{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }];
    const sessions = await Promise.all([1, 2, 3].map(() => signIn(account, { idempotencyKey, consents })));
    const replayed = await signIn(account, { idempotencyKey, consents, phoneCode: null });
    for (const session of [...sessions, replayed])
      expect(session).toMatchObject({ __typename: 'ZaloSession', memberId: id });
    expect(await linkOf(id)).toHaveLength(1);
    expect(await consentsOf(id)).toHaveLength(1);
    expect(
      await signIn(account, { idempotencyKey, consents: [{ ...consents[0], purpose: 'NOTICES' }] }),
    ).toMatchObject({
      code: 'KEY_REUSED',
    });
  });

  it('is linked once by two taps under two keys', async () => {
    const { id, account } = await newPerson();
    const sessions = await Promise.all([1, 2, 3, 4].map(() => signIn(account)));
    expect(sessions.map(({ memberId }) => memberId)).toEqual([id, id, id, id]);
    expect(await linkOf(id)).toHaveLength(1);
  });

  it('agrees to what was said, in the wording that was shown, and to nothing else', async () => {
    const { id, account } = await newPerson();
    const consents = [
      { purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' },
      { purpose: 'NOTICES', textVersion: '2026-01' },
    ];
    await signIn(account, { consents });
    await signIn(account, { consents: consents.slice(0, 1) });
    expect(await consentsOf(id)).toEqual(
      consents
        .map(({ purpose }) => ({
          purpose,
          basis: 'CONSENT',
          version: '2026-01',
          channel: 'ZALO',
          day: '2026-11-22',
        }))
        .sort((one, other) => (one.purpose < other.purpose ? -1 : 1)),
    );
  });

  it('is not linked where the wording is not one that is in use', async () => {
    const { id, account } = await newPerson();
    const consents = [{ purpose: 'ZALO_SIGN_IN', textVersion: '1999-01' }];
    expect(await signIn(account, { consents })).toMatchObject({ code: 'CONSENT_TEXT_NOT_FOUND' });
    expect(await linkOf(id)).toEqual([]);
  });

  it('is told that a phone code is needed where none came along', async () => {
    const { account } = await newPerson();
    expect(await signIn(account, { phoneCode: null })).toMatchObject({
      code: 'ZALO_NOT_LINKED',
      retryable: false,
    });
  });

  it('is found by the record that another one went into', async () => {
    const { id, account, phone } = await newPerson();
    const twin = await somebody();
    await givePhone(twin.id, phone);
    await database.rows(sql`update member set merged_into_id = ${id}::uuid where id = ${twin.id}::uuid`);
    expect(await signIn(account)).toMatchObject({ memberId: id });
  });
});

it('who was erased is not a second one with the number', async () => {
  const { id, account, phone } = await newPerson();
  const gone = await somebody();
  await givePhone(gone.id, phone);
  await database.rows(sql`update member set erased_at = now() where id = ${gone.id}::uuid`);
  expect(await signIn(account)).toMatchObject({ memberId: id });
});

describe('a phone number that does not lead to one person', () => {
  const REFUSAL = { code: 'ZALO_PERSON_NOT_FOUND', field: null, retryable: true };

  it('has one answer and the same statements, whatever the reason', async () => {
    const [twice, linked, erased] = [await newPerson(), await newPerson(), await newPerson()];
    await givePhone((await somebody()).id, twice.phone);
    await signIn(linked.account);
    await database.rows(sql`update member set erased_at = now() where id = ${erased.id}::uuid`);
    const answers = [
      await signIn(accountWith(newPhone())),
      await signIn(twice.account),
      await signIn(accountWith(linked.phone)),
      await signIn(erased.account),
    ];
    const [nobody] = answers;
    for (const { statements: _, ...answer } of answers) {
      const { statements: __, ...first } = nobody;
      expect(answer).toEqual(first);
    }
    expect(nobody).toMatchObject(REFUSAL);
    // Where it is looked whether the person has another account, nothing more can be seen from outside than its time.
    expect(answers.map(({ statements }) => statements.slice(0, 3))).toEqual(
      answers.map(() => ['linkOfAccount', 'countAttempt', 'peopleWithPhone']),
    );
    expect(await linkOf(linked.id)).toHaveLength(1);
  });

  it('is asked for five times an hour, and then not even of Zalo', async () => {
    const account = accountWith(newPhone());
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await signIn(account)).toMatchObject(REFUSAL);
    const asked = zalo.requests();
    expect(await signIn(account)).toMatchObject({ code: 'ZALO_ATTEMPTS_EXCEEDED', retryable: true });
    expect(zalo.requests() - asked).toBe(1);
  });
});

describe('what Zalo refuses', () => {
  const TELL = 'Máy chủ chưa hỏi được Zalo; hãy báo người quản trị hệ thống.';

  it.each([
    ['REGION_BLOCKED', { code: 'ZALO_REFUSED', message: TELL }, /^ZALO_REGION_BLOCKED \(-501\): .*baseUrl/],
    ['BROKEN', { code: 'ZALO_UNAVAILABLE', retryable: true }, /^ZALO_UNAVAILABLE: /],
  ] as const)(
    '%s is told in plain words, and the operator what to mend, once a minute',
    async (behaviour, refusal, told) => {
      const { account } = await newPerson();
      logged.splice(0);
      zalo.behave(behaviour);
      const answers = [await signIn(account), await signIn(account)];
      now = new Date(Date.parse(now) + 60_000).toISOString();
      answers.push(await signIn(account));
      zalo.behave('USUAL');
      for (const answer of answers) expect(answer).toMatchObject(refusal);
      const entry = { level: 'warning', path: 'signInWithZalo', message: expect.stringMatching(told) };
      expect(logged.splice(0)).toEqual([expect.objectContaining(entry), expect.objectContaining(entry)]);
    },
  );

  it('is asked once by a request, however often the request says it', async () => {
    const field = (_: unknown, index: number) =>
      `a${index}: signInWithZalo(input: { idempotencyKey: "k", accessToken: "t${index}" }) { ... on Refusal { code field } }`;
    const asked = zalo.requests();
    const { data } = await run(`mutation { ${Array.from({ length: 500 }, field).join(' ')} }`);
    expect(zalo.requests() - asked).toBe(1);
    const [first, ...others] = Object.values(data);
    expect(first).toMatchObject({ code: 'ZALO_TOKEN_INVALID' });
    expect(new Set(others.map((other) => JSON.stringify(other)))).toEqual(
      new Set([JSON.stringify({ code: 'INPUT_INVALID', field: 'signInWithZalo' })]),
    );
  });

  it('is a token that has expired, and a code that was used', async () => {
    const { account } = await newPerson();
    expect(await signIn(account, { accessToken: 'het-han' })).toMatchObject({ code: 'ZALO_TOKEN_INVALID' });
    const accessToken = zalo.signIn(account);
    expect(await signIn(account, { accessToken, phoneCode: 'da-dung' })).toMatchObject({
      code: 'ZALO_CODE_INVALID',
    });
  });
});

it('is refused where Zalo is not set up, and its sessions are no tokens there', async () => {
  const { account } = await newPerson();
  const { token } = await signIn(account);
  const without = createSubgraph({ database });
  const contextValue = await without.contextOf({ authorization: `Bearer ${token}` });
  expect(contextValue.credential).toEqual({ kind: 'INVALID' });
  const query = `mutation { signInWithZalo(input: { idempotencyKey: "k", accessToken: "t" }) { ... on Refusal { code retryable } } }`;
  const { body } = await without.apollo.executeOperation({ query }, { contextValue });
  await without.close();
  expect(body).toMatchObject({
    singleResult: { data: { signInWithZalo: { code: 'ZALO_NOT_SET_UP', retryable: true } } },
  });
});

it('nothing of Zalo is stored: no token, no code, no account, no number', async () => {
  const { account, phone } = await newPerson();
  const accessToken = zalo.signIn(account);
  const phoneCode = zalo.phoneCode(accessToken);
  const session = await signIn(account, {
    ...{ accessToken, phoneCode },
    consents: [{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }],
  });
  expect(session).toMatchObject({ __typename: 'ZaloSession' });
  const needles = [accessToken, phoneCode, account.id, phone, phone.slice(1), session.token];
  const { tracesIn } = await import('../rights/traces.ts');
  const found = await tracesIn(database, { texts: needles, bytes: needles.map((text) => Buffer.from(text)) });
  expect(found).toEqual([]);
  expect(JSON.stringify(logged)).not.toContain(account.id);
});

it('who is linked may write, under the person’s own name in the audit', async () => {
  const { id, account } = await newPerson();
  const { token } = await signIn(account);
  const input = {
    ...{ idempotencyKey: randomUUID(), teamId: setting.team.id, kind: 'MEETING', title: 'Họp tổ' },
    startsAt: '2026-11-20T08:00:00+07:00',
  };
  const { data } = await run(
    'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { __typename } }',
    { input },
    { token },
  );
  expect(data.recordActivity).toEqual({ __typename: 'Activity' });
  const [entry] = await database.rows(sql`
    select tenant, actor from audit_entry where field = 'recordActivity' order by id desc limit 1`);
  expect(entry).toEqual({ tenant: `urn:cnscd:zalo:${zalo.appId}`, actor: id });
});
