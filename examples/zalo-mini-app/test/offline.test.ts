import type { Browser, Locator, Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, startBrowser } from '../../portal/test/support/browser.ts';
import { openPhone, type Phone, signIn } from './support/phone.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;
const startedAt = new Date();

/** Keys of the records in requests to the server, by whether an answer came. */
function watchRecords(page: Page): { answered: string[]; lost: string[] } {
  const keys = { answered: [] as string[], lost: [] as string[] };
  const keysIn = (text: string | null) =>
    text?.includes('ReplayOutbox')
      ? [...text.matchAll(/"idempotencyKey":"([^"]+)"/g)].map(([, key]) => key ?? '')
      : [];
  page.on('requestfinished', (request) => keys.answered.push(...keysIn(request.postData())));
  page.on('requestfailed', (request) => keys.lost.push(...keysIn(request.postData())));
  return keys;
}

/** Records an activity by as many taps as it takes, and the keys of the phone. */
async function record(page: Page, kind: string, numbers: string[]): Promise<number> {
  let taps = 0;
  const tap = async (place: Locator) => {
    taps += 1;
    await place.tap();
  };
  await tap(page.locator('.record-button'));
  await tap(page.locator(`[data-kind="${kind}"]`));
  await page.locator(kind === 'MEETING' ? '.save button:focus' : '.counts input:focus').waitFor();
  for (const number of numbers) {
    await page.keyboard.type(number);
    await page.keyboard.press('Tab');
  }
  await tap(page.getByRole('button', { name: 'Lưu' }));
  await page.locator('.sync').waitFor();
  return taps;
}

const said = (page: Page, text: string) => page.locator('.sync-count', { hasText: text }).waitFor();

const rows = () =>
  stack.database.rows<{ title: string; reached: number | null; place: string | null }>(sql`
    select a.title, a.place, (select o.reached from activity_outcome o where o.activity_id = a.id) as reached
    from activity a where a.recorded_at > ${startedAt.toISOString()}::timestamptz order by a.starts_at, a.id`);

