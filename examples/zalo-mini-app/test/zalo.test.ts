import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, startBrowser } from '../../portal/test/support/browser.ts';
import { openPhone, signIn } from './support/phone.ts';
import { type Stack, startStack } from './support/stack.ts';
import {
  emulateZalo,
  type NativeAnswer,
  SIGNED_IN,
  ZALO_URL,
  type ZaloHost,
  type ZaloHostOptions,
} from './support/zalo-host.ts';

let stack: Stack;
let browser: Browser;

/** No call of Zalo's may keep anybody longer from what he or she came for. */
const USABLE_WITHIN_MS = 5_000;

async function inZalo(options: ZaloHostOptions = {}) {
  let host: ZaloHost | undefined;
  const phone = await openPhone(browser, {
    before: async (context) => {
      host = await emulateZalo(context, stack, options);
    },
  });
  await phone.page.goto(ZALO_URL);
  if (host === undefined) throw new Error('nothing was emulated');
  return { ...phone, host };
}

describe.skipIf(NO_BROWSER !== null)(
  `the mini app in Zalo${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
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

    it('stays usable when Zalo never answers', async () => {
      const { page, context, host, complaints } = await inZalo();
      await page.getByRole('button', { name: 'Đăng nhập bằng Zalo' }).tap();
      const asked = Date.now();
      await page.getByRole('button', { name: 'Ghi và gửi bằng tin nhắn Zalo' }).tap();
      await page.locator('[data-kind="HOUSEHOLD_VISIT"]').tap();
      expect(Date.now() - asked).toBeLessThan(USABLE_WITHIN_MS);
      await page.getByLabel('Được tuyên truyền').fill('7');
      await page.getByRole('button', { name: 'Xem tin nhắn' }).tap();
      await page.locator('.share-text', { hasText: 'Được tuyên truyền: 7' }).waitFor();
      await page.getByRole('button', { name: 'Gửi qua Zalo' }).tap();
      await page.getByText('Nếu Zalo chưa mở, hãy bấm Sao chép').waitFor({ timeout: USABLE_WITHIN_MS });
      await page.getByRole('button', { name: 'Sao chép' }).isEnabled();
      expect(complaints).toEqual([]);
      expect(host.foreign).toEqual([]);
      await context.close();
    });

    it('says what the phone number is for before Zalo asks, goes on without it, and signs in with it', async () => {
      const accessToken = stack.zalo.signIn({ id: '700123', name: 'Phượng', phone: '84900000001' });
      const { page, context, host } = await inZalo({ accessToken });
      await page.getByRole('button', { name: 'Đăng nhập bằng Zalo' }).tap();
      await page.getByText('để so với số đã có trong sổ').waitFor();
      expect(host.actions()).not.toContain(GET_NUMBER);

      host.answer(GET_NUMBER, 'DENY');
      const allow = page.getByRole('button', { name: 'Đồng ý, để Zalo hỏi tôi' });
      await allow.tap();
      await page.getByText('Anh, chị đã không đồng ý').waitFor({ timeout: USABLE_WITHIN_MS });
      host.answer(GET_NUMBER, 'HANG');
      await allow.tap();
      await page.getByText('Zalo chưa trả lời').waitFor({ timeout: USABLE_WITHIN_MS });
      expect(await page.getByRole('button', { name: 'Ghi và gửi bằng tin nhắn Zalo' }).isEnabled()).toBe(
        true,
      );

      host.answer(GET_NUMBER, { token: stack.zalo.phoneCode(accessToken) });
      await allow.tap();
      await page.locator('.team-name', { hasText: 'Cam Lộ' }).waitFor();
      // The SDK tells Zalo every five seconds which of its calls were answered; nothing else goes past the API.
      const asides = () => [...new Set(host.foreign.map((url) => url.split('?')[0]))];
      await expect.poll(asides, { timeout: 10_000 }).toEqual(['https://h5.zalo.me/log/async']);
      await context.close();
    });

    it('keeps records in the native storage of Zalo through a reload, and sends them when Zalo gives a session', async () => {
      const accessToken = stack.zalo.signIn({ id: '700123', name: 'Phượng', phone: '84900000001' });
      const { page, context, host } = await inZalo({ accessToken });
      await page.getByRole('button', { name: 'Đăng nhập bằng Zalo' }).tap();
      await page.locator('.record-button:enabled').waitFor();
      await stack.stopApi();
      await page.locator('.record-button').tap();
      await page.locator('[data-kind="MARKET_VISIT"]').tap();
      await page.getByLabel('Được tuyên truyền').fill('15');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync[data-waits="1"]').waitFor();
      const native = await page.evaluate(() => window.localStorage.getItem('native') ?? '');
      expect(native).toContain('MARKET_VISIT');
      expect(native, 'a token stays in memory').not.toMatch(/eyJ[\w-]+\./);
      // Zalo takes its time as well: the team and what waits are still there.
      const login = later<NativeAnswer>();
      host.answer('action.jump.login', login.answer);
      await page.reload();
      await page.locator('.sync-count', { hasText: '1 hoạt động chờ đồng bộ' }).waitFor();
      await page.locator('.team-name', { hasText: 'Cam Lộ' }).waitFor();
      await stack.startApi();
      // That is no reason to ask anybody to sign in again.
      await page.getByText('Zalo chưa trả lời').waitFor({ timeout: 20_000 });
      expect(await page.getByText('Cần đăng nhập lại').count()).toBe(0);
      await page.locator('.sync[data-waits="1"]').waitFor();
      login.give(SIGNED_IN);
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      await context.close();
    });

    it('says that a text was sent when it was, however long somebody looked for the group', async () => {
      const { page, context, host } = await inZalo({ accessToken: 'of nobody in the register' });
      await page.getByRole('button', { name: 'Ghi và gửi bằng tin nhắn Zalo' }).tap();
      await page.locator('[data-kind="MEETING"]').tap();
      await page.getByRole('button', { name: 'Xem tin nhắn' }).tap();
      const send = page.getByRole('button', { name: 'Gửi qua Zalo' });
      host.answer(SHARE, { status: 0 });
      await send.tap();
      await page.getByText('Chưa gửi.').waitFor();
      host.answer(SHARE, 'HANG');
      await send.tap();
      await page.getByText('Nếu Zalo chưa mở').waitFor({ timeout: USABLE_WITHIN_MS });
      // Nothing has gone out so far: it is found again.
      await page.reload();
      await page.getByText('đang ghi dở').waitFor();
      await page.getByRole('button', { name: 'Xem tin nhắn' }).tap();
      const chosen = later<NativeAnswer>();
      host.answer(SHARE, chosen.answer);
      await send.tap();
      await page.getByText('Nếu Zalo chưa mở').waitFor({ timeout: USABLE_WITHIN_MS });
      chosen.give({ status: 2, numberOfUser: 1 });
      await page.getByText('Đã chuyển sang Zalo').waitFor();
      await page.reload();
      await page.locator('[data-kind="MEETING"]').waitFor();
      expect(await page.getByText('đang ghi dở').count()).toBe(0);
      await context.close();
    });

    it('hands the report of the month to Zalo', async () => {
      const accessToken = stack.zalo.signIn({ id: '700123', name: 'Phượng', phone: '84900000001' });
      const { page, context, host } = await inZalo({ accessToken });
      await page.getByRole('button', { name: 'Đăng nhập bằng Zalo' }).tap();
      await page.getByRole('button', { name: 'Gửi báo cáo' }).tap();
      await page.locator('.share-text', { hasText: 'BÁO CÁO THÁNG' }).waitFor();
      host.answer(SHARE, { status: 1 });
      await page.getByRole('button', { name: 'Gửi qua Zalo' }).tap();
      await page.getByText('Đã chuyển sang Zalo').waitFor();
      expect(host.actions()).toContain(SHARE);
      await context.close();
    });

    it('is let in by the API from the address that all mini apps share, and from no other', async () => {
      const preflight = async (origin: string) => {
        const headers = { origin, 'access-control-request-method': 'POST' };
        const response = await fetch(stack.gatewayUrl, { method: 'OPTIONS', headers });
        return response.headers.get('access-control-allow-origin');
      };
      expect(await preflight('https://h5.zdn.vn')).toBe('https://h5.zdn.vn');
      expect(await preflight('https://example.org')).not.toBe('https://example.org');
    });

    it('is drawn on 127.0.0.1 as well, where the SDK of Zalo only fails', async () => {
      const phone = await openPhone(browser);
      await phone.page.goto(stack.appUrl.replace('localhost', '127.0.0.1'));
      await signIn(phone, 'Dương Thu Thảo');
      await phone.page.goto(`${phone.page.url()}kpi`);
      await phone.page.getByRole('heading', { name: 'Chỉ tiêu của tổ' }).waitFor();
      expect(phone.complaints).toEqual([]);
      await phone.context.close();
    });
  },
);

const GET_NUMBER = 'action.mp.get.number';
const SHARE = 'action.open.sharesheet';

/** An answer that is given when the test says so. */
function later<Answer>(): { answer: Promise<Answer>; give(answer: Answer): void } {
  let give: (answer: Answer) => void = () => {};
  const answer = new Promise<Answer>((resolve) => {
    give = resolve;
  });
  return { answer, give: (given) => give(given) };
}
