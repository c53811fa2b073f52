import { createClient } from '@cnscd/sdk';
import type { Browser, Page } from 'playwright-core';
import sql from 'sql-template-tag';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setDemoTargets } from '../../../scripts/start/demo-targets.ts';
import { NO_BROWSER, startBrowser } from '../../portal/test/support/browser.ts';
import { type Line, lineOf } from './support/faults.ts';
import { openPhone, type Phone, signIn } from './support/phone.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;
let phone: Phone & { line: Line };

const PHUONG = 'Phan Thu Phượng';

describe.skipIf(NO_BROWSER !== null)(
  `recording${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
  { timeout: 60_000 },
  () => {
    beforeAll(async () => {
      stack = await startStack();
      browser = await startBrowser();
      const opened = await openPhone(browser);
      phone = { ...opened, line: await lineOf(opened.context, stack) };
      await phone.page.goto(stack.appUrl);
      await signIn(phone, PHUONG);
    });
    afterAll(async () => {
      await browser?.close();
      await stack?.close();
    });
    beforeEach(async () => {
      phone.line.let('ReplayOutbox', 'PASS');
      await phone.page.goto(stack.appUrl);
      await phone.page.locator('.record-button:enabled').waitFor();
    });

    it('says of a phone that has never sent anything that nothing waits, and not that all was sent', async () => {
      const { page } = phone;
      await page.locator('.sync-count', { hasText: 'Không có gì chờ gửi' }).waitFor();
      await page.getByText('Chưa gửi lần nào từ máy này').waitFor();
      expect(await page.locator('[data-all-sent="true"]').count()).toBe(0);
    });

    it('takes two taps of one thumb for one activity', async () => {
      const { page, line } = phone;
      line.let('ReplayOutbox', 'LOST');
      await begin(page, 'MEETING');
      await page.locator('.save button').evaluate((button: HTMLButtonElement) => {
        button.click();
        button.click();
      });
      await page.locator('.sync').waitFor();
      await begin(page, 'MEETING');
      const place = await page.locator('.save button').boundingBox();
      const middle = { x: (place?.x ?? 0) + (place?.width ?? 0) / 2, y: (place?.y ?? 0) + 20 };
      const slow = await phone.context.newCDPSession(page);
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
      await Promise.all([0, 1].map(() => page.touchscreen.tap(middle.x, middle.y)));
      await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await page.getByRole('heading', { name: 'Ghi hoạt động' }).waitFor({ state: 'detached' });
      // The second tap may have met what stands at the same place of the next screen.
      await page.goto(stack.appUrl);
      await page.locator('.sync-count', { hasText: '2 hoạt động chờ đồng bộ' }).waitFor();
      line.let('ReplayOutbox', 'PASS');
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      const [count] = await stack.database.rows<{ meetings: number }>(
        sql`select count(*)::int as meetings from activity where kind = 'MEETING' and title like 'Họp tổ%'
          and recorded_at > now() - interval '5 minutes'`,
      );
      expect(count?.meetings).toBe(2);
    });

    it('asks of a meeting neither a topic nor counts, and sends none that were typed before', async () => {
      const { page, line } = phone;
      await begin(page, 'MARKET_VISIT');
      await page.getByLabel('Được tuyên truyền').fill('1.5');
      await page.getByRole('button', { name: 'Đổi việc' }).tap();
      await page.locator('[data-kind="MEETING"]').tap();
      await page.locator('.save button:focus').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').count()).toBe(0);
      expect(await page.getByLabel('Hướng dẫn về').count()).toBe(0);
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      const sent = JSON.stringify(line.inputs('ReplayOutbox').at(-1));
      expect(sent).toContain('"title":"Họp tổ"');
      expect(sent).toContain('"outcomes":[]');
    });

    it('begins with the topic that the person chose last, also after a meeting', async () => {
      const { page } = phone;
      const topic = page.getByLabel('Hướng dẫn về');
      await begin(page, 'MARKET_VISIT');
      expect(await topic.inputValue()).toBe('E_ID');
      await topic.selectOption('QR_PAYMENT');
      for (const kind of ['MEETING', 'HOUSEHOLD_VISIT']) {
        await page.getByRole('button', { name: 'Lưu' }).tap();
        await page.locator('.sync').waitFor();
        await page.reload();
        await begin(page, kind);
      }
      expect(await topic.inputValue()).toBe('QR_PAYMENT');
      await topic.selectOption('E_ID');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
    });

    it('takes dots for thousands and for nothing else, and an empty date for none', async () => {
      const { page } = phone;
      await begin(page, 'MARKET_VISIT');
      const reached = page.getByLabel('Được tuyên truyền');
      await reached.fill('1.5');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.getByText('Chỉ ghi số nguyên').waitFor();
      await reached.fill('1.500');
      await page.locator('summary').tap();
      await page.getByLabel('Bắt đầu lúc').fill('');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.getByText('Hãy chọn ngày giờ.').waitFor();
      await page.getByLabel('Bắt đầu lúc').fill(`${todayThere()}T00:00`);
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      const rows = await stack.database.rows<{ reached: number }>(
        sql`select reached from activity_outcome where reached = 1500`,
      );
      expect(rows).toHaveLength(1);
    });

    it('shows the day of what was begun on another one, and lets it be thrown away', async () => {
      const { page } = phone;
      await begin(page, 'MARKET_VISIT');
      await page.getByLabel('Được tuyên truyền').fill('77');
      await page.locator('summary').tap();
      await page.getByLabel('Bắt đầu lúc').fill('2026-01-02T08:00');
      await page.reload();
      await page.getByText('đang ghi dở').waitFor();
      expect(await page.getByLabel('Bắt đầu lúc').isVisible()).toBe(true);
      await page.getByRole('button', { name: 'Bỏ, ghi mới' }).tap();
      await page.locator('[data-kind="MARKET_VISIT"]').tap();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('');
      await page.locator('summary').tap();
      expect(await page.getByLabel('Bắt đầu lúc').inputValue()).toContain(todayThere());
      await page.reload();
      // Only the kind was chosen since.
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('');
      await page.getByRole('button', { name: 'Bỏ, ghi mới' }).tap();
    });

    it('keeps what was typed before there was no room any more', async () => {
      const { page } = phone;
      await begin(page, 'MARKET_VISIT');
      await page.getByLabel('Được tuyên truyền').fill('61');
      await page.evaluate(() => {
        // To the last character.
        let filler = '';
        for (let length = 8_000_000; length >= 1; length = Math.floor(length / 2)) {
          try {
            window.localStorage.setItem('filler', filler + 'x'.repeat(length));
            filler += 'x'.repeat(length);
          } catch {
            // Half of it, then.
          }
        }
      });
      await page.locator('summary').tap();
      await page.getByLabel('Ghi chú').fill('Bà Lan cần cài VNeID');
      await page.reload();
      await page.getByText('đang ghi dở').waitFor();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('61');
      await page.evaluate(() => window.localStorage.removeItem('filler'));
      await page.getByRole('button', { name: 'Bỏ, ghi mới' }).tap();
    });

    it('keeps a note that is looked at, mended, and looked at again', async () => {
      const { page } = phone;
      await page.goto(`${stack.appUrl}note`);
      await page.locator('[data-kind="HOUSEHOLD_VISIT"]').tap();
      await page.getByLabel('Được tuyên truyền').fill('7');
      await page.locator('summary').tap();
      await page.getByLabel('Ghi chú').fill('Bà Lan cần cài VNeID');
      await page.getByRole('button', { name: 'Xem tin nhắn' }).tap();
      await page.locator('.share-text', { hasText: 'Bà Lan' }).waitFor();
      await page.getByRole('button', { name: 'Sửa lại' }).tap();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('7');
      expect(await page.getByLabel('Ghi chú').inputValue()).toBe('Bà Lan cần cài VNeID');
      await page.getByRole('button', { name: 'Xem tin nhắn' }).tap();
      await page.locator('.share-text').waitFor();
      await page.reload();
      expect(await page.getByLabel('Được tuyên truyền').inputValue()).toBe('7');
      await page.getByRole('button', { name: 'Xem tin nhắn' }).tap();
      await page.getByRole('button', { name: 'Ghi việc khác' }).tap();
      await page.locator('[data-kind="HOUSEHOLD_VISIT"]').waitFor();
      await page.reload();
      await page.locator('[data-kind="HOUSEHOLD_VISIT"]').waitFor();
      expect(await page.getByText('đang ghi dở').count()).toBe(0);
    });

    it('opens again after what it has kept was not what it looked for, and loses nothing that waits', async () => {
      const { page, line } = phone;
      line.let('ReplayOutbox', 'LOST');
      await begin(page, 'HOUSEHOLD_VISIT');
      await page.getByLabel('Được tuyên truyền').fill('5');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync[data-waits="1"]').waitFor();
      line.let('Viewer', 'LOST');
      await page.evaluate(() => {
        const name = Object.keys(window.localStorage).find((each) => each.endsWith('/loaded/teams'));
        window.localStorage.setItem(name ?? '', '{"value":{"teams":[{}]},"loadedAt":"x"}');
      });
      await page.reload();
      await page.getByRole('button', { name: 'Mở lại' }).tap();
      await page.locator('.sync[data-waits="1"]').waitFor();
      line.let('Viewer', 'PASS');
      line.let('ReplayOutbox', 'PASS');
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
    });

    it('begins each screen at its name, for who hears it', async () => {
      const { page } = phone;
      await page.getByRole('button', { name: 'Chỉ tiêu' }).tap();
      await expect.poll(() => page.title()).toBe('Chỉ tiêu của tổ · Tổ công nghệ số');
      const focused = () => page.evaluate(() => document.activeElement?.tagName);
      await expect.poll(focused).toBe('H1');
      await page.getByRole('button', { name: 'Quay lại' }).tap();
      await expect.poll(() => page.title()).toBe('Tổ công nghệ số');
      await expect.poll(focused).toBe('H1');
    });

    it('shows how the team stands against a target', async () => {
      const { page } = phone;
      const team = await teamId();
      const period = todayThere().slice(0, 7);
      // As `npm start` does at each start: a second one changes nothing.
      const { accounts, gatewayUrl: graphqlUrl } = stack;
      for (let start = 0; start < 2; start += 1)
        await setDemoTargets({ accounts, issuer: stack, graphqlUrl });
      const { items } = await office().activities.list({ teamId: team, period, first: 1 });
      const [activity] = items;
      if (activity === undefined) throw new Error('nothing was recorded');
      await office().activities.verify({ id: activity.id, expectedVersion: activity.version });
      await page.getByRole('button', { name: 'Chỉ tiêu' }).tap();
      const row = page.locator('[data-code="VERIFIED_ACTIVITIES"]');
      await row.getByText(/Chỉ tiêu: .*4 hoạt động/).waitFor();
      await row.getByText('1 hoạt động', { exact: true }).waitFor();
      await row.getByText('đạt 25%').waitFor();
      const codes = page.locator('.kpi').evaluateAll((rows) => rows.map((row) => row.dataset['code']));
      expect((await codes).slice(0, 2)).toEqual(['ASSISTED', 'VERIFIED_ACTIVITIES']);
      const [targets] = await stack.database.rows<{ revised: number }>(
        sql`select count(*)::int as revised from target where team_id = ${team}::uuid and revision > 1`,
      );
      expect(targets?.revised).toBe(0);
    });

    it('says in the report what was given back, and does not count it', async () => {
      const { page } = phone;
      await begin(page, 'PROPAGANDA_SESSION');
      await page.getByLabel('Được tuyên truyền').fill('20.000');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      const team = await teamId();
      const period = todayThere().slice(0, 7);
      const { items } = await office().activities.list({ teamId: team, period, first: 50 });
      const given = items.find(({ status, title }) => status === 'DONE' && title.includes('chợ'));
      if (given === undefined) throw new Error('nothing to give back');
      const counted = items.filter(({ status }) => status === 'DONE' || status === 'VERIFIED').length;
      await office().activities.return({
        ...{ id: given.id, expectedVersion: given.version, reason: 'Số người chưa khớp' },
      });
      await page.getByRole('button', { name: 'Gửi báo cáo' }).tap();
      const text = page.locator('.share-text', { hasText: 'Cán bộ trả lại, chưa tính ở trên: 1' });
      await text.waitFor();
      expect(await text.textContent()).toContain(`Hoạt động đã làm: ${counted - 1} `);
      expect(await text.textContent()).toMatch(/tuyên truyền 2\d\.\d{3}/);
    });

    it('works for the team that was chosen, of several', async () => {
      const { page, line } = phone;
      const other = await anotherTeam();
      const membership = await office().members.add({
        ...{ teamId: other.id, memberId: account().memberId, from: '2026-01-01' },
      });
      await page.reload();
      const choice = page.getByLabel('Đang làm việc cho tổ');
      await choice.selectOption({ label: other.name });
      await page.locator('.team-name', { hasText: other.name }).waitFor();
      await page.reload();
      await page.locator('.team-name', { hasText: other.name }).waitFor();
      await begin(page, 'ONE_STOP_DESK_DUTY');
      await page.getByText(`Ghi cho: ${other.name}`).waitFor();
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      const sent = line.inputs('ReplayOutbox').at(-1);
      expect(JSON.stringify(sent)).toContain(other.id);
      await page.getByRole('button', { name: 'Tổ của tôi' }).tap();
      await page.locator('.card h2', { hasText: other.name }).waitFor();

      // What was refused for a team that was left meanwhile is, once mended, that of the team one is of.
      await page.getByRole('button', { name: 'Quay lại' }).tap();
      await page.clock.setFixedTime(Date.now() + 86_400_000);
      await begin(page, 'ONE_STOP_DESK_DUTY');
      await page.getByLabel('Được tuyên truyền').fill('801');
      await page.getByRole('button', { name: 'Lưu' }).tap();
      await page.locator('.sync-count', { hasText: '1 hoạt động cần sửa' }).waitFor();
      await page.clock.setFixedTime(Date.now());
      const { id, version } = membership;
      await office().members.endMembership({
        ...{ id, expectedVersion: version, lastDay: '2026-01-02', reason: 'Chuyển nơi ở' },
      });
      await page.reload();
      await choice.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Xem' }).tap();
      await page.getByRole('button', { name: 'Sửa' }).tap();
      await page.getByLabel('Bắt đầu lúc').fill(`${todayThere()}T00:00`);
      await page.getByRole('button', { name: 'Lưu', exact: true }).tap();
      await page.locator('.sync-count', { hasText: 'Đã gửi hết' }).waitFor();
      const [stored] = await stack.database.rows<{ team: string }>(sql`
        select a.team_id as team from activity a join activity_outcome o on o.activity_id = a.id
        where o.reached = 801`);
      expect(stored?.team).toBe(await teamId());
    });
  },
);

async function begin(page: Page, kind: string): Promise<void> {
  await page.locator('.record-button:enabled').tap();
  await page.locator(`[data-kind="${kind}"]`).tap();
  await page.locator(kind === 'MEETING' ? '.save button:focus' : '.counts input:focus').waitFor();
}

const todayThere = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const office = () => createClient({ url: stack.gatewayUrl, getToken: () => stack.tokenFor('administrator') });

function account() {
  const found = stack.accounts.find(({ name }) => name.vi.includes(PHUONG));
  if (found?.memberId == null) throw new Error(`nobody is called ${PHUONG}`);
  return { memberId: found.memberId };
}

async function teamId(): Promise<string> {
  const { memberships } = await office().members.get({ id: account().memberId });
  const membership = memberships.find(({ to }) => to === null);
  if (membership === undefined) throw new Error('of no team');
  return membership.team.id;
}

async function anotherTeam() {
  const own = await teamId();
  const { items } = await office().teams.list({ unitCode: '19597', first: 20, status: 'ACTIVE' });
  const other = items.find(({ id }) => id !== own);
  if (other === undefined) throw new Error('there is one team only');
  return other;
}