describe.skipIf(NO_BROWSER !== null)(
  `the mini app without a network${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 90_000 },
  () => {
    let phone: Phone;
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
      phone = await openPhone(browser);
      await phone.page.goto(stack.appUrl);
      await signIn(phone, 'Phan Thu Phượng');
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('keeps three records through a reload with the server down, and sends each of them once', async () => {
      const { page, context } = phone;
      const keys = watchRecords(page);
      await context.setOffline(true);
      expect(await record(page, 'HOUSEHOLD_VISIT', ['12', '5'])).toBe(3);
      await record(page, 'MARKET_VISIT', ['30']);
      await record(page, 'MEETING', []);
      await said(page, '3 hoạt động chờ đồng bộ');
      await page.getByText('Mất mạng. Anh, chị cứ ghi').waitFor();

      await stack.stopApi();
      await context.setOffline(false);
      await page.reload();
      await said(page, '3 hoạt động chờ đồng bộ');
      await page.getByText('máy chủ chưa trả lời').waitFor();
      expect(await rows()).toEqual([]);

      await stack.startApi();
      await said(page, 'Đã gửi hết');
      await page.getByText(/Đồng bộ lần cuối: \d\d:\d\d/).waitFor();
      expect((await rows()).map(({ title, reached }) => ({ title, reached }))).toEqual([
        { title: 'Đi từng hộ gia đình: định danh điện tử (VNeID)', reached: 12 },
        { title: 'Hướng dẫn tại chợ: định danh điện tử (VNeID)', reached: 30 },
        { title: 'Họp tổ', reached: null },
      ]);
      expect(keys.answered).toHaveLength(3);
      expect(new Set(keys.answered).size).toBe(3);
    });

    it('sends what waits after the server was started anew, without a reload', async () => {
      const { page } = phone;
      const before = (await rows()).length;
      await stack.stopApi();
      for (const kind of ['HOUSEHOLD_VISIT', 'MARKET_VISIT', 'MEETING']) await record(page, kind, []);
      await said(page, '3 hoạt động chờ đồng bộ');
      // Neither its sessions nor the tokens of the fake Zalo have outlived it.
      await stack.restartTeams();
      await stack.startApi();
      await said(page, 'Đã gửi hết');
      expect((await rows()).length - before).toBe(3);
      expect(await page.getByRole('button', { name: 'Đăng nhập lại' }).count()).toBe(0);
    });

    it('stores in NFC what a keyboard types in NFD', async () => {
      const { page } = phone;
      await page.locator('.record-button').tap();
      await page.locator('[data-kind="MEETING"]').tap();
      await page.locator('summary').tap();
      await page.getByLabel('Tên hoạt động').fill('Hướng dẫn ở bản Ẵng'.normalize('NFD'));
      await page.getByLabel('Nơi làm').fill('Nhà văn hóa thôn Đồng Lộc'.normalize('NFD'));
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await said(page, 'Đã gửi hết');
      const stored = (await rows()).find(({ place }) => place !== null);
      expect(stored).toMatchObject({ title: 'Hướng dẫn ở bản Ẵng', place: 'Nhà văn hóa thôn Đồng Lộc' });
      expect(stored?.title.normalize('NFC')).toBe(stored?.title);
    });

    it('says of what the server refuses why, and lets it be mended or given up', async () => {
      const { page } = phone;
      // A phone whose clock is a day ahead: nothing here can see that, the server does.
      await page.clock.setFixedTime(Date.now() + 86_400_000);
      await record(page, 'CULTURE_HOUSE_SESSION', ['8']);
      await record(page, 'PROPAGANDA_SESSION', ['9']);
      await said(page, '2 hoạt động cần sửa');
      await page.clock.setFixedTime(Date.now());
      await page.getByRole('button', { name: 'Xem' }).tap();
      const [first, second] = [0, 1].map((place) => page.locator('[data-state="SET_ASIDE"]').nth(place));
      await first
        ?.getByText(/“Bắt đầu lúc” là \d\d:\d\d, .*không thể ở tương lai; hãy xem lại ngày giờ/)
        .waitFor();

      await second?.getByRole('button', { name: 'Bỏ' }).tap();
      await page.getByRole('dialog').getByText('Giữ lại').tap();
      await second?.getByRole('button', { name: 'Bỏ' }).tap();
      await page.getByRole('dialog').getByText('Bỏ', { exact: true }).tap();
      await second?.waitFor({ state: 'detached' });

      await first?.getByRole('button', { name: 'Sửa' }).tap();
      expect(await page.getByLabel('Bắt đầu lúc').evaluate((field) => field === document.activeElement)).toBe(
        true,
      );
      const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
      await page.getByLabel('Bắt đầu lúc').fill(`${today}T00:00`);
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await said(page, 'Đã gửi hết');
      const titles = (await rows()).map(({ title }) => title).join();
      expect(titles).toContain('Hướng dẫn tại nhà văn hóa');
      expect(titles).not.toContain('Buổi tuyên truyền');
    });

    it('finds again what was being typed', async () => {
      const { page } = phone;
      await page.locator('.record-button').tap();
      await page.locator('[data-kind="MARKET_VISIT"]').tap();
      await page.getByLabel('Được tuyên truyền').fill('41');
      await page.reload();
      await page.getByText('đang ghi dở').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('41');
      await page.getByLabel('Được hướng dẫn').fill('42');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.getByText('“Được hướng dẫn” là 42, lớn hơn “Được tuyên truyền” là 41').waitFor();
      expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
      await page.getByRole('button', { name: 'Quay lại' }).tap();
    });

    it('shows the targets of the team as they last were, with their day', async () => {
      const { page, context } = phone;
      await page.getByRole('button', { name: 'Chỉ tiêu' }).tap();
      await page.locator('[data-fresh="true"]').waitFor();
      const verified = page.locator('[data-code="VERIFIED_ACTIVITIES"]');
      await verified.getByText('0 hoạt động').waitFor();
      await context.setOffline(true);
      await page.getByRole('button', { name: 'Quay lại' }).tap();
      await page.getByRole('button', { name: 'Chỉ tiêu' }).tap();
      await page.getByText(/Số liệu giữ trên máy, lấy lúc \d\d:\d\d, \d\d\/\d\d\/\d{4}/).waitFor();
      await verified.getByText('0 hoạt động').waitFor();
      await context.setOffline(false);
    });

    it('asks nobody but its own server and the API for anything', () => {
      const origins = new Set(
        phone.asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).hostname),
      );
      expect([...origins].sort()).toEqual(['127.0.0.1', 'localhost']);
      const unforeseen = phone.complaints.filter(
        (text) => !/net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/.test(text),
      );
      expect(unforeseen).toEqual([]);
    });
  },
);
