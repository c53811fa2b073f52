import { expect, it } from 'vitest';
import { findings } from './support/axe.ts';
import { focused } from './support/focused.ts';
import { onStage } from './support/stage.ts';
import { visitHost } from './support/visitor.ts';

onStage('for everybody', (stage) => {
  for (const language of ['vi', 'en']) {
    it(`axe finds nothing serious in ${language}, with all that can be opened open`, async () => {
      const { browser, host, graph } = stage();
      const token = await graph.tokenFor('officer-cam-lo');
      const { page } = await visitHost(
        browser,
        host,
        `<cnscd-team-finder language="${language}" unit="45" as-of="2023-09-30"></cnscd-team-finder>
         <cnscd-kpi-board language="${language}" unit="45" period="2023" breakdown="DISTRICT"></cnscd-kpi-board>
         <cnscd-activity-feed id="feed" language="${language}"></cnscd-activity-feed>`,
        { context: { bypassCSP: true } },
      );
      await page.evaluate((token) => {
        Object.assign(document.getElementById('feed') ?? {}, { getToken: () => token });
      }, token);
      await page.locator('#feed .item').first().waitFor();
      await page.locator('cnscd-kpi-board .tile').first().waitFor();
      await page.locator('#words').fill('cam lo');
      await page.locator('cnscd-team-finder button[type=submit]').click();
      await page.locator('cnscd-team-finder .item .link').first().click();
      await page.locator('cnscd-kpi-board').evaluate((host) => {
        for (const details of host.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
      });
      expect(await findings(page)).toEqual([]);
    });
  }

  it('a team is found by keyboard alone, without a single mark', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(
      browser,
      host,
      '<cnscd-team-finder as-of="2023-09-30"></cnscd-team-finder>',
    );
    await page.locator('#province').waitFor();
    await page.waitForTimeout(500);
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('province');
    await page.keyboard.type('quang tri');
    await page.getByRole('option', { name: 'Tỉnh Quảng Trị' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('#province').inputValue()).toBe('Tỉnh Quảng Trị');
    await page.waitForTimeout(800);
    await page.keyboard.press('Tab');
    await page.keyboard.type('thi tran cam');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.locator('#commune').inputValue()).toBe('Thị trấn Cam Lộ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Tìm thấy 12 tổ.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Tổ công nghệ số cộng đồng thị trấn Cam Lộ/);
    await page.keyboard.press('Enter');
    await page.getByText('QTR-CLO-X01', { exact: true }).waitFor();
    const outline = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('cnscd-team-finder').shadowRoot.activeElement).outlineStyle`,
    );
    expect(outline).toBe('solid');
  });

  it('Escape takes back what was typed and not chosen', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, '<cnscd-team-finder></cnscd-team-finder>');
    await page.locator('#province').fill('da nang');
    await page.getByRole('option', { name: 'Thành phố Đà Nẵng' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('#province').inputValue()).toBe('');
    expect(await page.locator('#province').getAttribute('aria-expanded')).toBe('false');
  });

  for (const [name, width, zoom] of [
    ['at 320 px', 320, 1],
    ['at 200 % zoom', 640, 2],
  ] as const) {
    it(`nothing has to be scrolled sideways ${name}`, async () => {
      const { browser, host } = stage();
      const { page } = await visitHost(
        browser,
        host,
        `<cnscd-team-finder unit="45" as-of="2023-09-30"></cnscd-team-finder>
         <cnscd-kpi-board unit="45" period="2023" breakdown="DISTRICT"></cnscd-kpi-board>
         <cnscd-activity-feed></cnscd-activity-feed>`,
        { context: { viewport: { width: width / zoom, height: 700 }, deviceScaleFactor: zoom } },
      );
      await page.locator('cnscd-kpi-board .tile').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    });
  }
});
