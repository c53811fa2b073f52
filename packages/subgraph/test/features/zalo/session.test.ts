import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import sql from 'sql-template-tag';
import { describe, expect, it } from 'vitest';
import { forgetZaloTraces } from '../../../src/zalo/attempts.ts';
import { sendWrites } from '../../support/send-write.ts';
import { accountWith, newPhone, peopleOfZalo } from './people-of-zalo.ts';

let now = '2026-11-22T03:00:00Z';
const setting = await peopleOfZalo(() => now);
const { run, database, subgraph, zalo, commune, foreign, team, newPerson, signIn, viewer, links } = setting;
const unlink = sendWrites(run, { ZaloLink: 'id version removedAt member { id }' })('unlinkZalo');
const INVALID = { errors: [{ extensions: { code: 'TOKEN_INVALID' } }] };

const linkIdOf = async (memberId: string): Promise<string> => {
  const [row] = await database.rows<{ id: string }>(
    sql`select id from zalo_link where member_id = ${memberId}::uuid and removed_at is null`,
  );
  return row?.id ?? '';
};

describe('a session', () => {
  it('ends after an hour', async () => {
    const { account } = await newPerson();
    const { token } = await signIn(account);
    now = '2026-11-22T03:59:00Z';
    expect((await viewer(token)).errors).toBeUndefined();
    now = '2026-11-22T04:01:00Z';
    expect(await viewer(token)).toMatchObject(INVALID);
    now = '2026-11-22T03:00:00Z';
  });

  it('is worth nothing at once where its link is removed; what is public still answers', async () => {
    const { id, account } = await newPerson();
    const { token } = await signIn(account);
    const linkId = await linkIdOf(id);
    expect(await unlink(commune, { id: linkId, expectedVersion: 1 })).toMatchObject({
      ...{ __typename: 'ZaloLink', version: 2, removedAt: '2026-11-22T03:00:00.000Z', member: { id } },
    });
    expect(await viewer(token)).toMatchObject(INVALID);
    const input = {
      ...{ idempotencyKey: randomUUID(), teamId: team.id, kind: 'MEETING', title: 'Họp' },
      startsAt: '2026-11-20T08:00:00+07:00',
    };
    const write =
      'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { ... on Refusal { code retryable } } }';
    expect((await run(write, { input }, { token })).data.recordActivity).toEqual({
      code: 'TOKEN_INVALID',
      retryable: true,
    });
    const shown = await run(
      'query ($id: ID!) { team(id: $id) { name leader { displayName } } }',
      { id: team.id },
      { token },
    );
    expect(shown.data.team).toMatchObject({ name: expect.any(String), leader: null });
    expect((await links()).filter(({ memberId }) => memberId === id)).toEqual([
      { memberId: id, isStanding: false, hasDigest: false },
    ]);
  });

  it('is worth nothing at once where the person is erased', async () => {
    const { id, account } = await newPerson();
    const { token } = await signIn(account);
    await database.rows(sql`update member set erased_at = now() where id = ${id}::uuid`);
    expect(await viewer(token)).toMatchObject(INVALID);
    expect(await signIn(account, { phoneCode: null })).toMatchObject({ code: 'ZALO_NOT_LINKED' });
  });

  it('of an account that was linked anew does not bring the former one back', async () => {
    const { id, account } = await newPerson();
    const former = await signIn(account);
    await unlink(commune, { id: await linkIdOf(id), expectedVersion: 1 });
    const later = await signIn(account);
    expect(later).toMatchObject({ memberId: id });
    expect((await viewer(later.token)).errors).toBeUndefined();
    expect(await viewer(former.token)).toMatchObject(INVALID);
  });

  it('follows its record into the one that it went into', async () => {
    const [first, kept] = [await newPerson(), await newPerson()];
    const { token } = await signIn(first.account);
    await database.rows(
      sql`update member set merged_into_id = ${kept.id}::uuid where id = ${first.id}::uuid`,
    );
    expect((await viewer(token)).data.viewer.member).toEqual({ id: kept.id });
    expect(await signIn(kept.account)).toMatchObject({ code: 'ZALO_PERSON_NOT_FOUND' });
  });

  it('of a forger is none, nor one without its link', async () => {
    const { id } = await newPerson();
    const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const forged = await new SignJWT({ sid: randomUUID() })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(`urn:cnscd:zalo:${zalo.appId}`)
      .setAudience('urn:cnscd:subgraph')
      .setSubject(id)
      .setExpirationTime(new Date('2026-11-22T03:30:00Z'))
      .sign(key);
    expect(await viewer(forged)).toMatchObject(INVALID);
    const { zalo: own } = await subgraph.contextOf();
    const session = await own?.sessions.issue({ id: 'no-link', memberId: id }, new Date(now));
    expect(await viewer(session?.token ?? '')).toMatchObject(INVALID);
  });
});

