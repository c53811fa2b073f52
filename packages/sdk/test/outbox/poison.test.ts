import { describe, expect, it } from 'vitest';
import type { Outbox } from '../../src/outbox/index.ts';
import {
  lostAnswer,
  type MockAnswer,
  type MockRequest,
  refusedWith,
  status,
} from '../../src/testing/index.ts';
import { phone, sentTitles, VISIT } from '../support/outbox-phone.ts';
import { refused, replaying, writesIn } from '../support/outbox-server.ts';

/** A server that takes everything but requests in which one of these titles is. */
const exceptFor =
  (titles: readonly string[], answer: () => MockAnswer) =>
  (request: MockRequest): MockAnswer =>
    writesIn(request).some(({ input }) => titles.includes(String(input['title'])))
      ? answer()
      : replaying()(request);

const enqueueAll = async (outbox: Outbox, titles: readonly string[]) => {
  for (const title of titles) await outbox.enqueue('recordActivity', { ...VISIT, title });
};

describe('a write that something on the way does not let through', () => {
  it.each([
    ['a firewall answers 403', () => status(403)],
    ['a proxy finds it too large', () => status(413)],
    ['the connection is cut', lostAnswer],
    ['a gateway answers 500 with nothing', () => status(500)],
  ])('holds nobody else up, and is set aside in the end: %s', async (_, answer) => {
    const { outbox, clock, server } = phone(exceptFor(['bom'], answer));
    await enqueueAll(outbox, ['bom', 'một', 'hai']);
    for (let round = 0; round < 5; round++) {
      await outbox.flush();
      await clock.advance(60_000);
    }
    expect(outbox.status.items).toMatchObject([{ state: 'SENT', input: { title: 'bom' } }]);
    for (let round = 0; round < 12; round++) {
      await enqueueAll(outbox, ['sau']);
      await outbox.flush();
      await clock.advance(900_000);
    }
    expect(outbox.status.items).toMatchObject([{ state: 'SET_ASIDE', input: { title: 'bom' } }]);
    const done = sentTitles(server)
      .flat()
      .filter((title) => title === 'sau');
    expect(done.length).toBeGreaterThanOrEqual(12);
  });

  it('is not blamed where nothing gets through at all', async () => {
    const { outbox, clock } = phone(lostAnswer);
    await enqueueAll(outbox, ['một', 'hai', 'ba']);
    for (let round = 0; round < 40; round++) {
      await outbox.flush();
      await clock.advance(900_000);
    }
    expect(outbox.status).toMatchObject({ pendingCount: 3, stuckCount: 0, pause: { reason: 'NO_ANSWER' } });
  });

  it('does not keep another one from its turn that failed alone as well', async () => {
    let isDown = true;
    const { outbox, clock } = phone((request) =>
      isDown ? status(502) : exceptFor(['bom'], () => status(403))(request),
    );
    await enqueueAll(outbox, ['bom', 'lành']);
    for (let round = 0; round < 4; round++) {
      await outbox.flush();
      await clock.advance(600_000);
    }
    isDown = false;
    for (let round = 0; round < 2; round++) {
      await outbox.flush();
      await clock.advance(600_000);
    }
    expect(outbox.status.items).toMatchObject([{ input: { title: 'bom' } }]);
  });
});

