import { CnscdError, connect, newId, outboxOf, teamsOf, userOf } from '../../src/index.ts';
import { createOutbox, memoryStorage } from '../../src/outbox/index.ts';

interface Surroundings {
  url: string;
  fetch: typeof fetch;
  token: string;
}

/** A page that uses a bit of everything; runtimes.test.ts builds it and runs it where there is little else. */
async function page({ url, fetch, token }: Surroundings): Promise<unknown> {
  const connection = connect({ url, fetch, getToken: () => token });
  const names: string[] = [];
  for await (const team of teamsOf(connection).all({})) names.push(team.name);
  const outbox = createOutbox({
    ...{ user: userOf(token) ?? '', storage: memoryStorage(), transport: outboxOf(connection) },
  });
  const startsAt = '2026-11-20T08:00:00+07:00';
  const visit = { id: newId(), teamId: 't', kind: 'MEETING', title: 'Họp tổ', startsAt } as const;
  await outbox.enqueue('recordActivity', visit);
  const { pendingCount, pause } = await outbox.flush();
  outbox.close();
  const refused = await teamsOf(connection)
    .get({ code: 'x' })
    .catch((error: unknown) => (error instanceof CnscdError ? error.code : 'NO_CNSCD_ERROR'));
  return { names, pendingCount, pause, refused };
}

Object.assign(globalThis, { page });
