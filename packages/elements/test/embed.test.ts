import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEmbedding } from '../src/embed/embedding.ts';
import { type HostPage, startHostPage } from './support/host-page.ts';
import { onStage } from './support/stage.ts';

it('an address chooses an element and attributes that are known, never whom it asks or with which token', () => {
  expect(
    readEmbedding('?element=kpi-board&unit=45&period=2023&endpoint=https://evil.example&token=x&onload=x'),
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

onStage('the page in a frame', (stage) => {
  let frames: HostPage;
  beforeAll(async () => {
    frames = await startHostPage(stage().graph.url);
  });
  afterAll(() => frames?.close());

  const open = async (parents: readonly string[]) => {
    const { browser, host } = stage();
    frames.put('/embed/embed-config.json', JSON.stringify({ endpoint: '/graphql', parents }));
    frames.asked.length = 0;
    const address = `${frames.url}/embed/embed.html?element=kpi-board&unit=45&period=2023`;
    host.put(
      '/around.html',
      `<!doctype html><title>x</title><script src="/embed/parent.js"></script><iframe data-cnscd title="x" src="${address}"></iframe>`,
      { 'content-security-policy': `default-src 'none'; script-src 'self'; frame-src ${frames.url}` },
    );
    const page = await browser.newPage();
    await page.goto(`${host.url}/around.html`);
    return page;
  };

  it('is as high as what it shows, on a page of another origin that is on the list', async () => {
    const page = await open([stage().host.url]);
    const inside = page.frameLocator('iframe');
    await inside.getByText('4.327 người').first().waitFor();
    await page.waitForFunction(`document.querySelector('iframe').clientHeight > 1000`);
    const content = await inside.locator('html').evaluate((html) => html.getBoundingClientRect().height);
    const height = await page.evaluate<number>(`document.querySelector('iframe').clientHeight`);
    expect(Math.abs(height - content)).toBeLessThanOrEqual(1);
  });

  it('shows and asks nothing on a page that is not', async () => {
    const page = await open(['https://quangtri.example']);
    await page.frameLocator('iframe').getByText('Trang này không được phép nhúng').waitFor();
    expect(frames.asked).toEqual([]);
  });

  it('does not grow by a message from anywhere else', async () => {
    const page = await open(['https://quangtri.example']);
    const height = await page.evaluate(`document.querySelector('iframe').clientHeight`);
    await page.evaluate(`window.postMessage({ type: 'cnscd-height', height: 5000 }, '*')`);
    await page.waitForTimeout(300);
    expect(await page.evaluate(`document.querySelector('iframe').clientHeight`)).toBe(height);
  });
});