describe('a write that brings down the server', () => {
  it('is found among the others, which go through, and is set aside in the end', async () => {
    const { outbox, server, clock } = phone((request) =>
      writesIn(request).some(({ input }) => input['title'] === 'bom')
        ? refusedWith('INTERNAL')
        : replaying()(request),
    );
    for (const title of ['một', 'bom', 'hai']) await outbox.enqueue('recordActivity', { ...VISIT, title });
    expect((await outbox.flush()).items).toMatchObject([{ state: 'SENT', problem: { code: 'INTERNAL' } }]);
    expect(sentTitles(server)).toEqual([
      ...[['một', 'bom', 'hai'], ['một'], ['bom', 'hai']],
      ...[['bom'], ['hai']],
    ]);
    for (let round = 0; round < 9; round++) {
      await clock.advance(900_000);
      await outbox.enqueue('recordActivity', VISIT);
      await outbox.flush();
    }
    expect(outbox.status.items).toMatchObject([{ state: 'SET_ASIDE', problem: { code: 'INTERNAL' } }]);
  });

  it('goes by itself once the server is mended, also where it is the only one', async () => {
    let isBroken = true;
    const { open, clock } = phone((request) => (isBroken ? refusedWith('INTERNAL') : replaying()(request)));
    const outbox = open({ isAutomatic: true });
    await enqueueAll(outbox, ['một']);
    await clock.advance(1_000);
    expect(outbox.status).toMatchObject({ pendingCount: 1, pause: { reason: 'NO_ANSWER' } });
    isBroken = false;
    await clock.advance(600_000);
    expect(outbox.status).toMatchObject({ pendingCount: 0, pause: null });
    outbox.close();
  });

  it('does not hold up those behind it, however many there are', async () => {
    const bad = ['bom 1', 'bom 2', 'bom 3', 'bom 4'];
    const { outbox, clock } = phone(exceptFor(bad, () => refusedWith('INTERNAL')));
    await enqueueAll(outbox, [...bad, 'lành 1', 'lành 2']);
    for (let round = 0; round < 4; round++) {
      await outbox.flush();
      await clock.advance(300_000);
    }
    expect(outbox.status.items.map(({ input }) => input?.['title'])).toEqual(bad);
  });

  it('is not guessed from a gateway that answers 400 to everything for a while', async () => {
    let isDeploying = true;
    const page = new Response('<h1>400</h1>', { status: 400, headers: { 'content-type': 'text/html' } });
    const { outbox, clock } = phone((request) => (isDeploying ? page.clone() : replaying()(request)));
    await enqueueAll(outbox, ['một', 'hai', 'ba', 'bốn', 'năm']);
    for (let round = 0; round < 6; round++) {
      await outbox.flush();
      await clock.advance(300_000);
    }
    expect(outbox.status).toMatchObject({ pendingCount: 5, stuckCount: 0 });
    isDeploying = false;
    await outbox.flush();
    expect(outbox.status.items).toEqual([]);
  });

  it('is set aside at once where the server cannot even read it', async () => {
    const extensions = { code: 'BAD_USER_INPUT' };
    const fault = Response.json(
      { errors: [{ message: 'Field is not defined', extensions }] },
      { status: 400 },
    );
    const { outbox } = phone(fault);
    await outbox.enqueue('recordActivity', VISIT);
    expect((await outbox.flush()).items).toMatchObject([{ state: 'SET_ASIDE' }]);
  });

  it('is not blamed for a server that fails over everything', async () => {
    const { outbox, clock, server } = phone(refusedWith('INTERNAL'));
    for (let count = 0; count < 20; count++) await outbox.enqueue('recordActivity', VISIT);
    await outbox.flush();
    // Nor is it asked for each of them.
    expect(server.requests.length).toBeLessThan(10);
    for (let round = 0; round < 12; round++) {
      await clock.advance(3_600_000);
      await outbox.flush();
    }
    expect(outbox.status).toMatchObject({ pendingCount: 20, stuckCount: 0 });
  });
});

describe('a write that is refused for now', () => {
  it('waits longer and longer without holding up others, and is then left to a person', async () => {
    const { outbox, clock } = phone(
      replaying((input) => (input['title'] === 'chờ' ? refused('NOT_PERMITTED', true) : undefined)),
    );
    await outbox.enqueue('recordActivity', { ...VISIT, title: 'chờ' });
    await outbox.enqueue('recordActivity', VISIT);
    expect((await outbox.flush()).items).toMatchObject([
      { state: 'WAITING', problem: { code: 'NOT_PERMITTED' } },
    ]);
    for (let round = 0; round < 9; round++) {
      await clock.advance(900_000);
      await outbox.flush();
    }
    const [item] = outbox.status.items;
    expect(item?.state).toBe('SET_ASIDE');
    await outbox.retry(item?.id ?? '');
    expect((await outbox.flush()).items[0]?.state).toBe('WAITING');
  });

  it('can be changed meanwhile: the server said that it did nothing', async () => {
    const { outbox, server } = phone([replaying(() => refused('NOT_PERMITTED', true)), replaying()]);
    const { id, input } = await outbox.enqueue('recordActivity', VISIT);
    await outbox.flush();
    await outbox.edit(id, { ...input, teamId: 't-2' });
    expect((await outbox.flush()).items).toEqual([]);
    const [first, second] = server.requests.map((request) => writesIn(request)[0]?.input);
    expect(second?.['teamId']).toBe('t-2');
    expect(second?.['idempotencyKey']).not.toBe(first?.['idempotencyKey']);
  });

  it('is not given up for being tried again and again in a moment', async () => {
    const { outbox } = phone(replaying(() => refused('NOT_PERMITTED', true)));
    await outbox.enqueue('recordActivity', VISIT);
    for (let flush = 0; flush < 20; flush++) await outbox.flush();
    expect(outbox.status).toMatchObject({ pendingCount: 1, stuckCount: 0 });
  });
});

describe('a write that was refused for good', () => {
  it('is tried again under another key: the server keeps what it said under the first', async () => {
    const { outbox, server } = phone([replaying(() => refused('TEAM_ENDED')), replaying()]);
    const { id } = await outbox.enqueue('recordActivity', VISIT);
    await outbox.flush();
    await outbox.retry(id);
    expect((await outbox.flush()).items).toEqual([]);
    const [first, second] = server.requests.map((request) => writesIn(request)[0]?.input);
    expect(second?.['idempotencyKey']).not.toBe(first?.['idempotencyKey']);
    expect(second?.['id']).toBe(first?.['id']);
  });

  it('keeps its id when it is changed by an input that names none', async () => {
    const { outbox, server } = phone([replaying(() => refused('TEXT_SENSITIVE')), replaying()]);
    const { id, input } = await outbox.enqueue('recordActivity', VISIT);
    await outbox.flush();
    await outbox.edit(id, { ...VISIT, id: undefined, title: 'sửa' });
    await outbox.flush();
    expect(writesIn(server.requests[1] as MockRequest)[0]?.input).toMatchObject({
      id: input?.['id'],
      title: 'sửa',
    });
  });
});
