import type { Browser, Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, startBrowser } from '../../portal/test/support/browser.ts';
import { lineOf } from './support/faults.ts';
import { openPhone, signIn } from './support/phone.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

/** A phone on which one activity waits that was sent, and not answered. */
async function withOneTried(number: string) {
  const phone = await openPhone(browser);
  const line = await lineOf(phone.context, stack);
  const { page } = phone;
  await page.goto(stack.appUrl);
  await signIn(phone, 'Phan Thu Phượng');
  line.let('ReplayOutbox', 'LOST');
  await record(page, number);
  await page.locator('.sync[data-waits="1"]').waitFor();
  await page.getByRole('button', { name: 'Xem' }).tap();
  return { ...phone, line };
}

async function record(page: Page, number: string): Promise<void> {
  await page.locator('.record-button:enabled').tap();
  await page.locator('[data-kind="HOUSEHOLD_VISIT"]').tap();
  await page.getByLabel('Được tuyên truyền').fill(number);
  await page.getByRole('button', { name: 'Lưu', exact: true }).tap();
}

/** How the storage of what waits answers a phone: as it is, as if there were nothing in it, or not at all. */
type StorageFault = 'NONE' | 'EMPTY' | 'UNREADABLE';

/** A phone without Zalo's storage, on which the correction of an activity was begun and is not saved. */
async function withOneBeingCorrected(number: string) {
  const phone = await openPhone(browser, {
    before: (context) => context.addInitScript(`(${faultyStorage.toString()})()`),
  });
  const line = await lineOf(phone.context, stack);
  const { page } = phone;
  await page.goto(stack.appUrl.replace('localhost', '127.0.0.1'));
  await signIn(phone, 'Phan Thu Phượng');
  line.let('SignInWithZalo', 'LOST');
  await page.reload();
  await record(page, '1');
  await page.locator('.sync[data-waits="1"]').waitFor();
  await page.getByRole('button', { name: 'Xem' }).tap();
  await page.locator('[data-state="WAITING"]').getByRole('button', { name: 'Sửa' }).tap();
  await page.getByLabel('Được tuyên truyền').fill(number);
  const reloadWith = async (fault: StorageFault) => {
    await page.evaluate((each) => window.sessionStorage.setItem('fault', each), fault);
    await page.reload();
  };
  return { ...phone, reloadWith };
}

/** Runs in the page before anything else. */
function faultyStorage(): void {
  const { openCursor } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.openCursor = function (range, direction) {
    const fault = window.sessionStorage.getItem('fault');
    if (fault === 'UNREADABLE') throw new DOMException('the disk failed', 'UnknownError');
    return openCursor.call(this, fault === 'EMPTY' ? 'nothing has this name' : range, direction);
  };
}

async function countOf(reached: number): Promise<number> {
  const rows = await stack.database.rows(sql`select 1 from activity_outcome where reached = ${reached}`);
  return rows.length;
}

