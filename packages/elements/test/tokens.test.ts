import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { onStage } from './support/stage.ts';
import { visitHost } from './support/visitor.ts';

const FEED = (id: string, endpoint = '/graphql') =>
  `<cnscd-activity-feed id="${id}" endpoint="${endpoint}"></cnscd-activity-feed>`;

/** Hands tokens to an element as the page's own script would: the first, and after a refusal the next ones. */
const giveTokens = (page: Page, id: string, tokens: readonly string[]) =>
  page.evaluate(
    ({ id, tokens }) => {
      const element = document.getElementById(id) as HTMLElement & { getToken: unknown }; // one of ours
      let given = 0;
      element.getToken = async ({ isRefresh }: { isRefresh: boolean }) => {
        if (isRefresh) given = Math.min(given + 1, tokens.length - 1);
        return tokens[given];
      };
    },
    { id, tokens },
  );

const REFUSED = { status: 401, body: '{"error":"Unauthorized"}' };
const settle = (page: Page) => page.waitForTimeout(1_500);

onStage('tokens', (stage) => {
  it('of two elements stay with their own, also where both ask at the same time', async () => {
    const { browser, host, graph } = stage();
    const [first, second] = [await graph.tokenFor('officer-cam-lo'), await graph.tokenFor('officer-da-nang')];
    const { page } = await visitHost(
      browser,
      host,
      `${FEED('one', '/graphql/one')}${FEED('two', '/graphql/two')}`,
    );
    await settle(page);
    host.asked.length = 0;
    await giveTokens(page, 'one', [first]);
    await giveTokens(page, 'two', [second]);
    await page.locator('#one .item').first().waitFor();
    await page.locator('#two .item').first().waitFor();
    await page.evaluate(`Promise.all([one.refresh(), two.refresh(), one.refresh()])`);
    const tokensOf = (url: string) =>
      new Set(host.asked.filter((asked) => asked.url === url).map(({ authorization }) => authorization));
    expect(tokensOf('/graphql/one')).toEqual(new Set([`Bearer ${first}`]));
    expect(tokensOf('/graphql/two')).toEqual(new Set([`Bearer ${second}`]));
  });

  it('are asked for with the address that they go to, and are in no attribute, address or storage', async () => {
    const { browser, host, graph } = stage();
    const token = await graph.tokenFor('officer-cam-lo');
    const { page } = await visitHost(browser, host, FEED('one'));
    await settle(page);
    await page.evaluate((token) => {
      const element = document.getElementById('one') as HTMLElement & { getToken: unknown }; // one of ours
      element.getToken = (request: unknown) => {
        Object.assign(window, { request });
        return token;
      };
    }, token);
    await page.locator('#one .item').first().waitFor();
    expect(await page.evaluate('request')).toEqual({ isRefresh: false, endpoint: `${host.url}/graphql` });
    const markup = await page.locator('#one').evaluate((host) => host.outerHTML + host.shadowRoot?.innerHTML);
    expect(markup).not.toContain(token);
    expect(page.url()).not.toContain(token);
    expect(
      await page.evaluate('JSON.stringify([localStorage, sessionStorage, document.cookie])'),
    ).not.toContain(token);
    const inAttributes = await page.evaluate(
      `(() => { const feed = document.createElement('cnscd-activity-feed'); feed.setAttribute('get-token', 'x'); feed.setAttribute('gettoken', 'x'); feed.setAttribute('token', 'x'); return [feed.getToken, feed.token ?? null] })()`,
    );
    expect(inAttributes).toEqual([null, null]);
  });

  it('that were set before the script came are used', async () => {
    const { browser, host, graph } = stage();
    const token = await graph.tokenFor('officer-cam-lo');
    host.put('/early.js', `document.getElementById('one').getToken = () => ${JSON.stringify(token)};`);
    const { page, events } = await visitHost(
      browser,
      host,
      `${FEED('one')}<script src="/early.js"></script>`,
      { isClassic: true },
    );
    await page.locator('#one .item').first().waitFor();
    expect(await events()).toEqual(['cnscd-load']);
    expect(host.asked).toHaveLength(1);
  });

  it('that are refused with 401 give one event and no loop, even where the page answers it by asking again', async () => {
    const { browser, host } = stage();
    host.answer = () => REFUSED;
    const { page, events } = await visitHost(browser, host, FEED('one'));
    await page.evaluate(
      `one.addEventListener('cnscd-auth-required', () => one.refresh())`, // a page that knows no better
    );
    await giveTokens(page, 'one', ['stale']);
    await settle(page);
    host.asked.length = 0;
    await giveTokens(page, 'one', ['stale as well']);
    await settle(page);
    expect((await events()).filter((name) => name === 'cnscd-error')).toEqual([]);
    // One for the page without a token, and one for each sign-in that the page has handed over.
    expect((await events()).length).toBeLessThanOrEqual(3);
    const afterSecond = host.asked.length;
    expect(afterSecond).toBeLessThanOrEqual(4);
    await settle(page);
    expect(host.asked).toHaveLength(afterSecond);
    expect(await page.locator('#one [role=alert]').textContent()).toContain('đăng nhập');
  });

  it('that the server refuses by its code give one event too, and a fresh one mends it without any', async () => {
    const { browser, host, graph } = stage();
    const good = await graph.tokenFor('officer-cam-lo');
    const { page, events } = await visitHost(browser, host, FEED('one'));
    await page.getByText('hãy đăng nhập').waitFor();
    expect(await events()).toEqual(['cnscd-auth-required']);
    await giveTokens(page, 'one', ['no.such.token', good]);
    await page.locator('#one .item').first().waitFor();
    expect(await events()).toEqual(['cnscd-auth-required', 'cnscd-load']);
  });

  it('of somebody who leaves take what was on the screen with them', async () => {
    const { browser, host, graph } = stage();
    const token = await graph.tokenFor('officer-cam-lo');
    const { page } = await visitHost(browser, host, FEED('one'));
    await giveTokens(page, 'one', [token]);
    await page.locator('#one .item').first().waitFor();
    await page.evaluate('one.getToken = null');
    await page.getByText('hãy đăng nhập').waitFor();
    expect(await page.locator('#one .item').count()).toBe(0);
  });

  it('that the page fails to give leave what is on the screen, and are told to the page once', async () => {
    const { browser, host } = stage();
    const { page, events } = await visitHost(
      browser,
      host,
      `${FEED('one')}<cnscd-kpi-board id="board" unit="45" period="2023"></cnscd-kpi-board>`,
    );
    await page.getByText('4.327 người').first().waitFor();
    await page.getByText('hãy đăng nhập').waitFor();
    host.asked.length = 0;
    await page.evaluate(`heard.length = 0;
      for (const element of [one, board]) {
        element.addEventListener('cnscd-auth-required', () => element.refresh());
        element.getToken = () => Promise.reject(new Error('the session is gone'));
      }`);
    const once = ['cnscd-auth-required', 'cnscd-auth-required'];
    await expect.poll(events).toEqual(once);
    await settle(page);
    expect(await events()).toEqual(once);
    expect(await page.evaluate('heard[0].detail.code')).toBe('TOKEN_UNAVAILABLE');
    expect(await page.locator('#board .card').count()).toBeGreaterThan(0);
    expect(host.asked).toEqual([]);
  });

  it('that fail for a moment cost nobody the list, nor its length', async () => {
    const { browser, host, graph } = stage();
    const token = await graph.tokenFor('officer-cam-lo');
    const { page, events } = await visitHost(browser, host, FEED('one').replace('id=', 'page-size="3" id='));
    await page.evaluate((token) => {
      const element = document.getElementById('one') as HTMLElement & { getToken: unknown }; // one of ours
      Object.assign(window, { isDown: false });
      element.getToken = async () => {
        if ('isDown' in window && window.isDown === true) throw new Error('offline');
        return token;
      };
    }, token);
    await page.locator('#one .item').nth(2).waitFor();
    await page.evaluate('heard.length = 0; isDown = true');
    for (const step of [() => page.getByText(/^\s*Xem thêm/).click(), () => page.evaluate('one.refresh()')]) {
      await step();
      await page.getByText('Chưa lấy được phiên đăng nhập').waitFor();
      expect(await page.locator('#one .item').count()).toBe(3);
    }
    expect(await events()).toEqual(['cnscd-auth-required']);
    await page.evaluate('isDown = false');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await page.locator('#one .notice').waitFor({ state: 'detached' });
    await page.evaluate('one.getToken = null');
    await expect.poll(events).toEqual(['cnscd-auth-required', 'cnscd-load', 'cnscd-auth-required']);
  });

  it('that fail are another matter than nobody: who must sign in is told all the same', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, FEED('one'));
    await page.getByText('hãy đăng nhập').waitFor();
    await page.evaluate(`heard.length = 0; let times = 0;
      one.getToken = () => (times++ === 0 ? Promise.reject(new Error('offline')) : null)`);
    await page.getByRole('button', { name: 'Thử lại' }).click();
    const codes = () => page.evaluate('heard.map(({ detail }) => detail.code)');
    await expect.poll(codes).toEqual(['TOKEN_UNAVAILABLE', 'SIGN_IN_REQUIRED']);
  });

  it('that fail after another server was named leave nothing of the one before', async () => {
    const { browser, host } = stage();
    const board = '<cnscd-kpi-board id="board" unit="45" period="2023"></cnscd-kpi-board>';
    const { page } = await visitHost(browser, host, board);
    await page.getByText('4.327 người').first().waitFor();
    await page.evaluate(
      `board.endpoint = '/graphql/two'; board.getToken = () => Promise.reject(new Error('offline'))`,
    );
    await page.getByRole('button', { name: 'Thử lại' }).waitFor();
    expect(await page.locator('#board .card').count()).toBe(0);
  });

  it('that never come are waited for no longer than an answer', async () => {
    const { browser, host } = stage();
    const { page, events } = await visitHost(browser, host, FEED('one'));
    await page.getByText('hãy đăng nhập').waitFor();
    await page.clock.install();
    await page.evaluate('heard.length = 0; one.getToken = () => new Promise(() => {})');
    await page.getByText('Đang tải…').waitFor();
    await page.clock.runFor(16_000);
    await page.getByRole('button', { name: 'Thử lại' }).waitFor();
    await expect.poll(events).toEqual(['cnscd-auth-required']);
    expect(host.asked).toHaveLength(1);
  });

  it('leave no timer behind once they came', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, FEED('one'));
    await page.getByText('hãy đăng nhập').waitFor();
    await page.evaluate(() => {
      const timers = new Set<unknown>();
      const { setTimeout: begin, clearTimeout: end } = window;
      // The casts: the browser's own functions have more to them than is called here.
      window.setTimeout = ((callback: () => void, ms: number) => {
        const timer = begin(callback, ms);
        if (ms === 15_000) timers.add(timer);
        return timer;
      }) as typeof setTimeout;
      window.clearTimeout = ((timer: number) => {
        timers.delete(timer);
        end(timer);
      }) as typeof clearTimeout;
      Object.assign(window, { timers });
    });
    await page.evaluate('one.refresh()');
    expect(await page.evaluate('timers.size')).toBe(0);
  });

  it('of somebody who left while they were fetched are not sent', async () => {
    const { browser, host, graph } = stage();
    const token = await graph.tokenFor('officer-cam-lo');
    const { page } = await visitHost(browser, host, FEED('one'));
    await page.getByText('hãy đăng nhập').waitFor();
    await page.evaluate((token) => {
      const element = document.getElementById('one') as HTMLElement & { getToken: unknown }; // one of ours
      element.getToken = () => new Promise((done) => Object.assign(window, { give: () => done(token) }));
    }, token);
    await expect.poll(() => page.evaluate('typeof give')).toBe('function');
    await page.evaluate('one.getToken = null');
    await page.evaluate('give()');
    await settle(page);
    expect(host.asked.map(({ authorization }) => authorization)).toEqual([null, null]);
  });

  it.each([
    ['120', 1],
    ['1', 2],
  ])('or none: a server that asks to wait for %s s is asked %d times', async (seconds, times) => {
    const { browser, host } = stage();
    host.answer = () => ({ status: 429, body: '{}', headers: { 'retry-after': seconds } });
    const { page } = await visitHost(browser, host, FEED('one'));
    await page.getByText('Máy chủ trả lời 429').waitFor();
    await settle(page);
    expect(host.asked).toHaveLength(times);
  });
});
