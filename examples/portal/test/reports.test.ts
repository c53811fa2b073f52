import { mkdirSync } from 'node:fs';
import { createClient } from '@cnscd/sdk';
import type { DemoAccount } from '@cnscd/subgraph';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addActivity,
  addTeam,
  makeReportingCountry,
} from '../../../packages/subgraph/test/features/reports/reporting-country.ts';
import { testDatabase } from '../../../packages/subgraph/test/support/database.ts';
import { NO_BROWSER, seenText, startBrowser, visit } from './support/browser.ts';
import { said, work } from './support/people.ts';
import { type Stack, startStack } from './support/stack.ts';

/** The third quarter of 2026, with two communes that become one in the middle of it. */
let day = '2026-08-10';
const now = () => new Date(`${day}T03:00:00Z`);

let stack: Stack;
let browser: Browser;
let changeRegister: () => Promise<void>;

const officer = (id: string, role: DemoAccount['role'], code: string): DemoAccount => ({
  ...{ id, role, subject: id, memberId: null, roles: [`${role}:${code}`] },
  ...{ name: { vi: id, en: id }, unit: { vi: code, en: code } },
});
const leader = (id: string, memberId: string): DemoAccount => ({
  ...{ id, role: 'LEADER', subject: memberId, memberId, roles: [] },
  ...{ name: { vi: id, en: id }, unit: { vi: id, en: id } },
});

/** Somebody with the part of the reports open, on the day that it is. */
async function reporting(account: string, width = 1280): Promise<Page> {
  const { page } = await visit(browser, stack.pageUrl, { viewport: { width, height: 900 } });
  await page.clock.setFixedTime(now());
  await page.getByRole('button', { name: 'Đăng nhập dùng thử' }).click();
  await page.locator(`[data-account="${account}"]`).click();
  await page.getByRole('tab', { name: 'Báo cáo kỳ' }).click();
  await page.getByLabel('Mẫu báo cáo').selectOption('VILLAGE_SUPPORT');
  await page.getByLabel('Kỳ báo cáo').selectOption('2026-Q3');
  return page;
}

const steps = (page: Page) => work(page).locator('.report-steps');
const child = (page: Page, unit: string) => work(page).getByRole('row', { name: new RegExp(`^${unit}`) });
const count = (page: Page, name: string) => seenText(work(page).locator(`[data-count="${name}"] dd`));
const assisted = (page: Page): Locator =>
  work(page)
    .locator('.stacked')
    .getByRole('row', { name: /hỗ trợ trực tiếp/ })
    .first();
const inOwn = (page: Page) => work(page).locator('[data-part="report"]');

/** Presses a step of the report that is open and answers what is asked. */
async function take(page: Page, step: string, reason?: string): Promise<void> {
  await steps(page).getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (reason !== undefined) await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: step, exact: true }).click();
  await said(page, `Đã ${step.toLowerCase()} báo cáo của`);
}

/** Every line of a report with its value and where it is from, as it stands on the page. */
const linesOf = async (place: Locator) =>
  Promise.all((await place.locator('.stacked tbody tr').all()).map((row) => seenText(row)));

/** Opens the own report, or that of the only village. */
async function openOwn(page: Page): Promise<void> {
  await work(page)
    .getByRole('button', { name: /^(Lập báo cáo|Mở báo cáo|Lập hoặc mở báo cáo)$/ })
    .first()
    .click();
  await inOwn(page).getByRole('heading', { level: 3 }).waitFor();
}

async function sendOwn(account: string): Promise<void> {
  const page = await reporting(account);
  await openOwn(page);
  await take(page, 'Gửi');
  await page.context().close();
}

async function decide(account: string, unit: string, step: string, reason?: string): Promise<void> {
  const page = await reporting(account);
  await work(page)
    .getByRole('button', { name: `Mở báo cáo: ${unit}` })
    .click();
  await take(page, step, reason);
  await page.context().close();
}

async function picture(place: Page | Locator, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await place.screenshot({ path: `${folder}/${name}.png` });
}

