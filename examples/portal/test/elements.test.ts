import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, seenText, startBrowser, visit } from './support/browser.ts';
import { signedIn } from './support/people.ts';
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

    it('the page of the old kind shows nothing to nobody, however late a token comes, and says when none does', async () => {
      const { page } = await visit(browser, `${stack.pageUrl}old-portal.html`);
      let open = () => {};
      const passed = new Promise<void>((done) => {
        open = done;
      });
      await page.route('**/token', async (route) => {
        await passed;
        await route.continue();
      });
      await page.locator('#tai-khoan').selectOption('officer-cam-lo');
      await page.locator('#tai-khoan').selectOption('');
      const answered = page.waitForResponse('**/token');
      open();
      await answered;
      await page.waitForTimeout(500);
      expect(await page.locator('cnscd-activity-feed .item').count()).toBe(0);
      await page.unroute('**/token');
      await page.route('**/token', (route) => route.fulfill({ status: 503, body: 'x' }));
      await page.locator('#tai-khoan').selectOption('officer-cam-lo');
      await page.getByText('Không đăng nhập được.').waitFor();
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
      // Teams are what it opens with.
      await page.locator('.bar-picture svg').waitFor();
      const table = page.getByRole('table', { name: 'Số liệu của biểu đồ' });
      await table.getByRole('row', { name: /Huyện Hướng Hóa/ }).waitFor();
      expect(await page.locator('.bar-picture').getAttribute('aria-label')).toMatch(/^Biểu đồ cột: Số tổ/);
      await page.locator('#chart-other').selectOption('2022');
      await table.getByRole('columnheader', { name: 'Năm 2022' }).waitFor();
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

    it('a chart stays under its own names until the next one is there', async () => {
      const { page } = await visit(browser, `${stack.pageUrl}?unit=45&asOf=2023-09-30`);
      await page.locator('.charts summary').click();
      await page.locator('#chart-indicator').selectOption('TEAMS');
      await expect.poll(() => page.locator('.bar-picture').getAttribute('aria-label')).toMatch(/Số tổ/);
      const table = page.locator('.charts table');
      const before = await seenText(table);
      let open = () => {};
      const passed = new Promise<void>((done) => {
        open = done;
      });
      await page.route(stack.gatewayUrl, async (route) => {
        await passed;
        await route.continue();
      });
      await page.locator('#chart-indicator').selectOption('MEMBERS');
      await page.locator('.chart-body [aria-busy=true]').waitFor();
      expect(await page.locator('.bar-picture').getAttribute('aria-label')).toMatch(/Số tổ/);
      expect(await seenText(table)).toBe(before);
      open();
      await expect.poll(() => page.locator('.bar-picture').getAttribute('aria-label')).toMatch(/Thành viên/i);
      expect(await page.locator('.chart-body [aria-busy=true]').count()).toBe(0);
      await page.context().close();
    });

    it('a chart compares no unit with another one that bore its code, and keeps "hơn" with its figures', async () => {
      const { page } = await visit(browser, `${stack.pageUrl}?unit=VN&asOf=2026-08-30&period=2025`);
      await page.route(stack.gatewayUrl, async (route) => {
        const response = await route.fetch();
        const answer = await response.json();
        for (const row of answer.data?.kpiBoard?.rows ?? []) {
          for (const value of row.breakdown) Object.assign(value, { value: 777, qualifier: 'AT_LEAST' });
        }
        await route.fulfill({ response, json: answer });
      });
      await page.locator('.charts summary').click();
      await page.locator('#chart-indicator').selectOption('TEAMS');
      await page.locator('#chart-other').selectOption({ label: 'Năm 2023' });
      const table = page.locator('.charts table');
      await table.getByRole('columnheader', { name: 'Năm 2023' }).waitFor();
      const row = (name: string) => table.getByRole('row', { name });
      // 44 was Quảng Bình; Lai Châu is the same province as before.
      expect(await seenText(row('Tỉnh Quảng Trị'))).toMatch(/hơn 777 tổ\s+đơn vị khác vào kỳ đó/);
      expect(await seenText(row('Tỉnh Lai Châu'))).toMatch(/hơn 777 tổ\s+hơn 777 tổ/);
      await page.locator('.bar-picture').getByText('hơn 777 tổ').first().waitFor();
      await page.context().close();
    });

    it('a team that is found by its commune opens where the page shows teams', async () => {
      const { page, complaints } = await visit(browser, `${stack.pageUrl}?unit=45&asOf=2023-09-30`);
      await page.getByText('Tìm theo xã, phường').click();
      await page.locator('#commune').fill('thi tran cam lo');
      await page.locator('#commune').press('Enter');
      await page.locator('cnscd-team-finder button[type=submit]').click();
      await page.locator('cnscd-team-finder .link').first().click();
      await page.locator('.team-detail').getByText('QTR-CLO-X01').first().waitFor();
      expect(page.url()).toContain('team=QTR-CLO-X01');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('who has signed in sees the latest activities of the teams that he or she may see', async () => {
      const { page, complaints } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
      await page.getByText('Hoạt động mới nhất của các tổ').click();
      await page.locator('cnscd-activity-feed .item').first().waitFor();
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
