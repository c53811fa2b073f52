import { createClient } from '@cnscd/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, startBrowser } from '../../portal/test/support/browser.ts';
import { keptOn, lineOf, refusedSignIn, signInOfNobody } from './support/faults.ts';
import { openPhone, signIn } from './support/phone.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

const PHUONG = 'Phan Thu Phượng';
const THAO = 'Dương Thu Thảo';

async function onLine() {
  const phone = await openPhone(browser);
  const line = await lineOf(phone.context, stack);
  await phone.page.goto(stack.appUrl);
  return { ...phone, line };
}

async function signedIn(name = PHUONG) {
  const phone = await onLine();
  await signIn(phone, name);
  return phone;
}

/** An activity that waits, because its way to the server is cut. */
async function recordOne({ page, line }: Awaited<ReturnType<typeof onLine>>, number: string) {
  line.let('ReplayOutbox', 'LOST');
  await page.locator('.record-button:enabled').tap();
  await page.locator('[data-kind="HOUSEHOLD_VISIT"]').tap();
  await page.getByLabel('Được tuyên truyền').fill(number);
  await page.getByRole('button', { name: 'Lưu' }).tap();
  await page.locator('.sync[data-waits="1"]').waitFor();
}

const again = (page: Page) => page.getByRole('button', { name: 'Đăng nhập lại' });

