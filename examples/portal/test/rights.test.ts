import { mkdirSync } from 'node:fs';
import type { Client } from '@cnscd/sdk';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsOf } from '../../../packages/subgraph/test/support/workbooks.ts';
import { NO_BROWSER, seenText, startBrowser } from './support/browser.ts';
import { downloadBy } from './support/downloads.ts';
import { clientOf, said, signedIn, work } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

const NAME = 'Hồ Thị Quyền (giả lập)';
const OTHER = 'Lê Văn Chậm (giả lập)';

let stack: Stack;
let browser: Browser;
let officer: Client;
const ids: Record<string, string> = {};

const person = (page: Page) => work(page).locator('[data-part="person"]');
const request = (page: Page, kind: string) => person(page).locator(`[data-request="${kind}"]`);
const dialog = (page: Page) => page.getByRole('dialog');

async function rightsOf(account: string, width = 1280): Promise<Page> {
  const { page } = await signedIn(browser, stack, { account, width });
  await page.getByRole('tab', { name: 'Dữ liệu cá nhân' }).click();
  return page;
}

async function openPerson(page: Page, name: string): Promise<void> {
  await work(page)
    .getByRole('button', { name: `Mở hồ sơ: ${name}` })
    .first()
    .click();
  await person(page).getByRole('heading', { level: 3 }).waitFor();
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const open = dialog(page);
  const shown = (await open.count()) > 0 ? open : work(page);
  await shown.screenshot({ path: `${folder}/${name}.png` });
}

