import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { STRICT_POLICY } from './support/host-page.ts';
import { onStage } from './support/stage.ts';
import { violations, visitHost } from './support/visitor.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const ALL = `
  <cnscd-team-finder unit="45" as-of="2023-09-30"></cnscd-team-finder>
  <cnscd-kpi-board unit="45" period="2023" breakdown="DISTRICT"></cnscd-kpi-board>
  <cnscd-activity-feed unit="45"></cnscd-activity-feed>`;

/** Everything about an element's insides that a reader could see, as the browser works it out. */
const looksOf = (element: Locator) =>
  element.evaluate((host, names) => {
    const root = host.shadowRoot;
    if (root === null) throw new Error('no shadow root');
    const all = [host, ...root.querySelectorAll('*')];
    return all.map((node) => {
      const style = getComputedStyle(node);
      const { width, height } = node.getBoundingClientRect();
      const looks = names.map((name) => style.getPropertyValue(name));
      return `${node.tagName} ${looks.join(' ')} ${width.toFixed(1)} ${height.toFixed(1)}`;
    });
  }, LOOKS);

const LOOKS =
  'display visibility opacity font-size font-family line-height letter-spacing text-transform color direction writing-mode position float transform filter clip-path zoom animation-name'.split(
    ' ',
  );

const HOSTILE = `
  * { all: unset !important; font-size: 40px !important; display: none !important; letter-spacing: 1em !important;
      text-transform: uppercase !important; visibility: hidden !important; opacity: 0 !important; zoom: 3 !important;
      line-height: 0.5 !important; color: red !important; transform: scale(9) !important; direction: rtl !important;
      writing-mode: vertical-rl !important; float: right !important; position: fixed !important; width: 0 !important;
      animation: spin 1s infinite !important; filter: blur(9px) !important; clip-path: inset(50%) !important; }
  html, body, main { display: block !important; visibility: visible !important; opacity: 1 !important; zoom: 1 !important;
      width: 900px !important; position: static !important; transform: none !important; writing-mode: horizontal-tb !important;
      float: none !important; filter: none !important; clip-path: none !important; direction: ltr !important; }
  @keyframes spin { to { opacity: 0; font-size: 99px; } }
  html { font-size: 10px !important; }
  p, h1, h2, ul, li, table, td, button, input, .button, .card, .label, .table, .list { color: lime !important; }`;
const CALM = 'html, body, main { display: block; width: 900px; margin: 0; padding: 0; }';

onStage('the elements on a page of somebody else', (stage) => {
  for (const [kind, isClassic] of [
    ['one module', false],
    ['one classic script', true],
  ] as const) {
    it(`work as ${kind} under the strictest policy, with trusted types, and break none of it`, async () => {
      const { browser, host } = stage();
      const { page, complaints } = await visitHost(browser, host, ALL, { isClassic });
      await page.getByText('4.327 người').first().waitFor();
      await page.getByText('Phần này chỉ dành cho người đã đăng nhập').waitFor();
      await page.getByLabel('Tên thôn').fill('dakrong');
      await page.getByRole('button', { name: 'Tìm', exact: true }).click();
      await page.getByText('Tìm thấy 84 tổ.').waitFor();
      await page.locator('cnscd-team-finder .link').first().click();
      await page.getByText('Mã tổ', { exact: true }).waitFor();
      await page.locator('cnscd-kpi-board .breakdown summary').click();
      await page.getByRole('combobox', { name: 'Chỉ tiêu' }).selectOption('TEAMS');
      await page.getByText(/^Số tổ công nghệ số cộng đồng: /).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }

  for (const [what, head] of [
    ['a Lit of the page itself', '<script src="/own-lit.js"></script>'],
    ['the classic script beside the module', '<script src="/cnscd-elements.classic.js"></script>'],
  ] as const) {
    it(`work under the policy that the README names for trusted types, with ${what}`, async () => {
      const { browser, host } = stage();
      const named = /`(trusted-types [^`]+)`/.exec(readme)?.[1] ?? expect.fail('the README names one');
      host.put('/own-lit.js', `trustedTypes.createPolicy('lit-html', { createHTML: (text) => text })`);
      const { page, complaints } = await visitHost(browser, host, ALL, {
        head,
        policy: `${STRICT_POLICY}; ${named}`,
      });
      await page.getByText('4.327 người').first().waitFor();
      expect(await violations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  }

  for (const [where, css] of [
    ['a cell of a table', '.around { display: table-cell }'],
    ['a row of boxes', 'main { display: flex } .around { display: contents }'],
    ['a floating box', '.around { float: left }'],
    ['a box within a line', '.around { display: inline-block }'],
    ['a column as wide as it needs', '.around { display: grid; grid-template-columns: auto 1fr }'],
  ] as const) {
    it(`are as wide as they need in ${where}`, async () => {
      const { browser, host } = stage();
      host.put('/around.css', css);
      const { page } = await visitHost(browser, host, `<div class="around">${ALL}</div>`, {
        head: '<link rel="stylesheet" href="/around.css">',
      });
      await page.getByText('4.327 người').first().waitFor();
      for (const name of ['cnscd-team-finder', 'cnscd-kpi-board', 'cnscd-activity-feed']) {
        const box = await page.locator(name).boundingBox();
        expect(box?.width, name).toBeGreaterThan(150);
      }
    });
  }

  it('leave nothing of their own in the page: no global name, no style, no storage', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, '', { isClassic: true });
    const names = 'Object.keys(window).filter((name) => /cnscd/i.test(name))';
    expect(await page.evaluate(names)).toEqual([]);
    expect(await page.evaluate('document.adoptedStyleSheets.length + document.styleSheets.length')).toBe(0);
    expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(
      0,
    );
  });

  it('load twice, as a module and as a script, and stay one', async () => {
    const { browser, host } = stage();
    const head = '<script src="/cnscd-elements.classic.js" defer></script>';
    const { page, complaints } = await visitHost(
      browser,
      host,
      '<cnscd-kpi-board unit="45" period="2023"></cnscd-kpi-board>',
      { head },
    );
    await page.getByText('4.327 người').first().waitFor();
    expect(complaints).toEqual([]);
    expect(host.asked).toHaveLength(1);
  });

  it('read their Vietnamese words on a page in an old encoding', async () => {
    const { browser, host } = stage();
    host.put(
      '/old.html',
      '<!doctype html><title>x</title><script src="/cnscd-elements.classic.js" defer></script><cnscd-activity-feed></cnscd-activity-feed>',
      { 'content-type': 'text/html; charset=windows-1258' },
    );
    const page = await browser.newPage();
    await page.goto(`${host.url}/old.html`);
    await page.getByText('Phần này chỉ dành cho người đã đăng nhập').waitFor();
    expect(await page.evaluate('document.characterSet')).toBe('windows-1258');
  });

  it('look the same whatever the style of the page says', async () => {
    const { browser, host } = stage();
    const looks = async (css: string) => {
      host.put('/page.css', css);
      const markup = '<cnscd-kpi-board unit="45" period="2023" breakdown="DISTRICT"></cnscd-kpi-board>';
      const { page } = await visitHost(browser, host, markup, {
        head: '<link rel="stylesheet" href="/page.css">',
      });
      await page.locator('cnscd-kpi-board .tile').first().waitFor({ state: 'attached' });
      const found = await looksOf(page.locator('cnscd-kpi-board'));
      await page.context().close();
      return found;
    };
    const calm = await looks(CALM);
    expect(calm.length).toBeGreaterThan(300);
    expect(await looks(HOSTILE)).toEqual(calm);
  });

  it('take the colours, the font and the parts that the page sets on purpose', async () => {
    const { browser, host } = stage();
    host.put(
      '/theme.css',
      'cnscd-kpi-board { --cnscd-color-primary: rgb(1, 2, 3); --cnscd-font: monospace; --cnscd-font-size: 20px } cnscd-kpi-board::part(heading) { text-decoration: underline }',
    );
    const { page } = await visitHost(
      browser,
      host,
      '<cnscd-kpi-board unit="45" period="2023"></cnscd-kpi-board>',
      { head: '<link rel="stylesheet" href="/theme.css">' },
    );
    await page.getByText('4.327 người').first().waitFor();
    const styleOf = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), name);
    expect(await styleOf('cnscd-kpi-board summary', 'color')).toBe('rgb(1, 2, 3)');
    expect(await styleOf('cnscd-kpi-board', 'font-family')).toBe('monospace');
    expect(await styleOf('cnscd-kpi-board', 'font-size')).toBe('20px');
    expect(await styleOf('cnscd-kpi-board .heading', 'text-decoration-line')).toBe('underline');
  });

  it('never set lines closer than one and a half, for the marks of Vietnamese', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, ALL);
    await page.getByText('4.327 người').first().waitFor();
    // Chromium gives a <select> a line of its own height, whatever is asked for.
    for (const name of ['cnscd-team-finder', 'cnscd-kpi-board', 'cnscd-activity-feed']) {
      const tightest = await page.locator(name).evaluate((host) =>
        Math.min(
          ...[...(host.shadowRoot?.querySelectorAll('*:not(option, select, slot, style)') ?? [])].map(
            (node) => {
              const { lineHeight, fontSize } = getComputedStyle(node);
              return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
            },
          ),
        ),
      );
      expect(tightest, name).toBeGreaterThanOrEqual(1.49);
    }
  });
});
