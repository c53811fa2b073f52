import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Board, UnitValue } from '../src/kpi-board/board-query.ts';
import { findings } from './support/axe.ts';
import { focused } from './support/focused.ts';
import type { Asked, HostPage } from './support/host-page.ts';
import { onStage } from './support/stage.ts';
import { visitHost } from './support/visitor.ts';

const BOARD =
  '<cnscd-kpi-board id="board" unit="45" period="2023" breakdown="DISTRICT" indicators="COMMUNES MEMBERS"></cnscd-kpi-board>';

const altered = (host: HostPage, change: (board: Board) => void) => (asked: Asked) =>
  host.altered<{ kpiBoard: Board }>(asked, ({ kpiBoard }) => change(kpiBoard));

/** A value against a target that it has attained so far. */
const attained = (attainment: number | null): Partial<UnitValue> => ({
  value: 43_210,
  qualifier: 'AT_LEAST',
  attainment,
  target:
    attainment === null
      ? null
      : { comparator: 'AT_LEAST', value: 50_000, measureUnit: 'PERSON', readings: [], statement: '' },
});

const STANDINGS: readonly Partial<UnitValue>[] = [
  attained(1.2),
  attained(0.85),
  attained(0.5),
  attained(null),
  { value: null, attainment: null, target: null },
];
const NAMES = ['Bà Rịa - Vũng Tàu', 'Thừa Thiên Huế', 'Thường Thạnh Nghĩa Trung', 'Đắk Lắk', 'Đắk Nông'];

