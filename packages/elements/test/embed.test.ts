import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { configOf } from '../src/embed/embed-config.ts';
import { readEmbedding } from '../src/embed/embedding.ts';
import { type HostPage, startHostPage } from './support/host-page.ts';
import { onStage } from './support/stage.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

it('an address chooses an element and attributes that are known, never whom it asks, with which token or under which words', () => {
  expect(
    readEmbedding(
      '?element=kpi-board&unit=45&period=2023&endpoint=https://evil.example&token=x&onload=x&heading=x',
    ),
  ).toEqual({
    name: 'cnscd-kpi-board',
    attributes: [
      ['unit', '45'],
      ['period', '2023'],
    ],
  });
  expect(readEmbedding('?element=script').name).toBe('cnscd-team-finder');
  expect(readEmbedding('?element=constructor').name).toBe('cnscd-team-finder');
});

it('parents are known by their origins, however they are written, and what names none is left out', () => {
  const parents = ['https://a.example/', 'HTTPS://B.example:443/x', 'quangtri.gov.vn', 'file:///x', 5];
  expect(configOf({ parents }).parents).toEqual(['https://a.example', 'https://b.example']);
  expect(configOf('x')).toEqual({ endpoint: '/graphql', parents: [] });
});

onStage('the page in a frame', (stage) => {
  let frames: HostPage;
  beforeAll(async () => {
    frames = await startHostPage(stage().graph.url);
  });
  afterAll(() => frames?.close());

  const frameOf = (query = 'element=kpi-board&unit=45&period=2023') =>
    `<script src="${frames.url}/embed/parent.js"></script><iframe data-cnscd title="x" src="${frames.url}/embed/embed.html?${query}"></iframe>`;

  interface Around {
    parents: readonly unknown[];
    markup?: string;
    config?: string;
  }
  /** A page of another origin around the frame, and what its console complained about. */
  const open = async ({ parents, markup = frameOf(), config }: Around) => {
    const { browser, host } = stage();
    frames.put('/embed/embed-config.json', config ?? JSON.stringify({ endpoint: '/graphql', parents }));
    frames.asked.length = 0;
    host.put('/around.html', `<!doctype html><title>x</title>${markup}`, {
      'content-security-policy': `default-src 'none'; script-src ${frames.url}; frame-src data: ${frames.url}`,
    });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${host.url}/around.html`);
    return { page, complaints };
  };
  const heightOf = (page: Page) =>
    page.evaluate<number>(`document.querySelector('iframe').getBoundingClientRect().height`);

  it('is as high as what it shows, on a page of another origin that is on the list beside others', async () => {
    const { page, complaints } = await open({
      parents: ['https://quangtri.example', `${stage().host.url}/`, 'https://danang.example'],
    });
    const inside = page.frameLocator('iframe');
    await inside.getByText('4.327 người').first().waitFor();
    await expect.poll(() => heightOf(page)).toBeGreaterThan(1000);
    const content = await inside.locator('html').evaluate((html) => html.getBoundingClientRect().height);
    expect(
      Math.abs((await page.evaluate<number>(`document.querySelector('iframe').clientHeight`)) - content),
    ).toBeLessThanOrEqual(1);
    expect(complaints).toEqual([]);
  });

  it('tells its height although another entry of the list is none', async () => {
    const { page } = await open({ parents: ['quangtri.gov.vn', stage().host.url] });
    await expect.poll(() => heightOf(page)).toBeGreaterThan(1000);
  });

  it('grows with a list that opens, and gets small again', async () => {
    const { page } = await open({
      parents: [stage().host.url],
      markup: frameOf('element=team-finder&as-of=2023-09-30').replace('<iframe', '<iframe width="900"'),
    });
    const inside = page.frameLocator('iframe');
    await inside.locator('#province').waitFor();
    await page.waitForTimeout(500);
    const closed = await heightOf(page);
    await inside.locator('#province').click();
    await inside.getByRole('option').first().waitFor();
    await expect.poll(() => heightOf(page)).toBeGreaterThan(closed + 50);
    const isWhole = () =>
      inside
        .locator('#province-list')
        .evaluate((list) => list.getBoundingClientRect().bottom <= window.innerHeight);
    await expect.poll(isWhole).toBe(true);
    await inside.locator('#province').press('Escape');
    await expect.poll(() => heightOf(page)).toBe(closed);
  });

  it("fills the column that the README's markup stands in", async () => {
    const snippet =
      /```html frame\n([\s\S]*?)```/.exec(readme)?.[1] ?? expect.fail('the README shows a frame');
    const { page } = await open({
      parents: [stage().host.url],
      markup: snippet.replaceAll('https://so.quangtri.gov.vn/cnscd', frames.url),
    });
    await page.frameLocator('iframe').getByText('4.327 người').first().waitFor();
    await expect.poll(() => heightOf(page)).toBeGreaterThan(650);
    expect(
      await page.evaluate(`document.body.clientWidth - document.querySelector('iframe').offsetWidth`),
    ).toBe(0);
  });

  it('shows and asks nothing on a page that is not on the list', async () => {
    const { page } = await open({ parents: ['https://quangtri.example'] });
    await page.frameLocator('iframe').getByText('Trang này không được phép nhúng').waitFor();
    expect(frames.asked).toEqual([]);
  });

  it('says the same where its configuration cannot be read', async () => {
    const { page } = await open({ parents: [], config: '{ "parents": ' });
    await page.frameLocator('iframe').getByText('Trang này không được phép nhúng').waitFor();
  });

  it('says the same to a page that nobody can know', async () => {
    const unknown = `<iframe src="data:text/html,${encodeURIComponent(frameOf())}"></iframe>`;
    const { page } = await open({ parents: [stage().host.url], markup: unknown });
    await page
      .frameLocator('iframe')
      .frameLocator('iframe')
      .getByText('Trang này không được phép nhúng')
      .waitFor();
  });

  it('says in which language it is', async () => {
    const { page } = await open({
      parents: [stage().host.url],
      markup: frameOf('element=kpi-board&unit=45&period=2023&language=en'),
    });
    const inside = page.frameLocator('iframe');
    await inside.getByText('Indicators', { exact: true }).waitFor();
    expect(await inside.locator('html').getAttribute('lang')).toBe('en');
  });

  it('does not grow by a message from anywhere else', async () => {
    const { page } = await open({ parents: ['https://quangtri.example'] });
    const height = await heightOf(page);
    await page.evaluate(`window.postMessage({ type: 'cnscd-height', height: 5000 }, '*')`);
    await page.waitForTimeout(300);
    expect(await heightOf(page)).toBe(height);
  });
});
