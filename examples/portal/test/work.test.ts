import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_BROWSER, seenText, startBrowser, visit } from './support/browser.ts';
import {
  activity,
  clientOf,
  describeActivity,
  earlierToday,
  said,
  signedIn,
  work,
} from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;

const as = (account: string, width?: number) =>
  signedIn(browser, stack, { account, ...(width !== undefined && { width }) });

const record = (page: Page) => page.getByRole('button', { name: 'Ghi nhận hoạt động' });
const send = (page: Page) => page.getByRole('button', { name: 'Gửi để xác nhận' });

describe.skipIf(NO_BROWSER !== null)(
  `the daily work on the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 60_000 },
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
      // The team of the town that was merged goes on in the commune of today: there its work counts.
      const officer = clientOf(stack, 'officer-cam-lo');
      const team = await officer.teams.get({ code: 'QTR-CLO-X01' });
      await officer.teams.update({ id: team.id, expectedVersion: team.version, unitCode: '19597' });
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('goes from the team to the officer, back, and onto the board', async () => {
      const title = 'Hướng dẫn cài VNeID tại nhà văn hóa';
      const [leader, officer] = await Promise.all([as('leader-cam-lo'), as('officer-cam-lo')]);
      await record(leader.page).click();
      await describeActivity(leader.page, title);
      await send(leader.page).click();
      await said(leader.page, `Đã ghi nhận “${title}”`);

      await officer.page.reload();
      const waiting = activity(officer.page, title);
      await waiting.getByRole('button', { name: 'Trả lại' }).click();
      await officer.page.getByLabel('Cần sửa điều gì').fill('Ghi thêm địa điểm');
      await waiting.getByRole('button', { name: 'Trả lại' }).click();
      await said(officer.page, `Đã trả lại “${title}”`);
      await waiting.waitFor({ state: 'detached' });

      await leader.page.reload();
      const returned = activity(leader.page, title);
      await returned.getByText('Cán bộ trả lại: Ghi thêm địa điểm').waitFor();
      await returned.getByRole('button', { name: 'Sửa và gửi lại' }).click();
      await leader.page.getByLabel('Địa điểm').fill('Nhà văn hóa thị trấn');
      await leader.page.getByRole('button', { name: 'Lưu và gửi lại' }).click();
      await said(leader.page, `Đã lưu “${title}”`);

      await officer.page.reload();
      await activity(officer.page, title).getByRole('button', { name: 'Xác nhận' }).click();
      await said(officer.page, `Đã xác nhận “${title}”`);
      const reached = work(officer.page).getByRole('row', { name: /^Số lượt người được tiếp cận/ });
      await reached.filter({ hasText: '12 người' }).waitFor();
      expect(leader.complaints.concat(officer.complaints)).toEqual([]);
      await Promise.all([leader.page.context().close(), officer.page.context().close()]);
    });

    it('is not for people of other teams, and says so', async () => {
      const { page, complaints } = await as('leader-da-nang');
      expect(await seenText(work(page))).not.toContain('Cam Lộ');
      await page.goto(`${stack.pageUrl}?unit=468&asOf=2023-09-30&search=cam+lo&team=QTR-CLO-X01`);
      await page.getByRole('heading', { level: 3, name: /thị trấn Cam Lộ/ }).waitFor();
      await page.getByText('Chỉ người của tổ và cán bộ phụ trách địa bàn').waitFor();
      expect(await seenText(page.locator('.team-detail'))).not.toContain('Hướng dẫn cài VNeID');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('shows on the board what others do, without being told to', async () => {
      const { page } = await visit(browser, stack.pageUrl);
      await page.clock.install();
      await page.getByRole('button', { name: 'Đăng nhập dùng thử' }).click();
      await page.locator('[data-account="officer-cam-lo"]').click();
      const row = work(page).getByRole('row', { name: /^Số hoạt động đã xác nhận/ });
      await row.waitFor();
      const before = Number(/\d+/.exec(await seenText(row.getByRole('cell').first()))?.[0]);
      const leader = clientOf(stack, 'leader-cam-lo');
      const [role] = (await leader.viewer())?.roles ?? [];
      const made = await leader.activities.record({
        ...{ teamId: role?.team?.id ?? '', kind: 'MEETING', title: 'Họp tổ' },
        startsAt: `${earlierToday()}:00+07:00`,
      });
      await clientOf(stack, 'officer-cam-lo').activities.verify({ id: made.id, expectedVersion: 1 });
      await page.clock.fastForward(15_000);
      await row
        .getByRole('cell')
        .first()
        .filter({ hasText: `${before + 1}` })
        .waitFor();
      await page.context().close();
    });

    it('lets nobody verify what is their own, and says why', async () => {
      const officer = clientOf(stack, 'officer-cam-lo');
      const team = await officer.teams.get({ code: 'QTR-CLO-X01' });
      const startsAt = `${earlierToday()}:00+07:00`;
      await officer.activities.record({
        teamId: team.id,
        kind: 'MEETING',
        title: 'Họp do cán bộ ghi',
        startsAt,
      });
      const { page } = await as('officer-cam-lo');
      const own = activity(page, 'Họp do cán bộ ghi');
      await own.getByRole('button', { name: 'Xác nhận' }).click();
      await own.getByText('Không ai tự xác nhận hoạt động của mình').waitFor();
      await page.context().close();
    });

    it('lets a leader take somebody into the team, and asks before it lets somebody go', async () => {
      const { page, complaints } = await as('leader-cam-lo');
      await page.getByRole('button', { name: 'Thêm thành viên' }).click();
      await page.getByLabel('Họ và tên').fill('Hồ Thị Ven (giả lập)');
      await page.getByLabel('Số điện thoại di động').fill('12345');
      await page.getByRole('button', { name: 'Thêm thành viên' }).click();
      const phone = page.getByLabel('Số điện thoại di động');
      expect(await phone.getAttribute('aria-invalid')).toBe('true');
      await phone.fill('0912 345 678');
      await page.getByRole('button', { name: 'Thêm thành viên' }).click();
      await said(page, 'Đã thêm Hồ Thị Ven (giả lập)');
      const person = work(page).locator('.people li', { hasText: 'Hồ Thị Ven' });
      await person.waitFor();
      expect(await seenText(person)).toMatch(/Điện thoại: .*678/);
      expect(await seenText(person)).not.toContain('912');

      await person.getByRole('button', { name: 'Cho thôi tham gia' }).click();
      const question = page.getByRole('dialog', { name: 'Cho Hồ Thị Ven (giả lập) thôi tham gia tổ?' });
      await question.waitFor();
      await page.keyboard.press('Escape');
      await question.waitFor({ state: 'detached' });
      await person.getByRole('button', { name: 'Cho thôi tham gia' }).click();
      await question.getByLabel('Lý do').fill('Chuyển nơi ở');
      await question.getByRole('button', { name: 'Cho thôi tham gia' }).click();
      await said(page, 'Hồ Thị Ven (giả lập) thôi tham gia tổ');
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    it('shows a member the team, and none of what is the leader’s to do', async () => {
      const { page } = await as('member-cam-lo');
      await work(page).locator('.people li').first().waitFor();
      expect(await page.getByRole('button', { name: 'Thêm thành viên' }).count()).toBe(0);
      expect(await page.getByRole('button', { name: /Cho thôi tham gia/ }).count()).toBe(0);
      await page.context().close();
    });

    it('sets a target, and asks for the reason of a change once the period has begun', async () => {
      const { page, complaints } = await as('officer-cam-lo');
      const targets = work(page).locator('[data-part="targets"]');
      await targets.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
      await targets.getByLabel('Chỉ tiêu', { exact: true }).selectOption('REACHED');
      await targets.getByLabel('Mức giao').fill('khoảng chừng');
      await targets.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
      expect(await targets.getByLabel('Mức giao').getAttribute('aria-invalid')).toBe('true');
      await targets.getByLabel('Mức giao').fill('24');
      await targets.getByRole('button', { name: 'Giao chỉ tiêu' }).click();
      await said(page, 'Đã giao chỉ tiêu');
      const goal = work(page).getByRole('row', { name: /^Số lượt người được tiếp cận/ });
      await goal.filter({ hasText: 'ít nhất 24 người' }).waitFor();
      expect(await seenText(goal)).toMatch(/đạt 50% mục tiêu/);

      await targets.getByRole('button', { name: /^Sửa/ }).click();
      await targets.getByLabel('Mức giao').fill('12');
      await targets.getByRole('button', { name: 'Giao chỉ tiêu' }).last().click();
      await targets.getByText(/hãy ghi lý do/).waitFor();
      await targets.getByLabel('Lý do').fill('Mưa lũ nửa tháng');
      await targets.getByRole('button', { name: 'Giao chỉ tiêu' }).last().click();
      await targets.getByText(/Mưa lũ nửa tháng/).waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });
  },
);