/** Units in all five standings, under names that are long. */
const inAllStandings = (board: Board) => {
  for (const { total, breakdown } of board.rows) {
    Object.assign(total, STANDINGS[1]);
    for (const [index, value] of breakdown.entries()) {
      const name = NAMES[index % NAMES.length] ?? '';
      Object.assign(value, STANDINGS[index % STANDINGS.length]);
      Object.assign(value.unit, { name, fullName: `Thành phố ${name}` });
    }
  }
};
const openAll = (page: Page) =>
  page.locator('#board').evaluate((host) => {
    for (const details of host.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
  });
const card = (page: Page, code: string) => page.locator(`#board [data-indicator=${code}]`);

onStage('the board', (stage) => {
  for (const width of [320, 1000]) {
    it(`has enough contrast in all five standings, at ${width} px`, async () => {
      const { browser, host } = stage();
      host.answer = altered(host, inAllStandings);
      const { page } = await visitHost(browser, host, BOARD, {
        context: { bypassCSP: true, viewport: { width, height: 800 } },
      });
      await page.locator('#board .tile').first().waitFor();
      await openAll(page);
      expect(await page.locator('#board .legend li').count()).toBe(5);
      expect(await findings(page)).toEqual([]);
    });

    it(`breaks no word apart and hides none, at ${width} px`, async () => {
      const { browser, host } = stage();
      host.answer = altered(host, inAllStandings);
      const { page } = await visitHost(browser, host, BOARD, {
        context: { viewport: { width, height: 800 } },
      });
      await page.locator('#board .tile').first().waitFor();
      await openAll(page);
      const broken = await page.locator('#board').evaluate((host) => {
        const root = host.shadowRoot;
        if (root === null) throw new Error('no shadow root');
        const faults: string[] = [];
        for (const node of root.querySelectorAll<HTMLElement>('.tile-name, .tile-value, th, td')) {
          const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
            for (const { index, 0: word } of (text.textContent ?? '').matchAll(/[^\s/-]+/g)) {
              const range = document.createRange();
              range.setStart(text, index);
              range.setEnd(text, index + word.length);
              if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) faults.push(word);
            }
          }
        }
        for (const tile of root.querySelectorAll<HTMLElement>('.tile button')) {
          const bottom = tile.getBoundingClientRect().bottom;
          for (const part of tile.children) {
            if (part.getBoundingClientRect().bottom > bottom + 1) faults.push(`cut: ${part.textContent}`);
          }
        }
        return faults;
      });
      expect(broken).toEqual([]);
    });
  }

  it('says in a tile the number alone, and in its name the unit of measure as well', async () => {
    const { browser, host } = stage();
    host.answer = altered(host, inAllStandings);
    const { page } = await visitHost(browser, host, BOARD.replace('COMMUNES ', ''));
    const tile = page.getByRole('button', { name: 'Thành phố Bà Rịa - Vũng Tàu: hơn 43.210 người.' }).first();
    await tile.waitFor();
    expect(((await tile.locator('.tile-value').textContent()) ?? '').trim().replace(/\s+/g, ' ')).toBe(
      '● hơn 43.210',
    );
  });

  it('says neither a day nor how complete it is of a figure that nobody states', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(
      browser,
      host,
      '<cnscd-kpi-board id="board" unit="45" period="2023"></cnscd-kpi-board>',
    );
    const missing = page.locator('#board .card', { has: page.locator('.value.missing') }).first();
    await missing.waitFor();
    await openAll(page);
    expect(await missing.textContent()).not.toMatch(/ngày|Mức đầy đủ/);
  });

  it('says when the newest source of a figure came out, and no day where no source says one', async () => {
    const { browser, host } = stage();
    const days = (...publishedOn: (string | null)[]) =>
      altered(host, ({ rows }) => {
        for (const { total } of rows) {
          total.sources = publishedOn.map((day) => ({ title: 'x', url: null, publishedOn: day }));
        }
      });
    host.answer = days('2023-10-12', null, '2023-09-30');
    const { page } = await visitHost(browser, host, BOARD);
    await card(page, 'MEMBERS').getByText('Công bố ngày 12/10/2023').waitFor();
    host.answer = days(null);
    await page.evaluate('board.refresh()');
    expect(await card(page, 'MEMBERS').textContent()).not.toContain('ngày');
  });

  it('shows at once that units have not reported', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(
      browser,
      host,
      '<cnscd-kpi-board id="board" unit="VN" period="2023" indicators="MEMBERS"></cnscd-kpi-board>',
    );
    const warning = page.locator('#board .warnings').getByText('số cộng chỉ gồm phần đã có');
    await warning.waitFor();
    expect(await warning.isVisible()).toBe(true);
  });

  it.each([
    [0.997, 'Đạt 99% mục tiêu'],
    [0.799, 'Đạt 79% mục tiêu'],
    [0.57, 'Đạt 57% mục tiêu'],
    [1, 'Đạt 100% mục tiêu'],
  ])('calls an attainment of %d "%s"', async (attainment, words) => {
    const { browser, host } = stage();
    host.answer = altered(host, ({ rows }) => {
      for (const { total } of rows) Object.assign(total, attained(attainment));
    });
    const { page } = await visitHost(browser, host, BOARD);
    await card(page, 'MEMBERS').locator('.standing').getByText(words).waitFor();
  });

  it('leads the focus to what it is about after each step down and up', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, BOARD);
    await page.getByRole('button', { name: /^Huyện Cam Lộ: 8/ }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Huyện Cam Lộ · Năm 2023');
    await page.locator('#board [part=back]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Tỉnh Quảng Trị · Năm 2023');
  });

  it('leads back from a step down that fails, whatever the server says against it', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, BOARD);
    const district = page.getByRole('button', { name: /^Huyện Cam Lộ: 8/ });
    await district.waitFor();
    const extensions = {
      code: 'UNIT_NOT_FOUND',
      messages: { vi: 'Không có đơn vị này.', en: 'No such unit.' },
    };
    host.answer = () => ({
      status: 200,
      body: JSON.stringify({ data: null, errors: [{ message: 'x', extensions }] }),
    });
    await district.click();
    await page.getByText('Không có đơn vị này.').waitFor();
    host.answer = null;
    await page.getByRole('button', { name: 'Trở lại Tỉnh Quảng Trị' }).click();
    await expect.poll(() => focused(page)).toBe('Tỉnh Quảng Trị · Năm 2023');
    expect(await page.evaluate('[board.unit, board.breakdown]')).toEqual(['45', 'DISTRICT']);
    expect(await page.locator('#board [part=back], #board .notice').count()).toBe(0);
  });

  it('forgets the way back when the page goes elsewhere, and compares there what the page compares', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, BOARD);
    await page.getByRole('button', { name: /^Huyện Cam Lộ: 8/ }).click();
    await page.getByRole('button', { name: 'Trở lại Tỉnh Quảng Trị' }).waitFor();
    await page.evaluate(`board.unit = '48'`);
    await page.getByText('Thành phố Đà Nẵng · Năm 2023').waitFor();
    expect(await page.locator('#board [part=back]').count()).toBe(0);
    expect(await page.evaluate('board.breakdown')).toBe('DISTRICT');
  });

  it('takes another map from a page that answers the refusal of one', async () => {
    const { browser, host } = stage();
    const { page, events } = await visitHost(browser, host, BOARD);
    await page.locator('#board .tile').first().waitFor();
    await page.evaluate(
      `board.addEventListener('cnscd-map-refused', () => { board.geojson = null }); board.geojson = { type: 'x' }`,
    );
    await expect.poll(events).toContain('cnscd-map-refused');
    await page.locator('#board [part=map-refused]').waitFor({ state: 'detached' });
  });

  it('stands in the outline of the page with what it compares', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, BOARD.replace('id=', 'heading-level="3" id='));
    await page.getByRole('heading', { level: 4, name: 'So sánh các đơn vị' }).waitFor();
  });

  it('lets tables that are wider than a card be scrolled by keyboard', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, BOARD);
    await card(page, 'MEMBERS').waitFor();
    const boxes = await page
      .locator('#board .scroll')
      .evaluateAll((boxes) => boxes.map((box) => [box.getAttribute('tabindex'), box.getAttribute('role')]));
    expect(boxes.length).toBeGreaterThan(2);
    expect(new Set(boxes.map(String))).toEqual(new Set(['0,group']));
  });
});
