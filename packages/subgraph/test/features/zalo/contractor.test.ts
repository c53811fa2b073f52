import { randomBytes } from 'node:crypto';
import { phoneNumber } from '@cnscd/domain';
import { createZaloApp } from '@cnscd/zalo';
import { signedMiniAppEvent, startFakeZalo } from '@cnscd/zalo/testing';
import sql from 'sql-template-tag';
import { expect, it } from 'vitest';
import { startServer } from '../../../src/index.ts';
import { readPersonalDataKeys } from '../../../src/personal-data/personal-data-keys.ts';
import { phoneCipher } from '../../../src/personal-data/phone-cipher.ts';
import { testDatabase } from '../../support/database.ts';

const SIGN_IN = `
  mutation SignIn($input: SignInWithZaloInput!) {
    signInWithZalo(input: $input) {
      ... on ZaloSession { token expiresAt memberId }
      ... on Refusal { code message }
    }
  }`;

const { url: databaseUrl, rows } = await testDatabase('loaded');

// docs/zalo.md shows parts of this file; examples/gateway/test/pages.test.ts holds the two together.
it('does what docs/zalo.md says', async () => {
  const personalDataKey = randomBytes(32).toString('base64');
  const sealed = phoneCipher(readPersonalDataKeys(personalDataKey)).seal(phoneNumber('0912 345 678'));
  const [member] = await rows<{ id: string }>(sql`
    update member set phone_cipher = ${sealed.cipher}, phone_digest = ${sealed.digest}
    where id = (select member_id from membership order by id limit 1) returning id`);

  const zalo = await startFakeZalo();
  const { appId, appSecret, url: baseUrl } = zalo;
  const apiKey = 'key-of-the-mini-app';
  const server = await startServer({
    ...{ databaseUrl, personalDataKey, port: 0 },
    zalo: { appId, app: createZaloApp({ appId, appSecret, baseUrl }), miniAppApiKey: apiKey },
  });
  const ask = async (query: string, variables: object, token = '') => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const response = await fetch(server.url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return response.json();
  };

  const accessToken = zalo.signIn({ id: '8210', name: 'Hồ Thị Lan', phone: '84912345678' });
  const signIn = async (more: object) => {
    const input = { idempotencyKey: crypto.randomUUID(), accessToken, ...more };
    return (await ask(SIGN_IN, { input })).data.signInWithZalo;
  };

  const first = await signIn({});
  expect(first.code).toBe('ZALO_NOT_LINKED');

  const session = await signIn({
    phoneCode: zalo.phoneCode(accessToken),
    consents: [{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }],
  });
  const { data } = await ask('{ viewer { member { id } } }', {}, session.token);
  expect(data.viewer.member.id).toBe(member?.id);

  const body = { event: 'user.revoke.consent', appId, userId: '8210', timestamp: Date.now() };
  const { headers, rawBody } = signedMiniAppEvent(body, { apiKey });
  const reply = await fetch(new URL('/zalo/webhook/mini-app', server.url), {
    ...{ method: 'POST', headers, body: Buffer.from(rawBody) },
  });
  expect(reply.status).toBe(200);
  const { errors } = await ask('{ viewer { member { id } } }', {}, session.token);
  expect(errors[0].extensions.code).toBe('TOKEN_INVALID');

  await Promise.all([server.close(), zalo.close()]);
});
