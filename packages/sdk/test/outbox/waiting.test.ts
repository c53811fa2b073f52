import { describe, expect, it, vi } from 'vitest';
import { CnscdError } from '../../src/index.ts';
import { memoryStorage, type OutboxStorage } from '../../src/outbox/index.ts';
import { lostAnswer, type MockAnswer, type MockRequest, status } from '../../src/testing/index.ts';
import { LAN, MINH, phone, sentTitles, VISIT } from '../support/outbox-phone.ts';
import { refused, replaying } from '../support/outbox-server.ts';

/** An answer that somebody gives later. */
function heldBack() {
  let give: (answer: MockAnswer) => void = () => {};
  const answer = new Promise<MockAnswer>((resolve) => {
    give = resolve;
  });
  return { answer: () => answer, give };
}

describe('what never left the device', () => {
  it.each([
    ['nobody is signed in', () => null, 'SIGN_IN'],
    ['somebody else is signed in', () => MINH.token, 'OTHER_USER'],
    [
      'no token is to be had',
      () => {
        throw new CnscdError('ZALO_NOT_LINKED', { vi: 'x', en: 'x' });
      },
      'SIGN_IN',
    ],
    [
      'the page gave up asking for a token',
      () => {
        throw new CnscdError('ABORTED', { vi: 'x', en: 'x' });
      },
      'SIGN_IN',
    ],
    [
      'there is no line to get a token by',
      () => {
        throw new CnscdError('NETWORK', { vi: 'x', en: 'x' });
      },
      'NO_ANSWER',
    ],
  ])('can be edited and discarded still: %s', async (_, token, reason) => {
    const { outbox, server, signedIn } = phone(replaying());
    Object.defineProperty(signedIn, 'token', { get: token });
    const { id } = await outbox.enqueue('recordActivity', VISIT);
    expect(await outbox.flush()).toMatchObject({ pause: { reason }, items: [{ state: 'WAITING' }] });
    await outbox.edit(id, { ...VISIT, title: 'sửa' });
    await outbox.discard(id);
    expect([outbox.status.items, server.requests]).toEqual([[], []]);
  });

  it('goes again by itself once the same person is back', async () => {
    const { open, server, clock, signedIn } = phone(replaying());
    signedIn.token = null;
    const outbox = open({ isAutomatic: true });
    await outbox.enqueue('recordActivity', VISIT);
    await clock.advance(5_000);
    expect(server.requests).toHaveLength(0);
    signedIn.token = LAN.token;
    await clock.advance(600_000);
    expect(outbox.status.pendingCount).toBe(0);
    outbox.close();
  });
});

describe('two tabs with a lease', () => {
  it('one that slept neither undoes what the other changed, nor sends it', async () => {
    const texts = new Map<string, string>();
    const gate = heldBack();
    let sleep: 'LATER' | 'NOW' | 'OVER' = 'LATER';
    const sleeping: OutboxStorage = {
      ...memoryStorage({ texts }),
      async readAll(prefix) {
        const read = await memoryStorage({ texts }).readAll(prefix);
        // It has its turn and a look at the records, and then its device sleeps, and with it all its timers.
        if (sleep === 'LATER' && prefix.endsWith('/')) sleep = 'NOW';
        if (sleep === 'NOW') await gate.answer();
        return read;
      },
    };
    const { open, clock, server } = phone(replaying(), { locks: null });
    const awake = open({ storage: memoryStorage({ texts }) });
    const [one, two] = [
      await awake.enqueue('recordActivity', { ...VISIT, title: 'cũ' }),
      await awake.enqueue('recordActivity', { ...VISIT, title: 'bỏ' }),
    ];
    const slow = open({ storage: sleeping });
    const flushed = slow.flush();
    await clock.advance(60);
    expect(sleep).toBe('NOW');
    const edited = awake.edit(one.id, { ...VISIT, title: 'mới' });
    await clock.advance(40_000);
    await edited;
    const discarded = awake.discard(two.id);
    await clock.advance(1_000);
    await discarded;
    sleep = 'OVER';
    gate.give({});
    await clock.advance(1_000);
    await flushed;
    await clock.advance(1_000);
    const after = awake.flush();
    await clock.advance(40_000);
    await after;
    expect(sentTitles(server).flat()).toEqual(['mới']);
    expect(awake.status.items).toEqual([]);
  });
});

describe('a tab that slept while it waited for its answer', () => {
  it('brings nothing back that another one gave up meanwhile', async () => {
    const { open, clock, texts, server } = phone(refuseLater, { locks: null });
    const gate = heldBack();
    const [slow, awake] = [open(), open()];
    const { id } = await awake.enqueue('recordActivity', VISIT);
    async function refuseLater(request: MockRequest): Promise<MockAnswer> {
      await gate.answer();
      return replaying(() => refused('NOT_PERMITTED', true))(request);
    }
    const flushed = slow.flush();
    await clock.advance(100);
    expect(server.requests).toHaveLength(1);
    // Its timers slept as well, so that its lease ended.
    for (const name of [...texts.keys()]) if (name.endsWith('/lease')) texts.delete(name);
    const discarded = awake.discard(id, { evenIfSent: true });
    await clock.advance(1_000);
    await discarded;
    gate.give({});
    await clock.advance(1_000);
    expect((await flushed).items).toEqual([]);
  });
});

