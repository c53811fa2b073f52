import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, startBrowser } from '../../examples/portal/test/support/browser.ts';
import { newId } from '../../packages/sdk/src/index.ts';
import type { Outbox, OutboxStatus } from '../../packages/sdk/src/outbox/index.ts';
import { testDatabase } from '../../packages/subgraph/test/support/database.ts';
import { type Person, startWorld, type World } from './world.ts';

// IndexedDB, Web Locks and BroadcastChannel of a real browser, where outbox-faults.test.ts has its own.

/** Served by the test alone. Pages of localhost may use what browsers keep for safe connections. */
const ORIGIN = 'http://localhost:4999';

declare const openOutbox: (token: string) => Outbox;
declare global {
  var outbox: Outbox;
}

describe.skipIf(NO_BROWSER !== null)(`two tabs of a browser (${NO_BROWSER ?? 'Chromium'})`, () => {
  let world: World;
  let browser: Browser;
  let script: string;
  let context: BrowserContext;
  let person: Person;
  /** What becomes of a request to the server. */
  let line: (route: Route) => Promise<void>;
  let requests = 0;

  beforeAll(async () => {
    [world, browser, script] = await Promise.all([
      testDatabase('loaded').then(({ url }) => startWorld(url)),
      startBrowser(),
      builtPage(),
    ]);
    [person] = world.people;
  });
  afterEach(() => context.close());
  afterAll(async () => {
    await browser.close();
    await world.close();
  });

  const noSignal = (route: Route) => route.abort('internetdisconnected');
  const pass = async (route: Route) => {
    const answer = await fetch(world.url, {
      ...{ method: 'POST', body: route.request().postData() },
      headers: await route.request().allHeaders(),
    });
    await route.fulfill({ status: answer.status, json: await answer.json() });
  };

  async function openPhone(): Promise<[Page, Page]> {
    context = await browser.newContext();
    requests = 0;
    await context.route(`${ORIGIN}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname !== '/graphql')
        return route.fulfill({ contentType: 'text/html', body: `<script>${script}</script>` });
      requests += 1;
      await line(route);
    });
    return [await openTab(), await openTab()];
  }

  async function openTab(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${ORIGIN}/`);
    await page.evaluate((token) => {
      globalThis.outbox = openOutbox(token);
    }, person.token);
    return page;
  }

  /** @returns the id of what is to be made */
  async function record(page: Page, title: string): Promise<string> {
    const id = newId();
    const startsAt = '2026-11-20T08:00:00+07:00';
    const input = { id, teamId: person.teamId, kind: 'MEETING', title, startsAt } as const;
    await page.evaluate((visit) => outbox.enqueue('recordActivity', visit).then(() => {}), input);
    return id;
  }

  const statusOf = (page: Page): Promise<Pick<OutboxStatus, 'pendingCount'>> =>
    page.evaluate(() => ({ pendingCount: outbox.status.pendingCount }));
  const flush = (page: Page) => page.evaluate(() => outbox.flush().then(() => {}));
  const waiting = (page: Page, count: number) =>
    expect.poll(() => statusOf(page), { timeout: 15_000 }).toEqual({ pendingCount: count });

  async function expectEachOnce(ids: readonly string[]): Promise<void> {
    const effects = await world.effectsOn(ids);
    expect(effects.map(({ entityId }) => entityId).sort()).toEqual([...ids].sort());
    expect(new Set(effects.map(({ actor }) => actor))).toEqual(new Set([person.subject]));
  }

  it('know at once of one another, and send what both recorded once, one at a time', async () => {
    line = noSignal;
    const [one, other] = await openPhone();
    const both = await Promise.all(
      Array.from({ length: 6 }, (_, place) =>
        record(place % 2 === 0 ? one : other, `Hai thẻ, việc ${place}`),
      ),
    );
    await waiting(one, 6);
    await waiting(other, 6);
    let atOnce = 0;
    let mostAtOnce = 0;
    line = async (route) => {
      mostAtOnce = Math.max(mostAtOnce, ++atOnce);
      await pass(route);
      atOnce -= 1;
    };
    await Promise.all([flush(one), flush(other)]);
    await waiting(one, 0);
    await waiting(other, 0);
    expect(mostAtOnce).toBe(1);
    await expectEachOnce(both);
  });

  it('outlive one of them that is closed while it sends: the other sends the same under its keys', async () => {
    line = noSignal;
    const [one, other] = await openPhone();
    const ids = [await record(one, 'Trước khi đóng 1'), await record(one, 'Trước khi đóng 2')];
    await waiting(other, 2);
    // The server has done it, and the answer never comes.
    let isDone = false;
    line = async (route) => {
      await fetch(world.url, {
        ...{ method: 'POST', body: route.request().postData() },
        headers: await route.request().allHeaders(),
      });
      isDone = true;
      line = pass;
    };
    void flush(one).catch(() => {});
    await expect.poll(() => isDone, { timeout: 15_000 }).toBe(true);
    await one.close();
    await flush(other);
    await waiting(other, 0);
    expect(requests).toBeGreaterThan(1);
    await expectEachOnce(ids);
  });

  it('know that there is no line, so that what waits can still be changed', async () => {
    line = pass;
    const [one] = await openPhone();
    await context.setOffline(true);
    const id = await record(one, 'Ghi khi mất mạng');
    const states = () => one.evaluate(() => outbox.status.items.map(({ state }) => state));
    await expect.poll(() => one.evaluate(() => outbox.status.pause?.reason)).toBe('NO_ANSWER');
    // Nor does it go when somebody presses a button.
    await flush(one);
    expect([await states(), requests]).toEqual([['WAITING'], 0]);
    await context.setOffline(false);
    await waiting(one, 0);
    await expectEachOnce([id]);
  });

  it('find what waits after all pages were closed, and keep it from whoever signs in next', async () => {
    line = noSignal;
    const [one, other] = await openPhone();
    const ids = [await record(one, 'Qua đêm')];
    await one.close();
    await other.close();
    [, person] = world.people;
    line = pass;
    const stranger = await openTab();
    await flush(stranger);
    expect(await statusOf(stranger)).toEqual({ pendingCount: 0 });
    expect(await world.effectsOn(ids)).toEqual([]);
    [person] = world.people;
    const back = await openTab();
    await flush(back);
    await waiting(back, 0);
    await expectEachOnce(ids);
  });
});

/** The page in one classic script. */
async function builtPage(): Promise<string> {
  const result = await build({
    ...{ root: import.meta.dirname, logLevel: 'silent', configFile: false },
    resolve: { conditions: ['@cnscd/source'] },
    build: { write: false, lib: { entry: 'browser-page.ts', formats: ['iife'], name: 'unused' } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (bundle === undefined || !('output' in bundle)) expect.fail('nothing was built');
  return bundle.output[0].code;
}
