import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { type HostPage, STRICT_POLICY } from './host-page.ts';

export interface Visitor {
  page: Page;
  /** Violations of the content security policy, complaints and exceptions: what a page's owner would be told. */
  complaints: string[];
  /** Names of the elements' events, in their order. */
  events(): Promise<string[]>;
}

/** A script of the page itself, loaded before all others: it listens, and holds what tests hand to the page. */
const LISTENER = `
window.heard = [];
window.violations = [];
document.addEventListener('securitypolicyviolation', (event) =>
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sample));
for (const name of ['auth-required', 'error', 'load', 'team-select', 'unit-select', 'map-refused'])
  document.addEventListener('cnscd-' + name, (event) => window.heard.push({ name: 'cnscd-' + name, detail: event.detail, id: event.target.id }));
`;

let pages = 0;

/** Opens a page of somebody else's portal that has this markup in it. */
export async function visitHost(
  browser: Browser,
  host: HostPage,
  markup: string,
  options: { head?: string; isClassic?: boolean; context?: BrowserContextOptions; policy?: string } = {},
): Promise<Visitor> {
  const { head = '', isClassic = false, context = {}, policy = STRICT_POLICY } = options;
  const path = `/page-${++pages}.html`;
  host.put('/listener.js', LISTENER);
  const script = isClassic
    ? '<script src="/cnscd-elements.classic.js" defer></script>'
    : '<script type="module" src="/cnscd-elements.js"></script>';
  host.put(
    path,
    `<!doctype html><html lang="vi"><head><meta name="viewport" content="width=device-width, initial-scale=1" /><title>Cổng</title><script src="/listener.js"></script>${head}${script}</head><body><main><h1>Cổng thông tin</h1>${markup}</main></body></html>`,
    { 'content-security-policy': policy },
  );
  const page = await (
    await browser.newContext({ locale: 'vi-VN', viewport: { width: 1000, height: 800 }, ...context })
  ).newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${host.url}${path}`);
  return {
    page,
    complaints,
    events: () => page.evaluate<string[]>('window.heard.map(({ name }) => name)'),
  };
}

/** What the policy of the page was broken by. */
export const violations = (page: Page): Promise<string[]> => page.evaluate<string[]>('window.violations');