describe.skipIf(NO_BROWSER !== null)(
  `what waits${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
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

    it('and was sent without an answer can be handed on by a message, and given up after a plain word', async () => {
      const { page, context } = await withOneTried('701');
      await page.locator('[data-state="SENT"]').waitFor();
      await page.getByRole('button', { name: 'Gửi bằng tin nhắn Zalo' }).tap();
      await page.locator('.share-text', { hasText: 'Được tuyên truyền: 701' }).waitFor();
      await page.getByRole('button', { name: 'Gửi qua Zalo' }).tap();
      await page.getByText('Đã chuyển sang Zalo').waitFor();
      await page.getByRole('button', { name: 'Bỏ', exact: true }).tap();
      await page.getByRole('dialog').getByText('Hoạt động này có thể đã vào sổ').waitFor();
      await page.getByRole('dialog').getByText('Bỏ', { exact: true }).tap();
      await page.locator('.sync[data-waits="0"]').waitFor();
      await context.close();
    });

    it('and is being corrected when it goes out says so, and leaves no half-mended draft', async () => {
      const phone = await openPhone(browser);
      const line = await lineOf(phone.context, stack);
      const { page, context } = phone;
      await page.goto(stack.appUrl);
      await signIn(phone, 'Phan Thu Phượng');
      // Without a session nothing leaves the phone: it can be corrected still.
      line.let('SignInWithZalo', 'LOST');
      await page.reload();
      await record(page, '702');
      await page.locator('.sync[data-waits="1"]').waitFor();
      await page.getByRole('button', { name: 'Xem' }).tap();
      await page.locator('[data-state="WAITING"]').getByRole('button', { name: 'Sửa' }).tap();
      await page.getByLabel('Được tuyên truyền').fill('7020');
      line.let('SignInWithZalo', 'PASS');
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await page.getByText('phần sửa chưa được gửi').waitFor();
      expect(await countOf(702)).toBe(1);
      const drafts = await page.evaluate(() =>
        Object.entries(window.localStorage).filter(([name, text]) => name.includes('/draft/') && text !== ''),
      );
      expect(drafts).toEqual([]);
      await context.close();
    });

    it('and is being corrected is found again as it was being corrected', async () => {
      const { page, context, reloadWith } = await withOneBeingCorrected('7050');
      for (let turn = 0; turn < 3; turn += 1) {
        await reloadWith('NONE');
        await page.getByText('đang ghi dở').waitFor();
        expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('7050');
      }
      await context.close();
    });

    it('and is not found once takes no correction along', async () => {
      const { page, context, reloadWith } = await withOneBeingCorrected('7060');
      await reloadWith('EMPTY');
      await page.getByText('không còn chờ nữa').waitFor();
      await reloadWith('NONE');
      await page.getByText('đang ghi dở').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('7060');
      await context.close();
    });

    it('and cannot be read is not told as sent, nor as nothing', async () => {
      const { page, context, reloadWith } = await withOneBeingCorrected('7070');
      await reloadWith('UNREADABLE');
      await page.getByText('Chưa đọc được hoạt động chờ gửi').waitFor();
      await page.evaluate(() => window.sessionStorage.clear());
      await page.getByRole('button', { name: 'Thử lại' }).tap();
      await page.getByText('đang ghi dở').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('7070');
      await context.close();
    });

    it('goes on by another phone, and arrives once', async () => {
      const first = await withOneTried('704');
      await first.page.getByRole('button', { name: 'Chuyển sang máy khác' }).tap();
      const text = (await first.page.locator('.share-text').textContent()) ?? '';
      expect(text).toContain('704');

      const second = await openPhone(browser);
      await second.page.goto(stack.appUrl);
      await signIn(second, 'Dương Thu Thảo');
      await second.page.goto(`${stack.appUrl}move`);
      await second.page.getByText('Máy này không có gì chờ gửi').waitFor();
      const box = second.page.getByRole('textbox');
      await box.fill(text.slice(0, -9));
      await second.page.getByRole('button', { name: 'Nhận' }).tap();
      await second.page.getByText('không phải bản chuyển của ứng dụng').waitFor();
      await box.fill(text);
      await second.page.getByRole('button', { name: 'Nhận' }).tap();
      await second.page.getByText('Bản xuất này là của người khác').waitFor();
      await second.context.close();

      const own = await openPhone(browser);
      await own.page.goto(stack.appUrl);
      await signIn(own, 'Phan Thu Phượng');
      await own.page.goto(`${stack.appUrl}move`);
      await own.page.getByRole('textbox').fill(text);
      await own.page.getByRole('button', { name: 'Nhận' }).tap();
      await own.page.getByText('Đã nhận 1 hoạt động').waitFor();
      await expect.poll(() => countOf(704)).toBe(1);

      first.line.let('ReplayOutbox', 'PASS');
      await first.page.getByRole('button', { name: 'Quay lại' }).tap();
      await first.page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      expect(await countOf(704)).toBe(1);
      await own.context.close();
      await first.context.close();
    });
  },
);
