import { mkdirSync } from 'node:fs';
import { type ImportKind, label, today } from '@cnscd/domain';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf, workbookOf } from '../../../packages/subgraph/test/support/workbooks.ts';
import { NO_BROWSER, seenText, startBrowser } from './support/browser.ts';
import { downloadBy } from './support/downloads.ts';
import { dropFile } from './support/drop-file.ts';
import { clientOf, signedIn, work } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const TEAM = 'QTR-CLO-X01';
const VEN = 'Hồ Thị Ven (giả lập)';

/** A list as a commune keeps it: a title, a heading that no program knows, zeros lost, and four faults. */
const ROSTER = [
  ['DANH SÁCH THÀNH VIÊN TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG'],
  ['Xã Cam Lộ, năm 2026'],
  [],
  ['STT', 'Họ và tên', 'Số điện thoại', 'Mã tổ', 'Vai trò trong tổ', 'Ngày kết nạp'],
  [1, 'Nguyễn Văn Một (giả lập)', 912345671, TEAM, 'Thành viên', '15/02/2026'],
  [2, 'Trần Thị Hai (giả lập)', '12345', TEAM, 'Thành viên', '15/02/2026'],
  [3, 'Lê Văn Ba (giả lập)', '0912 345 673', 'KHONG-CO', 'Thành viên', '15/02/2026'],
  [4, VEN, '0912 345 678', TEAM, 'Tổ phó', '01/01/2026'],
  [5, 'Phạm Thị Năm (giả lập)', '0912 345 675', TEAM, 'Thủ quỹ', '31/02/2026'],
  ['', 'Tổng cộng: 5 người'],
];

/** What teams did, and what is known of their commune: each with a row that says otherwise than it can be. */
const TABLES: readonly [
  kind: ImportKind,
  rows: (string | number)[][],
  seen: RegExp,
  fault: [row: number, field: string, text: RegExp],
][] = [
  [
    'ACTIVITIES',
    [
      ['Mã tổ', 'Loại hoạt động', 'Tên hoạt động', 'Ngày', 'Giờ', 'Nội dung', 'Số người được tiếp cận'],
      [TEAM, 'Đi chợ', 'Ra quân ở chợ (giả lập)', '02/11/2026', '6h30', 'VNeID', 40],
      [TEAM, 'Họp', 'Họp tổ (giả lập)', '03/11/2026', '', '', ''],
    ],
    /Thêm mới[\s\S]*hướng dẫn tại chợ[\s\S]*02\/11\/2026[\s\S]*06:30[\s\S]*định danh[\s\S]*40/i,
    [3, 'time', /hoạt động mới cần có loại, tên, ngày và giờ/i],
  ],
  [
    'FIGURES',
    [
      ['Mã đơn vị', 'Mã chỉ tiêu', 'Giá trị', 'Tính đến ngày', 'Nguồn'],
      ['19597', 'TEAMS', 'hơn 10', '30/06/2026', 'Báo cáo 15/BC-UBND (giả lập)'],
      ['19597', 'MEMBERS', '1,473', '30/06/2026', 'Báo cáo 15/BC-UBND (giả lập)'],
    ],
    /Thêm mới[\s\S]*TEAMS[\s\S]*10[\s\S]*30\/06\/2026/,
    [3, 'value', /1,473.*có thể là/],
  ],
  [
    'MEASUREMENTS',
    [
      ['Mã đơn vị', 'Mã chỉ tiêu', 'Giá trị', 'Tính đến ngày'],
      ['19597', 'TEAMS', 11, '31/10/2026'],
      ['19597', 'KHONG_CO', 5, '31/10/2026'],
    ],
    /Thêm mới[\s\S]*TEAMS[\s\S]*11[\s\S]*31\/10\/2026/,
    [3, 'indicatorCode', /Không có chỉ tiêu.*KHONG_CO/],
  ],
];

let stack: Stack;
let browser: Browser;

const tile = (page: Page, name: string) => work(page).locator('.tiles').getByRole('button', { name });
const row = (page: Page, number: number) => work(page).locator(`tr[data-row="${number}"]`);
const status = (page: Page) => work(page).locator('.facts-line .tag');
const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth);

/** For looking at by hand: SCREENSHOTS names the folder. */
async function picture(place: Page | Locator, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await place.screenshot({ path: `${folder}/${name}.png` });
}