describe('a change', () => {
  it('does not wait for ever for what is being sent, nor after somebody gave up', async () => {
    const gate = heldBack();
    const { outbox, clock } = phone(gate.answer);
    const { id } = await outbox.enqueue('recordActivity', VISIT);
    void outbox.flush();
    await clock.advance(10);
    const giveUp = new AbortController();
    const ends = [
      outbox.discard(id, { evenIfSent: true }),
      outbox.edit(id, VISIT, { signal: giveUp.signal }),
      outbox.retry(id, { timeoutMs: 5_000 }),
    ].map((change) => change.catch((error: CnscdError) => error.code));
    giveUp.abort();
    await clock.advance(5_000);
    expect(await ends[1]).toBe('ABORTED');
    expect(await ends[2]).toBe('TIMEOUT');
    gate.give(status(502));
    await clock.advance(10);
    expect(await ends[0]).toBe(undefined);
    expect(outbox.status.items).toEqual([]);
  });
});

describe('a change that was given up', () => {
  it('is not made when its turn comes at last', async () => {
    const gate = heldBack();
    const { outbox, clock } = phone(gate.answer);
    const { id } = await outbox.enqueue('recordActivity', VISIT);
    void outbox.flush();
    await clock.advance(10);
    const late = outbox.discard(id, { evenIfSent: true, timeoutMs: 1_000 });
    const end = expect(late).rejects.toMatchObject({ code: 'TIMEOUT', retryable: true });
    await clock.advance(1_000);
    await end;
    gate.give(status(502));
    await clock.advance(10);
    expect((await outbox.refresh()).items).toMatchObject([{ id }]);
  });
});

describe('a server that asks to wait', () => {
  it.each([
    ['the clock is set back meanwhile', '60', -30_000],
    ['it names a day by another clock', new Date(Date.UTC(2030, 0, 1)).toUTCString(), 0],
  ])('is asked again in good time, although %s', async (_, retryAfter, setByMs) => {
    const { open, clock, server } = phone([status(429, { 'retry-after': retryAfter }), replaying()]);
    const outbox = open({ isAutomatic: true });
    await outbox.enqueue('recordActivity', VISIT);
    await clock.advance(1_000);
    clock.set(clock.now() + setByMs);
    await clock.advance(1_000_000);
    expect(server.requests).toHaveLength(2);
    expect(outbox.status.pendingCount).toBe(0);
    outbox.close();
  });
});

describe('another tab', () => {
  it('is told what was sent, and knows at once what waits while somebody sends', async () => {
    const gate = heldBack();
    const { open, clock } = phone(async (request) => {
      await gate.answer();
      return replaying()(request);
    });
    const [one, other] = [open(), open()];
    await one.enqueue('recordActivity', VISIT);
    const flushed = one.flush();
    await clock.advance(10);
    const late = open({ isAutomatic: true });
    await clock.advance(10);
    expect(late.status).toMatchObject({ pendingCount: 1 });
    await expect.poll(() => other.status.pendingCount).toBe(1);
    late.close();
    gate.give({});
    await clock.advance(10);
    await flushed;
    await expect.poll(() => other.status.items).toEqual([]);
    for (const outbox of [one, other]) outbox.close();
  });
});

describe('a tab that stays open', () => {
  it('sends in the end what another one left when it was closed', async () => {
    let isDown = true;
    const { open, clock } = phone((request) => (isDown ? status(503) : replaying()(request)));
    const [one, other] = [open({ isAutomatic: true }), open({ isAutomatic: true })];
    await clock.advance(10);
    await one.enqueue('recordActivity', VISIT);
    await clock.advance(1_000);
    one.close();
    isDown = false;
    await expect.poll(() => other.status.items.length).toBe(1);
    await clock.advance(600_000);
    expect(other.status).toMatchObject({ pendingCount: 0, nextTryAt: null });
    other.close();
  });

  it('tells nothing before it has looked: no moment at which nothing waits', async () => {
    const { open, outbox, clock } = phone(lostAnswer);
    await outbox.enqueue('recordActivity', VISIT);
    const late = open({ isAutomatic: true });
    const counts: number[] = [];
    late.subscribe(({ items }) => counts.push(items.length));
    await late.flush();
    await clock.advance(1_000);
    expect(new Set(counts)).toEqual(new Set([1]));
    late.close();
  });
});

describe('a device that says it is offline', () => {
  it('is believed, but not for ever', async () => {
    const navigator = vi
      .spyOn(globalThis, 'navigator', 'get')
      .mockReturnValue({ onLine: false } as Navigator);
    const { open, clock, server } = phone(replaying());
    const outbox = open({ isAutomatic: true });
    await outbox.enqueue('recordActivity', VISIT);
    await outbox.flush();
    await clock.advance(3_000_000);
    expect(outbox.status).toMatchObject({ pause: { reason: 'NO_ANSWER' }, items: [{ state: 'WAITING' }] });
    expect(server.requests).toHaveLength(0);
    await clock.advance(1_200_000);
    expect(outbox.status.items).toEqual([]);
    outbox.close();
    navigator.mockRestore();
  });
});

describe('a listener that throws', () => {
  it('stops nothing', async () => {
    const { outbox } = phone(replaying());
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    outbox.subscribe(() => {
      throw new Error('of the page');
    });
    await outbox.enqueue('recordActivity', VISIT);
    expect((await outbox.flush()).items).toEqual([]);
    expect(told).toHaveBeenCalledWith(new Error('of the page'));
    told.mockRestore();
  });
});

describe('things that have no id', () => {
  const target = (value: number) =>
    ({
      unitCode: '45',
      indicatorCode: 'TEAMS',
      period: '2026',
      comparator: 'AT_LEAST',
      value,
      source: {},
    }) as never;

  it('are known by their unit, indicator and period: nothing about the same overtakes', async () => {
    const { outbox, server } = phone(lostAnswer);
    await outbox.enqueue('setTarget', target(1));
    await outbox.enqueue('setTarget', target(2));
    await outbox.enqueue('setTarget', { ...(target(3) as object), period: '2027' } as never);
    await outbox.flush();
    expect(server.requests[0]?.variables['input']).toMatchObject({ stopOnRefusal: true });
  });
});