describe.skipIf(NO_BROWSER !== null)(
  `signing in and out${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
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

    it('again is done on the spot, says why it fails, and takes nothing away', async () => {
      const { page, context, line } = await signedIn();
      line.let('SignInWithZalo', refusedSignIn('ZALO_TOKEN_INVALID'));
      await page.reload();
      // Nothing waits, and the notice is there all the same.
      await page.getByText('Zalo chưa xác nhận được tài khoản này').waitFor();
      await page.locator('.sync[data-waits="0"]').waitFor();
      const asked = line.inputs('SignInWithZalo').length;
      await again(page).tap();
      await expect.poll(() => line.inputs('SignInWithZalo').length).toBe(asked + 1);
      await page.getByText('Zalo chưa xác nhận được tài khoản này').waitFor();
      await page.locator('.team-name', { hasText: 'Cam Lộ' }).waitFor();
      line.let('SignInWithZalo', 'PASS');
      await again(page).tap();
      await again(page).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Chỉ tiêu' }).tap();
      await page.locator('[data-fresh="true"]').waitFor();
      await context.close();
    });

    it('again is asked of nobody while Zalo or the server only has trouble of its own', async () => {
      const { page, context, line } = await signedIn();
      line.let('SignInWithZalo', refusedSignIn('ZALO_UNAVAILABLE', true));
      await page.reload();
      await page.getByText('Zalo đang không trả lời máy chủ').waitFor();
      expect(await again(page).count()).toBe(0);
      await context.close();
    });

    it('asks for the number again once the account is linked no more, forgets the team and keeps what waits', async () => {
      const phone = await signedIn();
      const { page, context, line } = phone;
      await recordOne(phone, '11');
      expect(await keptOn(page)).toContain(PHUONG);
      line.let('SignInWithZalo', refusedSignIn('ZALO_NOT_LINKED'));
      await page.reload();
      await page.getByText('không còn gắn với anh, chị trong sổ').waitFor();
      expect(await keptOn(page)).not.toContain(PHUONG);
      await again(page).tap();
      await page.getByText('để so với số đã có trong sổ').waitFor();
      line.let('SignInWithZalo', 'PASS');
      line.let('ReplayOutbox', 'PASS');
      await page.getByRole('button', { name: 'Đồng ý, để Zalo hỏi tôi' }).tap();
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      await context.close();
    });

    it('out keeps nothing of the person but what waits, and no number of anybody even before', async () => {
      const phone = await signedIn();
      const { page, context } = phone;
      await recordOne(phone, '12');
      await page.getByRole('button', { name: 'Tổ của tôi' }).tap();
      // Whole numbers can be called.
      const [number] = await page.locator('a[href^="tel:+84"]').all();
      expect(await number?.textContent()).toMatch(/^0\d/);
      const kept = await keptOn(page);
      expect(kept).toContain(PHUONG);
      expect(kept).not.toMatch(/\+84\d/);
      await page.getByText('bị xóa khỏi máy này').waitFor();
      await page.getByRole('button', { name: 'Đăng xuất' }).tap();
      await page.locator('[data-person]').first().waitFor();
      const left = await keptOn(page);
      expect(left).not.toContain(PHUONG);
      expect(left).toContain('HOUSEHOLD_VISIT');
      await context.close();
    });

    it('out calls off what is on its way, which says nothing of the server', async () => {
      const phone = await signedIn();
      const { page, context, line } = phone;
      await recordOne(phone, '13');
      await page.getByText('máy chủ chưa trả lời').waitFor();
      // It tries again by itself, and is kept waiting.
      line.let('ReplayOutbox', 'HANG');
      await page.getByText('Đang gửi').waitFor();
      // Something else gets through meanwhile.
      await page.getByRole('button', { name: 'Chỉ tiêu' }).tap();
      await page.locator('[data-fresh="true"]').waitFor();
      await page.getByText('máy chủ chưa trả lời').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Quay lại' }).tap();
      await page.getByRole('button', { name: 'Tổ của tôi' }).tap();
      const calledOff = page.waitForEvent('requestfailed');
      await page.getByRole('button', { name: 'Đăng xuất' }).tap();
      await page.locator('[data-person]').first().waitFor();
      await calledOff;
      expect(await page.getByText('máy chủ chưa trả lời').count()).toBe(0);
      await context.close();
    });

    it('of somebody else keeps nothing under the name of the one before', async () => {
      const phone = await signedIn();
      const { page, context } = phone;
      const before = await keptOn(page);
      await page.getByRole('button', { name: 'Tổ của tôi' }).tap();
      await page.getByRole('button', { name: 'Đăng xuất' }).tap();
      await signIn(phone, THAO);
      const other = new Map<string, string>(JSON.parse(await keptOn(page)));
      const chosen = [...other].find(([name]) => name.endsWith('demo-person'));
      await page.evaluate(
        ([texts, name, value]) => {
          window.localStorage.clear();
          for (const [each, text] of JSON.parse(texts) as [string, string][])
            window.localStorage.setItem(each, text);
          // The phone's Zalo belongs to somebody else now.
          window.localStorage.setItem(name, value);
        },
        [before, chosen?.[0] ?? '', chosen?.[1] ?? ''] as const,
      );
      await page.reload();
      await expect
        .poll(() => teamsKeptOn(page))
        .toEqual([
          { owner: accountOf(PHUONG).memberId, of: accountOf(PHUONG).memberId },
          { owner: accountOf(THAO).memberId, of: accountOf(THAO).memberId },
        ]);
      await context.close();
    });

    it('that Zalo makes possible while somebody writes a note takes nobody away from it', async () => {
      const phone = await openPhone(browser);
      const { page, context } = phone;
      let give: () => void = () => {};
      const gate = new Promise<void>((open) => {
        give = open;
      });
      await context.route('**/phone-code', async (route) => {
        await gate;
        await route.continue();
      });
      await page.goto(stack.appUrl);
      await unlink(PHUONG);
      await page.locator('[data-person]', { hasText: PHUONG }).tap();
      await page.getByRole('button', { name: 'Đồng ý, để Zalo hỏi tôi' }).tap();
      await page.getByText('Zalo chưa trả lời').waitFor();
      await page.getByRole('button', { name: 'Ghi và gửi bằng tin nhắn Zalo' }).tap();
      await page.locator('[data-kind="MARKET_VISIT"]').tap();
      await page.getByLabel('Được tuyên truyền').fill('23');
      give();
      await page.getByText('Hoạt động này có thể lưu thẳng vào sổ').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('23');
      await page.getByRole('button', { name: 'Lưu vào sổ' }).tap();
      await page.getByRole('heading', { name: 'Ghi hoạt động' }).waitFor();
      await page.getByText('đang ghi dở').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('23');
      await context.close();
    });

    it('with a token that names nobody is told as the fault of the server', async () => {
      const { page, context, line } = await onLine();
      line.let('SignInWithZalo', signInOfNobody);
      await page.locator('[data-person]', { hasText: PHUONG }).tap();
      await page.getByText('Máy chủ gặp lỗi, không phải tại anh, chị').waitFor();
      await context.close();
    });

    it('leaves the note of who is of no team where it was written, until there is one', async () => {
      const { page, context, line } = await onLine();
      line.let('Viewer', { data: { viewer: null } });
      await signInOnly(page, PHUONG);
      await page.getByText('chưa thuộc tổ nào').waitFor();
      const toNote = page.getByRole('button', { name: 'Ghi và gửi bằng tin nhắn Zalo' });
      await toNote.tap();
      await page.locator('[data-kind="MARKET_VISIT"]').tap();
      await page.getByLabel('Được tuyên truyền').fill('29');
      await page.getByRole('button', { name: 'Quay lại' }).tap();
      await page.getByText('chưa thuộc tổ nào').waitFor();
      await toNote.tap();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('29');

      await page.getByRole('button', { name: 'Quay lại' }).tap();
      line.let('Viewer', 'PASS');
      await page.getByRole('button', { name: 'Thử lại' }).tap();
      await page.locator('.record-button:enabled').tap();
      await page.getByText('đang ghi dở').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('29');
      await context.close();
    });

    it('waits for the wording that is agreed to', async () => {
      await unlink(PHUONG);
      const { page, context, line } = await onLine();
      line.let('ConsentTexts', 'LOST');
      await page.locator('[data-person]', { hasText: PHUONG }).tap();
      await page.getByText('Chưa lấy được nội dung xin đồng ý').waitFor();
      const allow = page.getByRole('button', { name: 'Đồng ý, để Zalo hỏi tôi' });
      expect(await allow.count()).toBe(0);
      line.let('ConsentTexts', 'PASS');
      await page.getByRole('button', { name: 'Thử lại' }).tap();
      await allow.tap();
      await page.locator('.record-button:enabled').waitFor();
      const given = line.inputs('SignInWithZalo').at(-1);
      expect(given).toMatchObject({ consents: [{ purpose: 'ZALO_SIGN_IN' }] });
      await context.close();
    });

    it('shows the team by itself once a server that had trouble of its own answers again', async () => {
      const { page, context, line } = await onLine();
      // The way stays open: the gateway answers for a server that is being started anew.
      line.let('Viewer', { errors: [{ message: 'x', extensions: { code: 'INTERNAL', errorId: '1' } }] });
      await signInOnly(page, PHUONG);
      await page.getByText('Máy chủ gặp lỗi, không phải tại anh, chị').waitFor();
      line.let('Viewer', 'PASS');
      await page.locator('.team-name', { hasText: 'Cam Lộ' }).waitFor();
      await context.close();
    });

    it('with a fake Zalo that never answers says so, and tries again', async () => {
      const { page, context } = await openPhone(browser);
      await context.route('**/people', () => {});
      await page.goto(stack.appUrl);
      await page.getByText('Chưa lấy được danh sách').waitFor();
      await context.unroute('**/people');
      await context.route('**/sign-in', () => {});
      await page.getByRole('button', { name: 'Thử lại' }).tap();
      await page.locator('[data-person]', { hasText: PHUONG }).tap();
      await page.getByText('Đang đăng nhập…').waitFor();
      await page.getByText('Zalo chưa trả lời').waitFor();
      await context.close();
    });

    it('leaves the form in reach within five seconds, also where the line swallows everything', async () => {
      const { page, context, line } = await onLine();
      line.let('*', 'HANG');
      const startedAt = Date.now();
      await page.locator('[data-person]').first().tap();
      await page.getByRole('button', { name: 'Ghi và gửi bằng tin nhắn Zalo' }).tap();
      await page.locator('[data-kind="MEETING"]').tap();
      expect(Date.now() - startedAt).toBeLessThan(5_000);
      await context.close();
    });

    it('ends for good where the person takes the account out of the register', async () => {
      const { page, context } = await signedIn(THAO);
      await page.getByRole('button', { name: 'Tổ của tôi' }).tap();
      await page.getByRole('button', { name: 'Gỡ tài khoản Zalo' }).tap();
      await page.getByRole('dialog').getByText('Gỡ', { exact: true }).tap();
      await page.locator('[data-person]', { hasText: THAO }).tap();
      await page.getByText('để so với số đã có trong sổ').waitFor();
      await context.close();
    });

    it('to a network that answers with a page of its own is told from being of no team', async () => {
      const { page, context, line } = await onLine();
      line.let('Viewer', 'WI_FI_PAGE');
      await signInOnly(page, PHUONG);
      await page.getByText('có thể mạng đang đòi đăng nhập Wi-Fi').waitFor();
      await page.getByText('máy chủ chưa trả lời').waitFor();
      expect(await page.getByText('chưa thuộc tổ nào').count()).toBe(0);

      const trouble = { message: 'x', extensions: { code: 'INTERNAL', errorId: '1' } };
      line.let('Viewer', { errors: [trouble] });
      await page.getByRole('button', { name: 'Thử lại' }).tap();
      await page.getByText('Máy chủ gặp lỗi, không phải tại anh, chị').waitFor();
      expect(await page.getByText('chưa thuộc tổ nào').count()).toBe(0);

      line.let('Viewer', { data: { viewer: null } });
      await page.getByRole('button', { name: 'Thử lại' }).tap();
      await page.getByText('chưa thuộc tổ nào').waitFor();
      line.let('Viewer', 'PASS');
      await page.getByRole('button', { name: 'Thử lại' }).tap();
      await page.locator('.record-button:enabled').waitFor();
      await context.close();
    });
  },
);

async function signInOnly(page: Page, name: string): Promise<void> {
  await page.locator('[data-person]', { hasText: name }).tap();
  const allow = page.getByRole('button', { name: 'Đồng ý, để Zalo hỏi tôi' });
  const home = page.getByRole('button', { name: 'Thử lại' });
  await allow.or(home).waitFor();
  if (await allow.isVisible()) await allow.tap();
}

const office = () => createClient({ url: stack.gatewayUrl, getToken: () => stack.tokenFor('administrator') });

/** Under whose name a team is kept, and whose it is. */
async function teamsKeptOn(page: Page): Promise<{ owner: string | undefined; of: string }[]> {
  const kept = JSON.parse(await keptOn(page)) as [string, string][];
  return kept
    .filter(([name]) => name.endsWith('/loaded/teams'))
    .map(([name, text]) => ({
      owner: decodeURIComponent(name).match(/#([^/]+)/)?.[1],
      of: (JSON.parse(text) as { value: { memberId: string } }).value.memberId,
    }))
    .sort((one) => (one.owner === accountOf(PHUONG).memberId ? -1 : 1));
}

function accountOf(name: string) {
  const account = stack.accounts.find((each) => each.name.vi.includes(name));
  if (account === undefined) throw new Error(`nobody is called ${name}`);
  return { memberId: account.memberId ?? '' };
}

/** As on a phone that has never signed in. */
async function unlink(name: string): Promise<void> {
  const { zalo } = office();
  for (const { id, version, removedAt } of await zalo.links(accountOf(name)))
    if (removedAt === null) await zalo.unlink({ id, expectedVersion: version });
}