describe.skipIf(NO_BROWSER !== null)(
  `the rights of people on the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 120_000 },
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
      officer = clientOf(stack, 'officer-cam-lo');
      const team = await officer.teams.get({ code: 'QTR-CLO-X01' });
      await officer.teams.update({ id: team.id, expectedVersion: team.version, unitCode: '19597' });
      for (const name of [NAME, OTHER]) {
        const membership = await officer.members.add({
          ...{ teamId: team.id, from: '2026-01-01' },
          person: { displayName: name, phone: name === NAME ? '0912 345 678' : null },
        });
        ids[name] = membership.member.id;
      }
      // Received long ago and never answered.
      await officer.rights.receive({
        ...{ memberId: ids[OTHER] ?? '', kind: 'SEE', channel: 'PHONE', receivedOn: '2026-01-12' },
      });
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('shows what is late, finds a person, and takes a request in with its due day', async () => {
      const page = await rightsOf('officer-cam-lo');
      const late = work(page).getByRole('row', { name: new RegExp(OTHER.slice(0, 11)) });
      expect(await seenText(late)).toMatch(
        /Xác nhận tiếp nhận trước hết ngày 14\/01\/2026[\s\S]*Quá hạn \d+ ngày/,
      );
      await work(page).getByLabel('Tên hoặc mã tổ').fill('QTR-CLO-X01');
      await work(page).getByLabel('Tên hoặc mã tổ').press('Enter');
      await work(page).locator('[data-team="QTR-CLO-X01"]').click();
      await work(page).getByRole('button', { name: NAME }).click();
      await person(page).getByText('Chưa ghi sự đồng ý nào').waitFor();
      await person(page).getByRole('button', { name: 'Ghi nhận yêu cầu' }).click();
      await page.getByLabel('Người đó yêu cầu gì').selectOption('ERASE');
      await page.getByLabel('Nội dung yêu cầu').fill('Xin xóa, đơn số 12, CCCD 001099012345');
      await person(page).locator('[data-form="receive"] button[type="submit"]').click();
      await person(page).locator('[data-form="receive"] .fault').waitFor();
      await page.getByLabel('Nội dung yêu cầu').fill('Xin xóa, đơn số 12');
      await picture(page, 'rights-receive');
      await person(page).locator('[data-form="receive"] button[type="submit"]').click();
      await said(page, 'Đã ghi nhận yêu cầu xóa dữ liệu; trả lời trước hết ngày');
      await request(page, 'ERASE').waitFor();
      expect(page.url()).toContain('work=RIGHTS');
      await page.goBack();
      await work(page)
        .getByRole('button', { name: `Mở hồ sơ: ${NAME}` })
        .waitFor();
      await picture(page, 'rights-list');
      await page.context().close();
    });

    it('records a consent only by the very words and only where it was given, and its withdrawal', async () => {
      const page = await rightsOf('officer-cam-lo');
      await openPerson(page, NAME);
      await person(page).getByRole('button', { name: 'Ghi sự đồng ý' }).click();
      const form = person(page).locator('[data-form="consent"]');
      await form.getByText('liên hệ với tôi về công việc của tổ').waitFor();
      await form.locator('button[type="submit"]').click();
      await form.getByText('Chỉ ghi khi người đó thật sự đã đồng ý').waitFor();
      await form.getByLabel('Người đó đã được hỏi đúng câu này').check();
      await form.getByLabel('Chứng cứ ở đâu').fill('Phiếu 07/2026');
      await picture(page, 'rights-consent');
      await form.locator('button[type="submit"]').click();
      await said(page, 'Đã ghi sự đồng ý.');
      await person(page)
        .getByRole('button', { name: /Ghi việc rút lại sự đồng ý/ })
        .click();
      await dialog(page).getByRole('button', { name: 'Rút lại', exact: true }).click();
      await said(page, 'Đã ghi việc rút lại sự đồng ý.');
      await person(page).locator('[data-consent="CONTACT"]', { hasText: 'đã rút lại ngày' }).waitFor();
      await page.context().close();
    });

    it('takes a request through its steps: confirmed, extended with a reason, done', async () => {
      const page = await rightsOf('officer-cam-lo');
      await openPerson(page, OTHER);
      const steps = request(page, 'SEE');
      await steps.getByRole('button', { name: 'Xác nhận đã tiếp nhận' }).click();
      await said(page, 'Đã ghi việc xác nhận tiếp nhận.');
      await steps.getByRole('button', { name: 'Gia hạn' }).click();
      await dialog(page).getByLabel('Thêm bao nhiêu ngày').fill('99');
      await dialog(page).getByLabel('Lý do').fill('Chờ tra sổ giấy');
      await dialog(page).getByRole('button', { name: 'Gia hạn' }).click();
      await dialog(page).locator('.fault').waitFor();
      await dialog(page).getByLabel('Thêm bao nhiêu ngày').fill('5');
      await dialog(page).getByRole('button', { name: 'Gia hạn' }).click();
      await said(page, 'Đã gia hạn; trả lời trước hết ngày 02/02/2026.');
      await steps.getByText('Gia hạn thêm 5 ngày: Chờ tra sổ giấy').waitFor();
      const file = await downloadBy(page, () =>
        person(page)
          .getByRole('button', { name: 'Tải về Toàn bộ dữ liệu đang lưu về người này, XLSX' })
          .click(),
      );
      expect(file.name).toMatch(/^Dữ liệu đang lưu về một người - [0-9a-f]{8} - \d{4}-\d\d-\d\d\.xlsx$/);
      expect((await cellsOf(file.bytes)).flat()).toContain(OTHER);
      await steps.getByRole('button', { name: 'Đã giải quyết' }).click();
      await dialog(page).getByRole('textbox').fill('Đã giao tệp tận tay');
      await dialog(page).getByRole('button', { name: 'Đã giải quyết' }).click();
      await said(page, 'Yêu cầu đã được giải quyết.');
      await steps.getByText('Đã giao tệp tận tay').waitFor();
      expect(await steps.getByRole('button').count()).toBe(0);
      await page.context().close();
    });

    it('restricts a person and lifts it again', async () => {
      const page = await rightsOf('officer-cam-lo');
      await openPerson(page, NAME);
      await person(page).getByRole('button', { name: 'Hạn chế xử lý', exact: true }).click();
      await dialog(page).getByRole('textbox').fill('Đang tranh chấp');
      await dialog(page).getByRole('button', { name: 'Hạn chế xử lý', exact: true }).click();
      await said(page, `Đã hạn chế xử lý dữ liệu của ${NAME}.`);
      await person(page).getByRole('button', { name: 'Bỏ hạn chế' }).click();
      await dialog(page).getByRole('textbox').fill('Đã xong');
      await dialog(page).getByRole('button', { name: 'Bỏ hạn chế' }).click();
      await said(page, `Đã bỏ hạn chế xử lý dữ liệu của ${NAME}.`);
      await page.context().close();
    });

    it('erases somebody after showing what goes and what stays, by keyboard alone', async () => {
      const page = await rightsOf('officer-cam-lo');
      await openPerson(page, NAME);
      await request(page, 'ERASE').getByRole('button', { name: 'Xem trước và xóa' }).press('Enter');
      const lines = dialog(page).locator('[data-line]');
      await lines.first().waitFor();
      expect(await seenText(dialog(page).locator('[data-line="NAME_AND_PHONE"]'))).toContain(
        'họ tên và số điện thoại',
      );
      expect(await seenText(dialog(page))).toMatch(/Sẽ mất hẳn[\s\S]*Vẫn còn lại/);
      await picture(page, 'rights-erase');
      await dialog(page).getByRole('button', { name: 'Đã đọc, tiếp tục' }).press('Enter');
      await dialog(page).getByLabel('Vì sao được xóa (không ghi họ tên)').fill('Theo đơn số 12');
      await dialog(page).getByRole('button', { name: 'Xóa vĩnh viễn' }).press('Enter');
      await dialog(page).getByText('Hãy đánh dấu là đã đọc trước khi xóa.').waitFor();
      await picture(page, 'rights-erase-sure');
      expect((await officer.rights.of({ id: ids[NAME] ?? '' })).isErased).toBe(false);
      await dialog(page).getByLabel('Tôi đã đọc, và hiểu rằng không thể khôi phục').press('Space');
      await dialog(page).getByRole('button', { name: 'Xóa vĩnh viễn' }).press('Enter');
      await dialog(page).getByText('Bản sao lưu làm trước lúc này').waitFor();
      await picture(page, 'rights-erased');
      await dialog(page).getByRole('button', { name: 'Đóng' }).press('Enter');
      await said(page, 'Đã xóa dữ liệu cá nhân; yêu cầu đã kết thúc.');
      await person(page).getByText('Chỗ ẩn danh còn lại').waitFor();
      expect(await seenText(page.locator('body'))).not.toContain(NAME);
      expect((await officer.rights.of({ id: ids[NAME] ?? '' })).isErased).toBe(true);
      await page.context().close();
    });

    it('gives the record of processing, also on a narrow screen', async () => {
      const page = await rightsOf('officer-cam-lo', 390);
      const file = await downloadBy(page, () =>
        work(page)
          .getByRole('button', { name: 'Tải về Hồ sơ hoạt động xử lý dữ liệu cá nhân, DOCX' })
          .click(),
      );
      expect(file.name).toMatch(/^Hồ sơ hoạt động xử lý dữ liệu cá nhân - .*\.docx$/);
      expect(file.bytes.subarray(0, 2).toString()).toBe('PK');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(overflow).toBe(false);
      await work(page).getByLabel('Xem', { exact: true }).selectOption('ALL');
      await work(page)
        .getByRole('button', { name: `Mở hồ sơ: ${OTHER}` })
        .waitFor();
      await picture(page, 'rights-narrow');
      await page.context().close();
    });

    it('lets a person see what is held, and ask, without the steps of an officer', async () => {
      const page = await rightsOf('member-cam-lo');
      await person(page).getByRole('heading', { level: 3 }).waitFor();
      await person(page).getByRole('button', { name: 'Ghi nhận yêu cầu' }).click();
      await person(page).locator('[data-form="receive"] button[type="submit"]').click();
      await said(page, 'Đã ghi nhận yêu cầu xem dữ liệu');
      expect(await request(page, 'SEE').getByRole('button').count()).toBe(0);
      expect(await person(page).getByRole('button', { name: 'Hạn chế xử lý' }).count()).toBe(0);
      await picture(page, 'rights-own');
      await page.context().close();
    });
  },
);
