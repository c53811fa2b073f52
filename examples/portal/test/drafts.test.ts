import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, seenText, startBrowser } from './support/browser.ts';
import { activity, clientOf, describeActivity, said, signedIn, work } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

const leaderAt = async (): Promise<Page> =>
  (await signedIn(browser, stack, { account: 'leader-cam-lo' })).page;
const record = (page: Page) => page.getByRole('button', { name: 'Ghi nhận hoạt động' });
const send = (page: Page) => page.getByRole('button', { name: 'Gửi để xác nhận' });

/** How many activities of that title the team has. */
async function count(title: string): Promise<number> {
  const leader = clientOf(stack, 'leader-cam-lo');
  const { items } = await leader.activities.list({ first: 200 });
  return items.filter((item) => item.title === title).length;
}

describe.skipIf(NO_BROWSER !== null)(
  `what somebody is writing on the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
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

    it('stays through a lost connection and a reload, and is recorded once', async () => {
      const title = 'Buổi có đường truyền kém';
      const page = await leaderAt();
      await record(page).click();
      await describeActivity(page, title);
      // It arrives each time, and each answer is lost on the way back.
      await page.route(stack.gatewayUrl, async (route) => {
        if (route.request().postData()?.includes('mutation RecordActivity') === true) await route.fetch();
        await route.abort();
      });
      await send(page).click();
      await page.getByText('gửi lại cũng không bị ghi hai lần').waitFor();
      expect(await page.getByLabel('Tên hoạt động').inputValue()).toBe(title);
      await page.unroute(stack.gatewayUrl);
      page.on('dialog', (dialog) => dialog.accept());
      await page.reload();
      await send(page).waitFor();
      expect(await page.getByLabel('Được tuyên truyền', { exact: true }).inputValue()).toBe('12');
      await send(page).click();
      await said(page, 'Đã ghi nhận');
      expect(await count(title)).toBe(1);
      await page.context().close();
    });

    it('corrects what had arrived, where it is changed before it is sent again', async () => {
      const title = 'Buổi gửi rồi mới sửa';
      const page = await leaderAt();
      await record(page).click();
      await describeActivity(page, title);
      await page.route(stack.gatewayUrl, async (route) => {
        await route.fetch();
        await route.abort();
      });
      await send(page).click();
      await page.getByText('gửi lại cũng không bị ghi hai lần').waitFor();
      await page.unroute(stack.gatewayUrl);
      await page.getByLabel('Địa điểm').fill('Chợ phiên');
      await send(page).click();
      await said(page, 'Đã ghi nhận');
      await activity(page, title).getByText('Chợ phiên').waitFor();
      expect(await count(title)).toBe(1);
      await page.context().close();
    });

    it('is told what is wrong beside the field, in the language of the page, and keeps the rest', async () => {
      const page = await leaderAt();
      await record(page).click();
      await describeActivity(page, '');
      await page.getByLabel('Được hướng dẫn', { exact: true }).fill('mười');
      await page.getByLabel('Làm được', { exact: true }).fill('13');
      await send(page).click();
      const title = page.getByLabel('Tên hoạt động');
      expect(await title.getAttribute('aria-invalid')).toBe('true');
      expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.getByText('“mười” không phải là số nguyên').waitFor();
      await page.getByLabel('Được hướng dẫn', { exact: true }).fill('8');
      await title.fill('Buổi nhiều lỗi');
      await send(page).click();
      await page.getByText('Làm được là 13, lớn hơn được hướng dẫn là 8').waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByText('Succeeded is 13, more than assisted, which is 8').waitFor();
      expect(await page.getByLabel('Name of the activity').inputValue()).toBe('Buổi nhiều lỗi');
      await page.getByLabel('Succeeded', { exact: true }).fill('7');
      await page.getByLabel('Note').fill('Ông An, CCCD 045201000123');
      await page.getByRole('button', { name: 'Send for verification' }).click();
      await page.locator('.fault').waitFor();
      expect(await page.getByLabel('Note').getAttribute('aria-invalid')).toBe('true');
      expect(await count('Buổi nhiều lỗi')).toBe(0);
      await page.context().close();
    });

    it('is not left without a question', async () => {
      const page = await leaderAt();
      await record(page).click();
      await describeActivity(page, 'Chưa gửi');
      const asked: string[] = [];
      page.on('dialog', async (dialog) => {
        asked.push(dialog.type());
        await dialog.dismiss();
      });
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByRole('button', { name: 'Thôi', exact: true }).click();
      expect(await page.getByLabel('Tên hoạt động').inputValue()).toBe('Chưa gửi');
      await page.close({ runBeforeUnload: true });
      await expect.poll(() => asked).toEqual(['confirm', 'confirm', 'beforeunload']);
      await page.context().close();
    });

    it('is gone from the machine with who wrote it', async () => {
      const page = await leaderAt();
      await record(page).click();
      await describeActivity(page, 'Chưa gửi');
      page.on('dialog', (dialog) => dialog.accept());
      await page.getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByRole('button', { name: 'Đăng nhập dùng thử' }).waitFor();
      expect(await work(page).count()).toBe(0);
      expect(
        await page.evaluate(() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)]),
      ).toEqual([]);
      expect(await seenText(page.locator('body'))).not.toContain('Chưa gửi');
      await page.context().close();
    });
  },
);