describe.skipIf(NO_BROWSER !== null)(
  `a quarter on the portal page${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 180_000 },
  () => {
    beforeAll(async () => {
      const database = await testDatabase('empty');
      await makeReportingCountry(database);
      changeRegister = async () => {
        await addActivity(database, teams.get('v1')?.id ?? '', '2026-07-06', [1000, 1000]);
        await database.pool.query(`update activity_outcome set succeeded = 1 where succeeded > 1`);
        await database.pool.query(`update indicator set name_vi = 'Tên khác' where code = 'ASSISTED'`);
      };
      const teams = new Map<string, { id: string; leaderId: string }>();
      for (const unit of ['v1', 'v2', '00001', '00002', '00003', '00004', '01', '00021'])
        teams.set(unit, await addTeam(database, unit));
      const act = (unit: string, on: string, counts: [number, number]) =>
        addActivity(database, teams.get(unit)?.id ?? '', on, counts);
      await act('v1', '2026-07-05', [10, 8]);
      await act('v2', '2026-08-20', [6, 3]);
      await act('00001', '2026-09-30', [4, 4]);
      await act('00002', '2026-07-20', [20, 10]);
      await act('00002', '2026-09-01', [5, 5]);
      await act('00003', '2026-08-14', [7, 7]);
      await act('00004', '2026-07-31', [3, 1]);
      await act('01', '2026-09-09', [2, 2]);
      stack = await startStack({
        database,
        clock: now,
        accounts: [
          officer('nation', 'ADMINISTRATOR', 'VN'),
          officer('province', 'PROVINCIAL_OFFICER', '01'),
          ...['00001', '00002', '00004', '00005'].map((code) =>
            officer(`commune-${code}`, 'COMMUNE_OFFICER', code),
          ),
          leader('leader-v1', teams.get('v1')?.leaderId ?? ''),
          leader('leader-v2', teams.get('v2')?.leaderId ?? ''),
        ],
      });
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });

    it('is opened while it runs, and not sent before it is over', async () => {
      const page = await reporting('commune-00002');
      await openOwn(page);
      await steps(page).getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Gửi', exact: true }).click();
      await page.getByRole('dialog').getByRole('alert').waitFor();
      await picture(page, 'too-early-1280');
      await page.context().close();
    });

    it('is given up as a draft, after a question, as long as nobody has sent it', async () => {
      const page = await reporting('commune-00004');
      await openOwn(page);
      await picture(work(page), 'draft-1280');
      await steps(page).getByRole('button', { name: 'Bỏ bản nháp' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('mất hẳn').waitFor();
      await picture(page, 'discard-1280');
      await dialog.getByRole('button', { name: 'Bỏ bản nháp' }).click();
      await said(page, 'Đã bỏ bản nháp báo cáo của 00004.');
      await work(page).getByText('Chưa lập báo cáo.').waitFor();
      await page.context().close();
    });

    it('goes on after a merger with who took over, corrected with a reason, both halves in sight', async () => {
      day = '2026-09-20';
      const nation = createClient({ url: stack.gatewayUrl, getToken: () => stack.tokenFor('nation') });
      await nation.units.merge({
        ...{ fromUnits: [{ code: '00002' }, { code: '00003' }], code: '00005', name: 'Mới', kind: 'XA' },
        ...{ effectiveOn: '2026-08-15', source: { title: 'Nghị quyết sáp nhập' } },
      });
      day = '2026-10-02';
      const page = await reporting('commune-00005');
      await work(page)
        .locator('[data-part="waiting-reports"]')
        .getByRole('button', { name: '00002' })
        .click();
      await inOwn(page).getByText('Số liệu nguồn đã thay đổi').waitFor();
      await picture(work(page), 'stale-1280');
      await work(page).getByRole('button', { name: 'Điền lại số liệu' }).click();
      await said(page, 'Đã điền lại');
      await assisted(page).getByRole('button', { name: /^Sửa/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Kết quả').fill('hai mươi');
      await dialog.getByLabel('Lý do').fill('Hai người ghi sổ giấy');
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      expect(await dialog.getByLabel('Kết quả').getAttribute('aria-invalid')).toBe('true');
      await picture(page, 'correct-1280');
      await dialog.getByLabel('Kết quả').fill('22');
      await dialog.getByRole('button', { name: 'Lưu' }).click();
      await said(page, 'Đã sửa');
      await assisted(page).filter({ hasText: 'thay cho 20 người' }).waitFor();
      expect(await seenText(assisted(page))).toMatch(/22 người[\s\S]*Hai người ghi sổ giấy/);
      await take(page, 'Gửi');
      await picture(work(page), 'report-1280');
      await page.context().close();
      await decideWaiting('province', '00002', 'Duyệt');

      const merged = await reporting('commune-00005');
      await openOwn(merged);
      const halves = await seenText(assisted(merged));
      expect(halves).toMatch(/00002, 01\/07\/2026 – 14\/08\/2026: 22/);
      expect(halves).toMatch(/00003, 01\/07\/2026 – 14\/08\/2026: 7/);
      await picture(work(merged), 'merged-1280');
      await correctRate(merged);
      await take(merged, 'Gửi');
      await merged.context().close();
      await decide('province', 'Xã Mới', 'Duyệt');
    });

    it('comes up from villages, one of them returned with a reason', async () => {
      await sendOwn('leader-v1');
      await sendOwn('leader-v2');
      await decide('commune-00001', 'v2', 'Trả lại', 'Thiếu buổi ngày 20/8');
      const page = await reporting('leader-v2');
      await openOwn(page);
      await inOwn(page).getByText('Trả lại, lý do: Thiếu buổi ngày 20/8').waitFor();
      await inOwn(page).getByText('Quá trình xử lý').click();
      await inOwn(page).locator('.trail').getByText('Thiếu buổi ngày 20/8').waitFor();
      await picture(work(page), 'returned-1280');
      await take(page, 'Gửi');
      await page.context().close();
      for (const village of ['v1', 'v2']) await decide('commune-00001', village, 'Duyệt');
      await sendOwn('commune-00001');
      await decide('province', '00001', 'Duyệt');
    });

    it('shows who is late, does without them, and takes them after all', async () => {
      day = '2026-10-08';
      const page = await reporting('province');
      await child(page, '00004').waitFor();
      expect(await seenText(child(page, '00004'))).toMatch(/Chưa lập[\s\S]*trễ 2 ngày làm việc/);
      expect([await count(page, 'missing'), await count(page, 'late')]).toEqual(['1', '1']);
      await picture(work(page), 'progress-1280');
      const answer = async (name: string, reason: string) => {
        await work(page)
          .getByRole('button', { name: `${name}: 00004` })
          .click();
        await page.getByRole('dialog').getByLabel('Lý do').fill(reason);
        await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
      };
      await answer('Miễn', 'Xã bị ngập');
      await child(page, '00004').filter({ hasText: 'Được miễn' }).waitFor();
      await picture(work(page), 'waived-1280');
      expect([await count(page, 'waived'), await count(page, 'late')]).toEqual(['1', '0']);
      await answer('Bỏ miễn', 'Xã đã gửi được');
      await child(page, '00004').filter({ hasText: 'Chưa lập' }).waitFor();
      // Of the quarter that is due next year no days off are published yet, and the page says so.
      await page.getByLabel('Kỳ báo cáo').selectOption('2026-Q4');
      await work(page).getByText('Chưa tính được hạn gửi').first().waitFor();
      await picture(work(page), 'due-unknown-1280');
      await page.context().close();
      await sendOwn('commune-00004');
      await decide('province', '00004', 'Duyệt');
    });

    it('is gathered, approved and locked, and no change of the register moves it', async () => {
      await sendOwn('province');
      await decide('nation', '01', 'Duyệt');
      const page = await reporting('nation');
      await work(page).getByRole('button', { name: 'Miễn: 02' }).click();
      await page.getByRole('dialog').getByLabel('Lý do').fill('Chưa triển khai');
      await page.getByRole('dialog').getByRole('button', { name: 'Miễn', exact: true }).click();
      await child(page, '02').filter({ hasText: 'Được miễn' }).waitFor();
      await openOwn(page);
      expect(await seenText(assisted(page))).toMatch(/59[\s\S]*50%/);
      for (const step of ['Gửi', 'Duyệt', 'Khóa']) await take(page, step);
      await inOwn(page).getByText('Đã khóa').first().waitFor();
      const sealed = await linesOf(inOwn(page));
      expect(sealed).toHaveLength(5);
      await changeRegister();
      await page.reload();
      await page.clock.setFixedTime(now());
      await inOwn(page).getByText('Đã khóa').first().waitFor();
      expect(await linesOf(inOwn(page))).toEqual(sealed);
      await picture(work(page), 'locked-1280');

      await take(page, 'Mở lại', 'Số của 00004 ghi nhầm');
      await inOwn(page).getByText('lần 2').first().waitFor();
      await inOwn(page).getByText('Các lần đã khóa').click();
      const locked = inOwn(page).locator('[data-edition="1"]');
      await locked.waitFor();
      expect(await linesOf(locked)).toEqual(sealed);
      expect(await seenText(inOwn(page))).toMatch(/sha256\): [0-9a-f]{64}/);
      await picture(work(page), 'reopened-1280');
      await page.context().close();
      await mendBelow();
      const last = await reporting('nation');
      await openOwn(last);
      await work(last).getByRole('button', { name: 'Điền lại số liệu' }).click();
      await said(last, 'Đã điền lại');
      await assisted(last).filter({ hasText: '61 người' }).waitFor();
      for (const step of ['Gửi', 'Duyệt', 'Khóa']) await take(last, step);
      await inOwn(last).getByText('Các lần đã khóa').click();
      const first = inOwn(last).locator('[data-edition="1"]');
      await first.waitFor();
      expect(await linesOf(first)).toEqual(sealed);
      await last.context().close();
    });

    it.each([320, 360])('fits on a phone that is %s pixels wide', async (width) => {
      const page = await reporting('province', width);
      await child(page, '00004').waitFor();
      await picture(page, `progress-${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await openOwn(page);
      await assisted(page).waitFor();
      await picture(page, `report-${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await page.context().close();
    });
  },
);

/** Decides about a report that no unit of today stands for: it is among those that wait. */
async function decideWaiting(account: string, unit: string, step: string): Promise<void> {
  const page = await reporting(account);
  await work(page).locator('[data-part="waiting-reports"]').getByRole('button', { name: unit }).click();
  await take(page, step);
  await page.context().close();
}

/** Sets a rate by its parts, which the report above can join; the bare value is left to them. */
async function correctRate(page: Page): Promise<void> {
  const rate = work(page)
    .locator('.stacked')
    .getByRole('row', { name: /^Tỷ lệ/ })
    .first();
  await rate.getByRole('button', { name: /^Sửa/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tử số').fill('21');
  await dialog.getByLabel('Mẫu số').fill('34');
  expect(await dialog.getByLabel('Kết quả').isDisabled()).toBe(true);
  await picture(page, 'rate-1280');
  await dialog.getByLabel('Lý do').fill('Một người tính hai lần');
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await said(page, 'Đã sửa');
  await rate.filter({ hasText: '61,76%' }).waitFor();
}

/** Opens the reports below again, from the top down, mends the number of one commune, and carries it up. */
async function mendBelow(): Promise<void> {
  await decide('nation', '01', 'Mở lại', 'Số của 00004 ghi nhầm');
  await decide('province', '00004', 'Mở lại', 'Ghi nhầm');
  const page = await reporting('commune-00004');
  await openOwn(page);
  await assisted(page).getByRole('button', { name: /^Sửa/ }).click();
  await page.getByRole('dialog').getByLabel('Kết quả').fill('5');
  await page.getByRole('dialog').getByLabel('Lý do').fill('Ghi thiếu hai người');
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
  await said(page, 'Đã sửa');
  await take(page, 'Gửi');
  await page.context().close();
  await decide('province', '00004', 'Duyệt');
  const above = await reporting('province');
  await openOwn(above);
  await work(above).getByRole('button', { name: 'Điền lại số liệu' }).click();
  await said(above, 'Đã điền lại');
  await take(above, 'Gửi');
  await above.context().close();
  await decide('nation', '01', 'Duyệt');
}
