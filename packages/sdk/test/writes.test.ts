import { beforeAll, describe, expect, it } from 'vitest';
import { CnscdConflict, createClient, newId } from '../src/index.ts';
import { type CaseServer, json, type Route, startCaseServer } from './support/case-server.ts';
import { failureOf } from './support/failure.ts';

const ACTIVITY = { __typename: 'Activity', id: 'a-1', title: 'Đi từng ngõ', version: 1 };
const REFUSAL = {
  ...{ __typename: 'Refusal', refusalCode: 'COUNTS_CONTRADICT', message: 'Sai', messageEn: 'Wrong' },
  ...{ field: 'outcomes[0].assisted', refusedValue: '3', retryable: false },
};
const DRAFT = {
  teamId: 't-1',
  kind: 'MEETING',
  title: 'Đi từng ngõ',
  startsAt: '2026-11-20T08:00:00+07:00',
} as const;

const recorded = { data: { recordActivity: ACTIVITY } };
const verified = { data: { verifyActivity: { ...ACTIVITY, version: 2 } } };

/** Fails so many times, then answers. */
const after =
  (failures: number, fail: Route): Route =>
  (request, response) =>
    request.earlier < failures ? fail(request, response) : json(response, recorded);

let server: CaseServer;

beforeAll(async () => {
  server = await startCaseServer({
    done: (_, response) => json(response, recorded),
    'twice-503': after(2, (_, response) => response.writeHead(503).end()),
    'once-429': after(1, (_, response) => response.writeHead(429).end()),
    'once-cut': after(1, (_, response) => response.destroy()),
    // The write was done, but its answer never comes.
    'once-silent': after(1, () => {}),
    silence: () => {},
    verified: (_, response) => json(response, verified),
    refused: (_, response) => json(response, { data: { recordActivity: REFUSAL } }),
    'refused-for-now': (_, response) =>
      json(response, {
        data: { recordActivity: { ...REFUSAL, refusalCode: 'TEAM_NOT_FOUND', retryable: true } },
      }),
    'refused-by-a-newer-server': (_, response) =>
      json(response, { data: { recordActivity: { ...REFUSAL, refusalCode: 'RAIN_TOO_HEAVY' } } }),
    conflict: (_, response) =>
      json(response, {
        data: {
          updateActivity: {
            ...{ __typename: 'Conflict', message: 'Đã sửa', messageEn: 'Changed' },
            ...{ expectedVersion: 1, currentVersion: 3, current: { ...ACTIVITY, version: 3 } },
          },
        },
      }),
  });
});

const activitiesOf = (route: string, options: { timeoutMs?: number; maxRetries?: number } = {}) =>
  createClient({ url: server.url(route), ...options }).activities;

