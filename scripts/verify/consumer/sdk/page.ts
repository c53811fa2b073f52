import { CnscdError, createClient, teamsOf, userOf } from '@cnscd/sdk';
import { createOutbox, memoryStorage } from '@cnscd/sdk/outbox';
import { fakeClock, mockServer, status } from '@cnscd/sdk/testing';

const page = { totalCount: 1, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [{ name: 'Tổ 1' }] };
const server = mockServer({ Teams: [status(503), { teams: page }] });
const client = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch });
const [team] = await teamsOf(client).toArray({ search: 'tổ' }, { limit: 1 });
const name: string | undefined = team?.name;
if (name !== 'Tổ 1') throw new Error(`the team is ${name}`);

const outbox = createOutbox({
  ...{ user: userOf('') ?? 'x#y', storage: memoryStorage({ limitCharacters: 10 }), transport: client.outbox },
  ...{ clock: fakeClock(), isAutomatic: false },
});
const startsAt = '2026-11-20T08:00:00+07:00';
const kept = outbox.enqueue('recordActivity', { teamId: 't', kind: 'MEETING', title: 'Họp tổ', startsAt });
const error: unknown = await kept.catch((reason: unknown) => reason);
// One class for both entries, or nobody could tell its errors.
if (!(error instanceof CnscdError) || error.code !== 'OUTBOX_FULL') throw new Error(String(error));
outbox.close();
