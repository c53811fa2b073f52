import { connect, demoAccounts } from '@cnscd/subgraph';
import { type AccountTokenPair, accountTokens, type NoticeReceipt, templateNotifier } from '@cnscd/zalo';
import { startFakeZalo } from '@cnscd/zalo/testing';
import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../../packages/sdk/src/index.ts';
import { runningGateway } from './support/running-gateway.ts';

const { url, databaseUrl, tokenFor } = runningGateway();

/** Where secrets are kept; here, in memory. */
function storeOf(pair: AccountTokenPair) {
  let kept = pair;
  return {
    exclusively: <Value>(work: () => Promise<Value>) => work(),
    read: async () => kept,
    async write(next: AccountTokenPair) {
      kept = next;
    },
  };
}

// docs/zalo.md shows parts of this file.
it('an office reminds those who agreed to it, by its own account, and nobody until it says so', async () => {
  const database = connect(databaseUrl());
  const accounts = await demoAccounts(database, new Date('2026-11-22T03:00:00Z'));
  await database.close();
  const memberId = accounts.find(({ id }) => id === 'member-cam-lo')?.memberId ?? '';
  const officer = createClient({ url: url(), getToken: () => tokenFor('officer-cam-lo') });
  await officer.members.update({ id: memberId, expectedVersion: 1, phone: '0912 345 678' });

  const zalo = await startFakeZalo({ refreshToken: 'first' });
  onTestFinished(() => zalo.close());
  const { appId, appSecret, url: baseUrl } = zalo;
  const store = storeOf({ accessToken: '', refreshToken: 'first', accessExpiresAt: new Date(0) });

  const reminding = (env: { OFFICE_SENDS_NOTICES?: string }) => {
    const notices = templateNotifier({
      getToken: accountTokens({ appId, appSecret, store, baseUrl }).current,
      ...{ templateId: '7', baseUrl, isOn: env.OFFICE_SENDS_NOTICES === 'yes' },
    });
    return async (id: string, values: Record<string, string>): Promise<NoticeReceipt | null> => {
      const [{ consents }, { phone }] = await Promise.all([
        officer.rights.of({ id }),
        officer.members.get({ id }),
      ]);
      const agreed = consents.some(({ purpose, withdrawal }) => purpose === 'NOTICES' && withdrawal === null);
      if (!agreed || phone === null) return null;
      return notices.send({ to: phone, text: '', values, trackingId: `${id}-${values['ky']}` });
    };
  };

  const values = { ky: '11/2026', han: '25/11/2026' };
  expect(await reminding({ OFFICE_SENDS_NOTICES: 'yes' })(memberId, values)).toBeNull();
  const consent = await officer.rights.recordConsent({
    ...{ memberId, purpose: 'NOTICES', basis: 'CONSENT', textVersion: '2026-01' },
    ...{ channel: 'PAPER', givenOn: '2026-11-20' },
  });
  expect(await reminding({})(memberId, values)).toEqual({ status: 'OFF', messageId: null });
  expect([zalo.requests(), zalo.sent]).toEqual([0, []]);

  expect(await reminding({ OFFICE_SENDS_NOTICES: 'yes' })(memberId, values)).toMatchObject({
    status: 'SENT',
  });
  expect(zalo.sent.map(({ path, body }) => ({ path, ...body }))).toEqual([
    {
      ...{ path: '/message/template', phone: '84912345678', template_id: '7', template_data: values },
      tracking_id: `${memberId}-11/2026`,
    },
  ]);

  await officer.rights.withdrawConsent({
    ...{ id: consent.id, expectedVersion: 1, channel: 'PAPER', withdrawnOn: '2026-11-21' },
  });
  expect(await reminding({ OFFICE_SENDS_NOTICES: 'yes' })(memberId, values)).toBeNull();
});