/** The inputs that a route was sent, in order. */
const inputs = (route: string) =>
  server.seen(route).map(({ variables }) => variables['input'] as Record<string, unknown>);

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a write', () => {
  it('carries a new key, and an id for what it makes, and answers what was made', async () => {
    expect(await activitiesOf('done').record(DRAFT)).toMatchObject({ id: 'a-1', version: 1 });
    await activitiesOf('done').record(DRAFT);
    const [first, second] = inputs('done');
    expect(first).toMatchObject(DRAFT);
    expect(first?.['idempotencyKey']).toMatch(UUID_V7);
    expect(first?.['id']).toMatch(UUID_V7);
    expect(second?.['idempotencyKey']).not.toBe(first?.['idempotencyKey']);
    expect(second?.['id']).not.toBe(first?.['id']);
  });

  it('keeps the key and the id that the caller gives', async () => {
    const own = { idempotencyKey: 'phone-7/42', id: newId() };
    await activitiesOf('done').record({ ...DRAFT, ...own });
    expect(inputs('done').at(-1)).toMatchObject(own);
  });

  it('gives no id to what is there already', async () => {
    await activitiesOf('verified').verify({ id: 'a-1', expectedVersion: 1 });
    expect(inputs('verified')).toEqual([
      { id: 'a-1', expectedVersion: 1, idempotencyKey: expect.stringMatching(UUID_V7) },
    ]);
  });

  it.each([
    ['twice-503', 3],
    ['once-429', 2],
    ['once-cut', 2],
  ])('is sent again as the same write: %s', async (route, count) => {
    expect(await activitiesOf(route).record(DRAFT)).toMatchObject({ id: 'a-1' });
    const sent = inputs(route);
    expect(sent).toHaveLength(count);
    expect(new Set(sent.map((input) => JSON.stringify(input))).size).toBe(1);
  });

  it('asks again for an answer that got lost, with half of its time left', async () => {
    const began = performance.now();
    expect(await activitiesOf('once-silent', { timeoutMs: 2000 }).record(DRAFT)).toMatchObject({ id: 'a-1' });
    expect(performance.now() - began).toBeGreaterThan(990);
    const [first, second, ...more] = inputs('once-silent');
    expect(second).toEqual(first);
    expect(more).toEqual([]);
  });

  it('is TIMEOUT when no answer comes in all its time', async () => {
    const began = performance.now();
    const error = await failureOf(activitiesOf('silence', { timeoutMs: 400 }).record(DRAFT));
    expect(error).toMatchObject({ code: 'TIMEOUT', retryable: true });
    expect(performance.now() - began).toBeGreaterThan(390);
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('ends with the abort of its caller, also within an attempt', async () => {
    const controller = new AbortController();
    const call = failureOf(activitiesOf('silence').record(DRAFT, { signal: controller.signal }));
    setTimeout(() => controller.abort('left the page'), 50);
    expect(await call).toMatchObject({ code: 'ABORTED', cause: 'left the page' });
  });
});

describe('a write that changed nothing', () => {
  it('is thrown with code, field, value and both languages', async () => {
    expect(await failureOf(activitiesOf('refused').record(DRAFT))).toMatchObject({
      ...{ name: 'CnscdError', code: 'COUNTS_CONTRADICT', messages: { vi: 'Sai', en: 'Wrong' } },
      ...{ field: 'outcomes[0].assisted', value: '3', retryable: false },
    });
  });

  it('for now may be sent later, not within the call', async () => {
    const error = await failureOf(activitiesOf('refused-for-now').record(DRAFT));
    expect(error).toMatchObject({ code: 'TEAM_NOT_FOUND', retryable: true });
    expect(server.count('refused-for-now')).toBe(1);
  });

  it('for a reason that this version does not know keeps the reason', async () => {
    const error = await failureOf(activitiesOf('refused-by-a-newer-server').record(DRAFT));
    expect(error).toMatchObject({ code: 'GRAPHQL', messages: { vi: 'Sai' } });
    expect(error.errors[0]?.extensions).toEqual({ code: 'RAIN_TOO_HEAVY' });
  });

  it('because somebody was faster shows what there is now', async () => {
    const error = await failureOf(activitiesOf('conflict').update({ id: 'a-1', expectedVersion: 1 }));
    expect(error).toBeInstanceOf(CnscdConflict);
    expect(error).toMatchObject({
      ...{ name: 'CnscdConflict', code: 'VERSION_CONFLICT', messages: { vi: 'Đã sửa', en: 'Changed' } },
      ...{ expectedVersion: 1, currentVersion: 3, current: { title: 'Đi từng ngõ', version: 3 } },
    });
  });
});

describe('newId', () => {
  it('gives UUIDs of version 7 that sort by the millisecond', async () => {
    const first = newId();
    await new Promise((resolve) => setTimeout(resolve, 3));
    const second = newId();
    expect(first).toMatch(UUID_V7);
    expect(second > first).toBe(true);
    const madeAtMs = Number.parseInt(second.replace('-', '').slice(0, 12), 16);
    expect(Math.abs(madeAtMs - Date.now())).toBeLessThan(1000);
  });

  it('gives each once', () => {
    expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000);
  });
});
