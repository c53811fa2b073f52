// `node consumer-app.ts FOLDER`: a process of its own, because Vite makes the environment of whoever builds one of production.
import { build, preview } from 'vite';
import { NO_BROWSER, startBrowser, visit } from '../../examples/portal/test/support/browser.ts';

/** What the page says when all of it works: a write that waits, why it waits, and an element that is drawn. */
const EXPECTED = /^1 \w+ true$/;

/**
 * Builds a page of somebody else with Vite's defaults and opens it, where there is a browser.
 *
 * @throws Error with what the bundler or the page says
 */
async function requireApp(root: string): Promise<void> {
  await build({ root, configFile: false, logLevel: 'warn' });
  if (NO_BROWSER !== null) return;
  const server = await preview({ root, configFile: false, preview: { host: '127.0.0.1', port: 0 } });
  const browser = await startBrowser();
  try {
    const { page, complaints } = await visit(browser, server.resolvedUrls?.local[0] ?? '');
    const output = page.locator('output', { hasText: /./ });
    await output.waitFor({ timeout: 20_000 }).catch(() => {});
    const said = await page.locator('output').textContent();
    if (!EXPECTED.test(said ?? '')) throw new Error(`The page says "${said}". ${complaints.join('\n')}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

await requireApp(process.argv[2] ?? '');
