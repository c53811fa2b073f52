import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_POPPLER, wordsOfPdf } from '../../../packages/subgraph/test/papers/programs.ts';
import { cellsOf } from '../../../packages/subgraph/test/support/workbooks.ts';
import { NO_BROWSER, seenText, startBrowser, visit } from './support/browser.ts';
import { downloadBy } from './support/downloads.ts';
import { clientOf, said, signedIn, work } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

const take = (page: Page) =>
  downloadBy(page, () => work(page).getByRole('button', { name: 'Tải về', exact: true }).click());

describe.skipIf(NO_BROWSER !== null)(
  `files from the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 90_000 },
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
      const officer = clientOf(stack, 'officer-cam-lo');
      const team = await officer.teams.get({ code: 'QTR-CLO-X01' });
      await officer.teams.update({ id: team.id, expectedVersion: team.version, unitCode: '19597' });
      await officer.members.add({
        ...{ teamId: team.id, from: '2026-01-01' },
        person: { displayName: 'Hồ Thị Ven (giả lập)', phone: '0912 345 678' },
      });
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('bring an officer the roster as a workbook, with the phones or without them', async () => {
      const { page, complaints } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
      // By keyboard alone: arrows go from tab to tab.
      await page.getByRole('tab', { name: 'Việc hằng ngày' }).press('End');
      await page.getByRole('tab', { name: 'Dữ liệu cá nhân', selected: true }).press('ArrowLeft');
      await page.getByRole('tab', { name: 'Báo cáo kỳ', selected: true }).press('ArrowLeft');
      await page.getByRole('tab', { name: 'Xuất tệp', selected: true }).waitFor();
      await work(page).getByLabel('Nội dung').selectOption('ROSTER');
      const whole = await take(page);
      await said(page, `Đã tải về “${whole.name}”.`);
      expect(whole.name).toMatch(/^Danh sách thành viên tổ - Xã Cam Lộ - \d{4}-\d{2}-\d{2}\.xlsx$/);
      const person = (await cellsOf(whole.bytes)).find((row) => row.includes('Hồ Thị Ven (giả lập)'));
      expect(person).toContain('0912 345 678');

      await work(page).getByLabel('Số điện thoại').selectOption('NONE');
      const bare = (await cellsOf((await take(page)).bytes)).flat().join('|');
      expect(bare).toContain('Hồ Thị Ven');
      expect(bare).not.toContain('345 678');
      expect(page.url()).toContain('work=EXPORT');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it.skipIf(NO_POPPLER !== null)('bring a board to be signed, as a PDF', async () => {
      const { page, complaints } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
      await page.getByRole('tab', { name: 'Xuất tệp' }).click();
      const hint = work(page).getByText('Tệp chỉ có những gì bạn được xem.');
      expect(await hint.textContent()).toContain('nhập lại được');
      await work(page).getByLabel('Nội dung').selectOption('BOARD');
      expect(await hint.textContent()).not.toContain('nhập lại');
      await work(page).getByLabel('Kỳ').selectOption('2026-Q3');
      await work(page).getByLabel('Định dạng').selectOption('pdf');
      const { name, bytes } = await take(page);
      expect(name).toBe('Bảng chỉ tiêu - Xã Cam Lộ - 2026-Q3.pdf');
      const words = await wordsOfPdf(bytes);
      expect(words).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(words).toContain('Quý III/2026');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('bring everybody what stands on the page, where it stands', async () => {
      const { page, complaints } = await visit(
        browser,
        `${stack.pageUrl}?unit=45&asOf=2023-09-30&search=dakrong`,
      );
      const links = page.locator('[data-export="TEAMS"]');
      const teams = await downloadBy(page, () =>
        links.getByRole('button', { name: 'Tải về danh sách tổ, CSV' }).click(),
      );
      expect(teams.name).toBe('Danh sách tổ - Tỉnh Quảng Trị - 2023-09-30.csv');
      expect(teams.bytes.toString().trim().split('\n')).toHaveLength(85);
      const overview = await downloadBy(page, () =>
        page.getByRole('button', { name: 'Tải về tổng quan tổ và thành viên, XLSX' }).click(),
      );
      expect((await cellsOf(overview.bytes)).flat()).toContain(4327);
      const board = await downloadBy(page, () =>
        page.getByRole('button', { name: 'Tải về bảng chỉ tiêu, XLSX' }).click(),
      );
      expect(board.name).toContain('Tỉnh Quảng Trị - 2023.xlsx');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('say in words why one does not come, and can be had again', async () => {
      const { page } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
      await page.getByRole('tab', { name: 'Xuất tệp' }).click();
      await page.route('**/files/**', (route) => route.abort(), { times: 3 });
      await work(page).getByRole('button', { name: 'Tải về', exact: true }).click();
      const alert = work(page).getByRole('alert');
      await alert.filter({ hasText: 'Không kết nối được với máy chủ' }).waitFor();
      expect((await take(page)).name).toContain('Danh sách tổ');
      await alert.waitFor({ state: 'detached' });
      await page.context().close();
    });

    it.each([320, 360])('ask for what fits on a phone that is %s pixels wide', async (width) => {
      const { page } = await signedIn(browser, stack, { account: 'officer-cam-lo', width });
      await page.getByRole('tab', { name: 'Xuất tệp' }).click();
      for (const kind of ['ROSTER', 'BOARD']) {
        await work(page).getByLabel('Nội dung').selectOption(kind);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      // Nothing that can be used is without a name.
      for (const field of await work(page).locator('select, input').all()) {
        expect(await field.evaluate((node: HTMLInputElement) => node.labels?.[0]?.textContent)).toBeTruthy();
      }
      expect(await seenText(work(page))).not.toContain('undefined');
      await page.context().close();
    });
  },
);