async function bring(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: 'Nhập bảng tính' }).click();
  await dropFile(work(page).locator('.drop-zone'), name, await workbookOf('Danh sách', ROSTER));
  await tile(page, 'tất cả các dòng').waitFor();
}

describe.skipIf(NO_BROWSER !== null)(
  `a spreadsheet on the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
      const officer = clientOf(stack, 'officer-cam-lo');
      const team = await officer.teams.get({ code: TEAM });
      await officer.teams.update({ id: team.id, expectedVersion: team.version, unitCode: '19597' });
      await officer.members.add({
        ...{ teamId: team.id, from: '2026-01-01' },
        person: { displayName: VEN, phone: '0912 345 678' },
      });
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('is dropped, looked at, mended in its columns, applied and undone', async () => {
      const { page, complaints } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
      await page.getByRole('tab', { name: 'Nhập bảng tính' }).click();
      await picture(work(page), 'upload-1280');
      await bring(page, 'Danh sách tổ Cam Lộ.xlsx');
      await status(page).filter({ hasText: 'Chờ ghi vào sổ' }).waitFor();
      expect(await seenText(tile(page, 'tất cả các dòng'))).toMatch(/^5\s/);

      // What is wrong stands in its cell: by sign and word, not by colour alone.
      const phone = row(page, 6).locator('[data-field="phones"]');
      expect(await phone.getAttribute('class')).toBe('is-bad');
      expect(await seenText(phone)).toMatch(/✕\s*Lỗi:.*số/i);
      expect(await seenText(row(page, 7).locator('[data-field="teamCode"]'))).toMatch(
        /Không tìm thấy tổ.*KHONG-CO/,
      );
      expect(await seenText(row(page, 8))).toMatch(/thành viên\s*→[\s\S]*tổ phó/);
      await picture(work(page), 'dry-run-1280');

      // The file as it came, with what is wrong marked in it.
      const marked = await downloadBy(page, () =>
        work(page).getByRole('button', { name: 'Tải bản có đánh dấu' }).click(),
      );
      expect(marked.name).toMatch(/\.xlsx$/);
      expect((await cellsOf(marked.bytes)).flat().join('|')).toContain('Lê Văn Ba (giả lập)');

      // A heading that nobody could know is explained once.
      const column = work(page).getByLabel('Cột “Ngày kết nạp” được hiểu là');
      expect(await column.inputValue()).toBe('');
      await column.selectOption({ label: 'Tham gia từ ngày' });
      await picture(work(page).locator('.column-mapping'), 'mapping-1280');
      await work(page).getByRole('button', { name: 'Đọc lại tệp theo lựa chọn này' }).click();
      const day = row(page, 9).locator('[data-field="from"]');
      await day.filter({ hasText: 'Lỗi' }).waitFor();
      expect(await seenText(day)).toContain('31/02/2026');

      // Only the faulty ones, by keyboard.
      await tile(page, 'có lỗi').press('Enter');
      await row(page, 5).waitFor({ state: 'detached' });
      await expect.poll(() => work(page).locator('tr[data-row]').count()).toBe(3);

      const apply = work(page).getByRole('button', { name: 'Áp dụng vào sổ' });
      expect(await apply.isDisabled()).toBe(true);
      await work(page).getByLabel('Bỏ qua 3 dòng có lỗi').check();
      await apply.click();
      const question = page.getByRole('dialog', { name: 'Ghi tệp này vào sổ?' });
      expect(await seenText(question)).toContain('Thêm mới 1 dòng, thay đổi 1 dòng, bỏ qua 3 dòng có lỗi');
      await question.getByRole('button', { name: 'Ghi vào sổ' }).click();
      await status(page).filter({ hasText: 'Đã ghi vào sổ' }).waitFor();
      await picture(work(page), 'applied-1280');

      const link = page.url();
      const team = `${stack.pageUrl}?unit=19597&asOf=${today(new Date())}&search=&team=${TEAM}`;
      await page.goto(team);
      await page.locator('.team-detail .people li', { hasText: 'Nguyễn Văn Một' }).waitFor();

      // The address leads back to the file.
      await page.goto(link);
      await work(page).getByRole('button', { name: 'Hoàn tác' }).click();
      const undoing = page.getByRole('dialog', { name: 'Hoàn tác lần nhập này?' });
      await undoing.getByRole('button', { name: 'Hoàn tác' }).click();
      await status(page).filter({ hasText: 'Đã rút khỏi sổ' }).waitFor();
      await page.goto(team);
      const people = page.locator('.team-detail .people');
      await people.locator('li', { hasText: VEN }).waitFor();
      expect(await seenText(people)).not.toContain('Nguyễn Văn Một');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('remembers what the column was, and lists what was brought before', async () => {
      const { page, complaints } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
      await bring(page, 'Lần hai.xlsx');
      await row(page, 9).locator('[data-field="from"].is-bad').waitFor();
      await work(page).getByRole('button', { name: 'Về danh sách tệp' }).click();
      const list = work(page).locator('[data-part="imports"]');
      await list.getByRole('listitem').filter({ hasText: 'Lần hai.xlsx' }).waitFor();
      const first = list.getByRole('listitem').filter({ hasText: 'Danh sách tổ Cam Lộ.xlsx' });
      expect(await seenText(first)).toMatch(/Đã rút khỏi sổ[\s\S]*5 dòng, 3 dòng có lỗi/);
      await first.getByRole('button').click();
      await row(page, 5).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it.each(TABLES)(
      'of %s shows what is wrong in its cell, and is applied without it',
      async (kind, rows, seen, fault) => {
        const { page, complaints } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
        await page.getByRole('tab', { name: 'Nhập bảng tính' }).click();
        await work(page)
          .getByRole('radio', { name: new RegExp(`^${label('importKind', kind, 'vi')}$`, 'i') })
          .check();
        await dropFile(work(page).locator('.drop-zone'), `${kind}.xlsx`, await workbookOf('Trang 1', rows));
        await tile(page, 'tất cả các dòng').waitFor();
        await status(page).filter({ hasText: 'Chờ ghi vào sổ' }).waitFor();
        const [at, field, text] = fault;
        expect(await seenText(row(page, at).locator(`[data-field="${field}"]`))).toMatch(text);
        expect(await seenText(row(page, 2))).toMatch(seen);
        await picture(work(page), `dry-run-${kind.toLowerCase()}`);
        await work(page).getByLabel('Bỏ qua 1 dòng có lỗi').check();
        await work(page).getByRole('button', { name: 'Áp dụng vào sổ' }).click();
        const question = page.getByRole('dialog', { name: 'Ghi tệp này vào sổ?' });
        await question.getByRole('button', { name: 'Ghi vào sổ' }).click();
        await status(page).filter({ hasText: 'Đã ghi vào sổ' }).waitFor();
        expect(complaints).toEqual([]);
        await page.context().close();
      },
    );

    it('is chosen with a button as well, and refused in words where it is none', async () => {
      const { page } = await signedIn(browser, stack, { account: 'officer-cam-lo' });
      await page.getByRole('tab', { name: 'Nhập bảng tính' }).click();
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        work(page).getByRole('button', { name: 'Chọn tệp…' }).press('Enter'),
      ]);
      const buffer = Buffer.from('%PDF-1.7 ');
      await chooser.setFiles({ name: 'danh sách.xlsx', mimeType: 'application/pdf', buffer });
      const alert = work(page).getByRole('alert');
      await alert.waitFor();
      expect(await seenText(alert)).toMatch(/PDF|xlsx|tệp/i);
      expect(page.url()).not.toContain('import=');
      await page.context().close();
    });

    it('is nobody’s to bring who is no officer', async () => {
      const { page } = await signedIn(browser, stack, { account: 'leader-cam-lo' });
      await page.getByRole('tab', { name: 'Việc hằng ngày' }).waitFor();
      expect(await page.getByRole('tab', { name: 'Nhập bảng tính' }).count()).toBe(0);
      await page.context().close();
    });

    it.each([320, 360])('fits on a phone that is %s pixels wide; its table scrolls alone', async (pixels) => {
      const { page } = await signedIn(browser, stack, { account: 'officer-cam-lo', width: pixels });
      await bring(page, `Danh-sách-${'dài'.repeat(30)}.xlsx`);
      await row(page, 6).waitFor();
      await picture(page, `dry-run-${pixels}`);
      expect(await width(page)).toBe(pixels);
      const box = work(page).locator('.wide-box').last();
      expect(await box.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
      await box.scrollIntoViewIfNeeded();
      await picture(page, `rows-${pixels}`);
      for (const field of await work(page).locator('select, input:not([hidden])').all()) {
        const name = await field.evaluate(
          (node: HTMLInputElement) => node.ariaLabel ?? node.labels?.[0]?.textContent,
        );
        expect(name).toBeTruthy();
      }
      await page.context().close();
    });
  },
);
