import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, seenText, startBrowser, visit } from './support/browser.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

describe.skipIf(NO_BROWSER !== null)(
  `elements and charts${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('a page of the old kind, with jQuery and Bootstrap 3, shows all three, and activities to who signs in', async () => {
      const { page, complaints } = await visit(browser, `${stack.pageUrl}old-portal.html`);
      await page.getByText('Hãy chọn một tài khoản dùng thử ở góc trên.').waitFor();
      await page.locator('cnscd-kpi-board .tile').first().waitFor();
      // A rem is 10 px there: the elements do not go by it.
      expect(await page.evaluate(`getComputedStyle(document.documentElement).fontSize`)).toBe('10px');
      const size = (name: string) =>
        page.locator(name).evaluate((element) => getComputedStyle(element).fontSize);
      expect(await size('cnscd-kpi-board')).toBe('16px');
      await page.locator('#words').fill('cam lo');
      await page.locator('cnscd-team-finder button[type=submit]').click();
      await page.locator('cnscd-team-finder .item').first().waitFor();
      await page.locator('#tai-khoan').selectOption('officer-cam-lo');
      await page.locator('cnscd-activity-feed .item').first().waitFor();
      expect(await page.locator('#can-dang-nhap').isVisible()).toBe(false);
      expect(complaints).toEqual([]);
      if (process.env['CNSCD_SHOTS'])
        await page.screenshot({ path: `${process.env['CNSCD_SHOTS']}/old.png`, fullPage: true });
      await page.context().close();
    });

    it('a board stands in the portal page as it would elsewhere, and goes with the unit that is shown', async () => {
      const { page, complaints } = await visit(browser, `${stack.pageUrl}?unit=48&asOf=2024-11-27`);
      await page.getByText('Ba thành phần này').click();
      await page.locator('cnscd-kpi-board .card').first().waitFor();
      expect(await seenText(page.locator('cnscd-kpi-board .facts').first())).toBe(
        'Thành phố Đà Nẵng · Năm 2024',
      );
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('charts go down from province to commune and compare periods, with a table for who sees no bars', async () => {
      const { page, complaints } = await visit(browser, `${stack.pageUrl}?unit=45&asOf=2023-09-30`);
      await page.getByText('Biểu đồ: so sánh đơn vị và so sánh kỳ').click();
      await page.locator('#chart-indicator').selectOption('TEAMS');
      await page.locator('.bar-picture svg').waitFor();
      const table = page.getByRole('table', { name: 'Số liệu của biểu đồ' });
      await table.getByRole('row', { name: /Huyện Hướng Hóa/ }).waitFor();
      expect(await page.locator('.bar-picture').getAttribute('aria-label')).toMatch(/^Biểu đồ cột: Số tổ/);
      await page.locator('#chart-other').selectOption('2022');
      await table.getByRole('columnheader', { name: '2022' }).waitFor();
      expect(await seenText(table)).toContain('chưa có số liệu');
      if (process.env['CNSCD_SHOTS'])
        await page.locator('.charts').screenshot({ path: `${process.env['CNSCD_SHOTS']}/charts.png` });
      await table.getByRole('button', { name: 'Huyện Hướng Hóa' }).click();
      await page.getByRole('heading', { level: 3, name: 'Huyện Hướng Hóa' }).waitFor();
      await page.getByRole('button', { name: '↑ Lên Tỉnh Quảng Trị' }).click();
      await page.getByRole('heading', { level: 3, name: 'Tỉnh Quảng Trị' }).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('charts are not downloaded before somebody opens them', async () => {
      const { page } = await visit(browser, `${stack.pageUrl}?unit=45&asOf=2023-09-30`);
      const scripts: string[] = [];
      page.on('request', (request) => request.resourceType() === 'script' && scripts.push(request.url()));
      await page.locator('.charts summary').waitFor();
      expect(scripts).toEqual([]);
      await page.locator('.charts summary').click();
      await page.locator('.charts .hint').waitFor();
      // Asked over and over from here: waiting in the page would take an eval that its policy refuses.
      const isThere = `performance.getEntriesByType('resource').some(({ name }) => /bar-chart/.test(name)) || document.querySelector('.charts .missing') !== null`;
      await expect.poll(() => page.evaluate(isThere), { timeout: 10_000 }).toBe(true);
      await page.context().close();
    });

    it('the page for frames names who may show it', async () => {
      const answer = await fetch(`${stack.pageUrl}elements/embed/embed.html`);
      expect(answer.headers.get('content-security-policy')).toContain(`frame-ancestors 'self'`);
      const config = await (await fetch(`${stack.pageUrl}elements/embed/embed-config.json`)).json();
      expect(config).toMatchObject({
        endpoint: stack.gatewayUrl,
        parents: [new URL(stack.pageUrl).origin, expect.anything()],
      });
      const elsewhere = await fetch(stack.pageUrl);
      expect(elsewhere.headers.get('content-security-policy')).toContain(`frame-ancestors 'none'`);
    });
  },
);
