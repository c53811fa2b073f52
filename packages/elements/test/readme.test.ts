import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ELEMENTS_FOLDER } from '../../../scripts/start/elements.ts';
import { onStage } from './support/stage.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const snippets = [...readme.matchAll(/```html run\n([\s\S]*?)```/g)].map(([, code = '']) => code);

onStage("the README's pages", (stage) => {
  it('there are some', () => expect(snippets.length).toBeGreaterThan(3));

  it.each(snippets.map((code, index) => [index + 1, code] as const))('page %i works', async (_, code) => {
    const { browser, host, graph } = stage();
    const token = await graph.tokenFor('officer-cam-lo');
    const hashes = JSON.parse(readFileSync(join(ELEMENTS_FOLDER, 'integrity.json'), 'utf8'));
    const html = code.replace('sha384-…', hashes['cnscd-elements.classic.js']).replaceAll('/assets/', '/');
    // Inline scripts are the page's own affair.
    host.put('/readme.html', `<!doctype html><html lang="vi"><title>x</title><body>${html}`, {
      'content-security-policy': `default-src 'none'; script-src 'self' 'unsafe-inline'; connect-src 'self'`,
    });
    const jquery = import.meta.resolve('jquery/dist/jquery.min.js');
    host.put('/jquery.min.js', readFileSync(new URL(jquery), 'utf8'));
    host.put('/token', token);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${host.url}/readme.html`);
    await page.locator('.card, .item, svg.map').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
