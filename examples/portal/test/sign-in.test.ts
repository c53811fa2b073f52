import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, seenText, startBrowser, tabTo, visit } from './support/browser.ts';
import { describeActivity, signedIn, work } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

describe.skipIf(NO_BROWSER !== null)(
  `the sign-in of the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 60_000 },
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('says that it is a demonstration, offers an account for each role, and shows who is in', async () => {
      const { page, complaints } = await visit(browser, stack.pageUrl);
      await page.getByRole('button', { name: 'Đăng nhập dùng thử' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('[data-account]').first().waitFor();
      expect(await seenText(dialog)).toContain('mọi tài khoản đều giả lập và không cần mật khẩu');
      expect(await dialog.locator('[data-account]').count()).toBe(8);
      await dialog.locator('[data-account="officer-quang-tri"]').click();
      await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
      expect(await seenText(page.locator('.signed-in'))).toContain('Cán bộ cấp tỉnh');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('can be used by keyboard alone, and goes on where the work is', async () => {
      const { page } = await visit(browser, stack.pageUrl);
      await tabTo(page, '.masthead-button');
      await page.keyboard.press('Enter');
      await page.locator('[data-account]').first().waitFor();
      await tabTo(page, '[data-account="leader-cam-lo"]');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await expect.poll(focused).toBe('work-heading');
      await page.getByRole('button', { name: 'Ghi nhận hoạt động' }).waitFor();
      await tabTo(page, '.work .button.is-main');
      await page.keyboard.press('Enter');
      await page.getByLabel('Tên hoạt động').waitFor();
      await page.context().close();
    });

    it('lasts as long as the tab, and mends a token that ran out', async () => {
      const { page } = await signedIn(browser, stack, { account: 'leader-cam-lo' });
      await page.evaluate(() => {
        const kept = JSON.parse(sessionStorage.getItem('cnscd.session') ?? '{}');
        sessionStorage.setItem('cnscd.session', JSON.stringify({ ...kept, token: 'worn.out.token' }));
      });
      let tokens = 0;
      page.on('request', (request) => {
        if (request.url().endsWith('/token') && request.method() === 'POST') tokens += 1;
      });
      await page.reload();
      await work(page).locator('.people li').first().waitFor();
      expect(tokens).toBe(1);
      await page.context().close();
    });

    it('is nowhere to be seen where the host of the page offers none', async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.route('**/config.json', (route) =>
        route.fulfill({ json: { graphqlUrl: stack.gatewayUrl } }),
      );
      await page.goto(`${stack.pageUrl}?unit=83&asOf=2022-12-31&search=dai+dien&team=BTR-DDI-X`);
      await page.getByText('Đăng nhập để xem thành viên và hoạt động của tổ.').waitFor();
      expect(await page.getByRole('button', { name: /Đăng nhập/ }).count()).toBe(0);
      await context.close();
    });

    it.each(['leader-cam-lo', 'officer-cam-lo'])(
      'needs no horizontal scrolling at 320 px, forms included: %s',
      async (account) => {
        const { page, complaints } = await signedIn(browser, stack, { account, width: 320 });
        await page.waitForLoadState('networkidle');
        if (account === 'leader-cam-lo') {
          await page.getByRole('button', { name: 'Ghi nhận hoạt động' }).click();
          await describeActivity(page, 'Hướng dẫn thanh toán không dùng tiền mặt tại chợ');
          await page.getByRole('button', { name: 'Thêm nội dung' }).click();
          await page.getByRole('button', { name: 'Thêm thành viên' }).click();
        } else {
          await page.getByRole('button', { name: 'Trả lại' }).first().click();
          await page.getByRole('button', { name: 'Giao chỉ tiêu' }).first().click();
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );
  },
);