it('ends where the person withdraws the consent to be remembered', async () => {
  const { id, account } = await newPerson();
  const consents = [{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }];
  const { token } = await signIn(account, { consents });
  const [consent] = await database.rows<{ id: string }>(
    sql`select id from consent where member_id = ${id}::uuid`,
  );
  const withdraw = sendWrites(run, { Consent: 'version' })('withdrawConsent');
  const input = { id: consent?.id, expectedVersion: 1, channel: 'PAPER', withdrawnOn: '2026-11-22' };
  expect(await withdraw(commune, input)).toMatchObject({ version: 2 });
  expect(await viewer(token)).toMatchObject(INVALID);
});

it('is nowhere to be found after the erasure, whether the officer knows it or not', async () => {
  const { id, account } = await newPerson();
  const consents = [{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }];
  const { token } = await signIn(account, { consents });
  const written = async () => {
    const [row] = await database.rows(sql`
      select (select count(*) from zalo_link where member_id = ${id}::uuid) as links,
        (select count(*) from consent where recorded_by like ${`%#${id}`}) as consents,
        (select count(*) from audit_personal p where p.states::text like ${`%urn:cnscd:zalo:%${id}%`}) as audited`);
    return row;
  };
  expect(await written()).toMatchObject({ links: 1, consents: 1 });
  const receive = sendWrites(run, { SubjectRequest: 'id version' })('receiveSubjectRequest');
  const asked = { memberId: id, kind: 'ERASE', channel: 'PAPER', receivedOn: '2026-11-20' };
  const request = await receive(commune, asked);
  const erase = sendWrites(run, { Erasure: 'report { kind action count }' })('eraseMember');
  const erasure = { requestId: request.id, expectedVersion: request.version, reason: 'Theo đơn' };
  expect(await erase(commune, erasure)).toMatchObject({
    report: expect.arrayContaining([{ kind: 'ZALO_LINKS', action: 'ERASED', count: 1 }]),
  });
  expect(await written()).toEqual({ links: 0, consents: 0, audited: 0 });
  expect(await viewer(token)).toMatchObject(INVALID);
  expect(await signIn(account)).toMatchObject({ code: 'ZALO_PERSON_NOT_FOUND' });
});

describe('removing a link', () => {
  it('is for the person, also by the very session that stands on it', async () => {
    const { id, account } = await newPerson();
    const { token } = await signIn(account);
    const input = { idempotencyKey: randomUUID(), id: await linkIdOf(id), expectedVersion: 1 };
    const { data } = await run(
      'mutation ($input: UnlinkZaloInput!) { unlinkZalo(input: $input) { __typename ... on ZaloLink { removedAt } ... on Refusal { code } } }',
      { input },
      { token },
    );
    expect(data.unlinkZalo).toEqual({ __typename: 'ZaloLink', removedAt: '2026-11-22T03:00:00.000Z' });
  });

  it('is for officers who handle the person, and for nobody else', async () => {
    const [{ id, account }, other] = [await newPerson(), await newPerson()];
    await signIn(account);
    const input = { id: await linkIdOf(id), expectedVersion: 1 };
    expect(await unlink(foreign, input)).toMatchObject({ code: 'ZALO_LINK_NOT_FOUND' });
    expect(await unlink(team.leader, input)).toMatchObject({ code: 'NOT_PERMITTED' });
    const { token } = await signIn(other.account);
    const seen = await run('query ($id: ID!) { member(id: $id) { zaloLinks { id } } }', { id }, { token });
    expect(seen.data.member).toEqual({ zaloLinks: [] });
    const handled = await run(
      'query ($id: ID!) { member(id: $id) { zaloLinks { id removedAt } } }',
      { id },
      { as: commune },
    );
    expect(handled.data.member.zaloLinks).toEqual([{ id: input.id, removedAt: null }]);
    expect(await unlink(commune, input)).toMatchObject({ version: 2 });
    expect(await unlink(commune, input)).toMatchObject({ __typename: 'Conflict', currentVersion: 2 });
  });
});

describe('attempts to be linked', () => {
  const REFUSED = { code: 'ZALO_PERSON_NOT_FOUND' };
  const EXCEEDED = { code: 'ZALO_ATTEMPTS_EXCEEDED' };

  it('begin anew after an hour, and are forgotten after a day, as events are', async () => {
    const account = accountWith(newPhone());
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await signIn(account)).toMatchObject(REFUSED);
    expect(await signIn(account)).toMatchObject(EXCEEDED);
    now = '2026-11-22T03:59:00Z';
    expect(await signIn(account)).toMatchObject(EXCEEDED);
    now = '2026-11-22T04:01:00Z';
    expect(await signIn(account)).toMatchObject(REFUSED);
    now = '2026-11-22T03:00:00Z';
    await database.rows(sql`insert into zalo_event (id, forget_after) values ('e', '2026-11-24T00:00:00Z')`);
    const left = async () => {
      const [row] = await database.rows(sql`
        select (select count(*) from zalo_attempt) > 0 as tried, (select count(*) from zalo_event) as events`);
      return row;
    };
    await forgetZaloTraces(database, new Date('2026-11-23T03:00:00Z'));
    expect(await left()).toEqual({ tried: true, events: 1 });
    await forgetZaloTraces(database, new Date('2026-11-24T05:00:00Z'));
    expect(await left()).toEqual({ tried: false, events: 0 });
  });
});
