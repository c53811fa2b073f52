import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, seenText, startBrowser, tabTo, visit } from './support/browser.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

/** Opens the page, runs the check, and holds the browser to have had nothing to complain about. */
async function look(query: string, check: (page: Page) => Promise<void>, width = 1280): Promise<void> {
  const { page, complaints } = await visit(browser, `${stack.pageUrl}${query}`, {
    viewport: { width, height: 900 },
  });
  await check(page);
  expect(complaints).toEqual([]);
  await page.context().close();
}

const textOf = (page: Page, selector: string) => seenText(page.locator(selector).first());
const titled = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title }).waitFor();
/** The card of a headline figure, by its heading. */
const card = (page: Page, name: string) =>
  page.locator('.card', { has: page.getByRole('heading', { name, exact: true }) });

describe.skipIf(NO_BROWSER !== null)(
  `the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('shows Quảng Trị as its source states it, with what contradicts', () =>
      look('', async (page) => {
        await titled(page, 'Tỉnh Quảng Trị');
        expect(await seenText(card(page, 'Thành viên'))).toMatch(/4\.327\s*người/);
        expect(await seenText(card(page, 'Thành viên'))).toContain('VietNamNet');
        expect(await seenText(card(page, 'Độ phủ'))).toMatch(/92,0%\s*115\/125/);
        const levels = await seenText(page.getByRole('table', { name: 'Theo cấp và loại tổ' }));
        expect(levels).toMatch(/Cấp xã\s+115\b/);
        expect(levels).toMatch(/Thôn, tổ dân phố\s+715\b/);
        expect(await textOf(page, '.warnings')).toContain('thiếu 45');
        expect(await seenText(card(page, 'Tổ'))).toMatch(/Sổ đăng ký giả lập\s+175\s+Chênh lệch\s+−655/);
      }));

    it('says that there is no figure where no source states one, never 0', () =>
      look('?unit=02&asOf=2022-10-14', async (page) => {
        await titled(page, 'Tỉnh Hà Giang');
        expect(await seenText(card(page, 'Tổ').locator('.figure'))).toBe('chưa có số liệu');
        expect(await seenText(card(page, 'Thành viên'))).toContain('12.131');
      }));

    it('keeps "hơn" before a lower bound', () =>
      look('?unit=83&asOf=2022-12-31', async (page) => {
        await titled(page, 'Tỉnh Bến Tre');
        expect(await seenText(card(page, 'Thành viên').locator('.figure'))).toMatch(/^hơn 4\.000/);
      }));

    it('shows what was reported then in the borders of today, and how complete that is', () =>
      look('?unit=45&asOf=2023-09-30', async (page) => {
        await titled(page, 'Tỉnh Quảng Trị');
        await page.getByRole('radio', { name: 'Địa giới hiện nay' }).check();
        await page.getByText('Mã 44', { exact: true }).waitFor();
        expect(await seenText(card(page, 'Tổ'))).toContain('mới có 50% các đơn vị cần cộng');
        expect(page.url()).toContain('boundary=CURRENT');
        // The indicators are those of the unit that the title names, not of the former one.
        const caption = page.locator('#chi-tieu caption').first();
        await caption.filter({ hasText: 'Tỉnh Quảng Trị' }).waitFor();
        expect(await seenText(page.getByRole('row', { name: /Số thành viên tổ/ }))).toContain('4.327');
      }));

    it('holds results against targets, and says where a target can be read in two ways', async () => {
      await look('?unit=48&asOf=2024-11-27', async (page) => {
        const row = page.getByRole('row', { name: 'Tỷ lệ hồ sơ trực tuyến' });
        expect(await seenText(row)).toMatch(/94%\s+ít nhất 60%[\s\S]*đạt 157% mục tiêu/);
      });
      await look('?unit=468&asOf=2023-06-30&period=2023-H1', async (page) => {
        const row = page.getByRole('row', { name: /thanh toán trực tuyến/ });
        expect(await seenText(row)).toMatch(/42,8%\s+không rõ: 12,8% \/ 32,9%/);
        expect(await seenText(row)).toContain('2 cách hiểu');
      });
    });

    it('finds teams by place without diacritics and shows one, with what the portal knows of its commune', () =>
      look('?unit=83&asOf=2022-12-31', async (page) => {
        await page.getByLabel('Tên thôn, xã, huyện hoặc mã tổ').fill('dai dien');
        await page.getByRole('button', { name: 'Tìm', exact: true }).click();
        await page.getByText('Tìm thấy 8 tổ.').waitFor();
        await page.getByRole('button', { name: /^Tổ công nghệ số cộng đồng xã Đại Điền/ }).click();
        await page.getByText('Đăng nhập để xem thành viên và hoạt động của tổ.').waitFor();
        // From the portal's own subgraph: it is one supergraph.
        await page.getByRole('heading', { name: 'Bộ phận một cửa Xã Đại Điền' }).waitFor();
        expect(await textOf(page, '.one-stop')).toContain('Chứng thực bản sao điện tử (giả lập)');
      }));

    it('finds the teams of Đakrông by "dakrong", ten at a time', () =>
      look('?unit=45&asOf=2023-09-30&search=dakrong', async (page) => {
        await page.getByText('Tìm thấy 84 tổ.').waitFor();
        expect(await page.locator('.team-list li').count()).toBe(10);
        await page.getByRole('button', { name: 'Xem thêm (còn 74)' }).click();
        await page.getByRole('button', { name: 'Xem thêm (còn 64)' }).waitFor();
        expect(await page.locator('.team-list li').count()).toBe(20);
      }));

    it('can be used by keyboard alone, with the focus in sight', () =>
      look('', async (page) => {
        await titled(page, 'Tỉnh Quảng Trị');
        await tabTo(page, '#province');
        const outline = await page.evaluate(
          () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
        );
        expect(outline).toBe('solid');
        await page.keyboard.type('ha giang');
        await page.keyboard.press('Enter');
        await titled(page, 'Tỉnh Hà Giang');
        expect(page.url()).toContain('unit=02&asOf=2022-10-14');
        await tabTo(page, '#team-search');
        await page.keyboard.type('minh khai');
        await page.keyboard.press('Enter');
        await page.getByText('Tìm thấy 22 tổ.').waitFor();
        await tabTo(page, '[data-team]');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 3, name: /phường Minh Khai/ }).waitFor();
        expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
      }));

    it('goes back as the browser does, and a link shows another person the same', () =>
      look('?unit=45&asOf=2023-09-30', async (page) => {
        await page.getByRole('button', { name: 'Huyện Cam Lộ' }).click();
        await titled(page, 'Huyện Cam Lộ');
        const shared = page.url();
        await page.goBack();
        await titled(page, 'Tỉnh Quảng Trị');
        await page.goto(shared);
        await titled(page, 'Huyện Cam Lộ');
        expect(await seenText(card(page, 'Thành viên').locator('.figure'))).toContain('565');
      }));

    it.each([
      ['the overview', '?unit=45&asOf=2023-09-30'],
      ['many sources and warnings', '?unit=VN&asOf=2024-12-31'],
      ['a team', '?unit=83&asOf=2022-12-31&search=dai+dien&team=BTR-DDI-X'],
      ['a refusal', '?unit=45&asOf=2026-01-01'],
    ])('needs no horizontal scrolling at 320 px: %s', (_, query) =>
      look(
        query,
        async (page) => {
          await page.waitForLoadState('networkidle');
          await page.locator('.unit-title, [role="alert"]').first().waitFor();
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
        },
        320,
      ),
    );

    it('says why a code has no unit on a day, and leads to what became of it', () =>
      look('?unit=45&asOf=2026-01-01', async (page) => {
        expect(await seenText(page.getByRole('alert'))).toContain('Không có đơn vị nào mang mã 45');
        await page.getByRole('button', { name: 'Xem Tỉnh Quảng Trị (01/07/2025)' }).click();
        await page.getByText('Mã 44', { exact: true }).waitFor();
      }));

    it('says that the server cannot be reached, and tries again when told to', async () => {
      const { page } = await visit(browser, stack.pageUrl);
      await titled(page, 'Tỉnh Quảng Trị');
      await page.route(stack.gatewayUrl, (route) => route.abort());
      await page.getByRole('button', { name: 'Huyện Cam Lộ' }).click();
      const alert = page.getByRole('alert').first();
      await alert.waitFor();
      expect(await seenText(alert)).toContain('Không kết nối được với máy chủ');
      await page.unroute(stack.gatewayUrl);
      await alert.getByRole('button', { name: 'Thử lại' }).click();
      await titled(page, 'Huyện Cam Lộ');
      await page.context().close();
    });

    it('speaks English when asked to', () =>
      look('', async (page) => {
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByRole('heading', { name: 'Community digital technology teams' }).waitFor();
        expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
        expect(await seenText(card(page, 'Members'))).toContain('4,327');
        expect(await textOf(page, '.warnings')).toContain('45 short');
      }));
  },
);
