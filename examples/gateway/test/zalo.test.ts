import { connect, demoAccounts } from '@cnscd/subgraph';
import { type FakePerson, signedMiniAppEvent } from '@cnscd/zalo/testing';
import { beforeAll, expect, it } from 'vitest';
import { createClient, type ZaloConsentInput, zaloSession } from '../../../packages/sdk/src/index.ts';
import { MINI_APP_KEY, runningGateway } from './support/running-gateway.ts';

const { url, teamsUrl, databaseUrl, zalo, tokenFor } = runningGateway();
const lan: FakePerson = { id: '8210', name: 'Hồ Thị Lan', phone: '84912345678' };
let memberId = '';

/** The officer of the province enters the number that the mini app will find the person by. */
beforeAll(async () => {
  const database = connect(databaseUrl());
  const accounts = await demoAccounts(database, new Date('2026-11-22T03:00:00Z'));
  await database.close();
  memberId = accounts.find(({ id }) => id === 'member-cam-lo')?.memberId ?? '';
  const officer = createClient({ url: url(), getToken: () => tokenFor('officer-quang-tri') });
  await officer.members.update({ id: memberId, expectedVersion: 1, phone: '0912 345 678' });
});

it('the mini app signs in by Zalo through the gateway, and no longer once Zalo says so', async () => {
  let accessToken = '';
  const bridge = {
    async getAccessToken() {
      accessToken = zalo().signIn(lan);
      return accessToken;
    },
    getPhoneNumber: async () => zalo().phoneCode(accessToken),
  };
  const answers: (ZaloConsentInput[] | null)[] = [[{ purpose: 'ZALO_SIGN_IN', textVersion: '2026-01' }]];
  const agreedTo = async () => answers.shift() ?? null;

  const { signIn } = createClient({ url: url() }).zalo;
  const client = createClient({
    url: url(),
    getToken: zaloSession({
      signIn,
      accessToken: () => bridge.getAccessToken(),
      async phone() {
        const consents = await agreedTo();
        if (consents === null) return null;
        return { code: await bridge.getPhoneNumber(), consents };
      },
    }),
  });

  const [viewer, again] = await Promise.all([client.viewer(), client.viewer()]);
  expect([viewer?.member?.id, again?.role]).toEqual([memberId, 'MEMBER']);
  const { consents } = await client.rights.of({ id: memberId });
  expect(consents).toMatchObject([{ purpose: 'ZALO_SIGN_IN', channel: 'ZALO', withdrawal: null }]);
  const [link] = await client.zalo.links({ memberId });
  expect(link).toMatchObject({ removedAt: null });

  const body = {
    event: 'user.revoke.consent',
    appId: zalo().appId,
    userId: lan.id,
    timestamp: Date.parse('2026-11-22T03:00:00Z'),
  };
  const { headers, rawBody } = signedMiniAppEvent(body, { apiKey: MINI_APP_KEY });
  const posted = { method: 'POST', headers, body: Buffer.from(rawBody) };
  expect((await fetch(new URL('/zalo/webhook/mini-app', teamsUrl()), posted)).status).toBe(200);

  // The session is refused, Zalo's next token leads to nobody, and the person does not want to be linked again.
  await expect(client.rights.of({ id: memberId })).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
  expect(await client.viewer()).toBeNull();
  const officer = createClient({ url: url(), getToken: () => tokenFor('officer-quang-tri') });
  expect(await officer.zalo.links({ memberId })).toMatchObject([{ removedAt: expect.any(String) }]);
  expect((await officer.rights.of({ id: memberId })).consents).toMatchObject([
    { withdrawal: { channel: 'ZALO' } },
  ]);
});
