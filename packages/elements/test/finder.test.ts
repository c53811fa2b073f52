import { expect, it } from 'vitest';
import { gate } from './support/gate.ts';
import type { Asked } from './support/host-page.ts';
import { onStage } from './support/stage.ts';
import { visitHost } from './support/visitor.ts';

const FINDER = '<cnscd-team-finder id="finder" as-of="2023-09-30"></cnscd-team-finder>';
const OUT_OF_ORDER = { status: 503, body: 'x' };
const variablesOf = ({ body }: Asked) => JSON.parse(body).variables;
const asksUnits = ({ body }: Asked) => body.includes('CnscdUnits');

interface Units {
  adminUnits: { nodes: { fullName: string; parent: { fullName: string } | null }[] };
}

onStage('the team finder', (stage) => {
  it.each([
    ['the button', `finder.shadowRoot.querySelector('.notice button').click()`],
    ['refresh()', 'finder.refresh()'],
  ])('gets its provinces by %s where they did not come at first', async (_, again) => {
    const { browser, host } = stage();
    host.answer = () => OUT_OF_ORDER;
    const { page, events } = await visitHost(browser, host, FINDER);
    await page.getByText('Máy chủ trả lời 503').first().waitFor();
    expect(await events()).toEqual(['cnscd-error']);
    host.answer = null;
    await page.evaluate(again);
    await page.locator('#finder .notice').waitFor({ state: 'detached' });
    await page.locator('#province').fill('quang tri');
    await page.getByRole('option', { name: 'Tỉnh Quảng Trị' }).waitFor();
  });

  it('can be used for words while its provinces do not come, and shows what it found', async () => {
    const { browser, host } = stage();
    host.answer = (asked) => (asksUnits(asked) ? OUT_OF_ORDER : null);
    const { page } = await visitHost(browser, host, FINDER);
    await page.locator('#finder .notice').waitFor();
    await page.locator('#words').fill('dakrong');
    await page.locator('#finder button[type=submit]').click();
    await page.getByText('Tìm thấy 84 tổ.').waitFor();
    expect(await page.locator('#finder .item').count()).toBe(10);
  });

  it('says in its list that units are on their way, and has them after it was moved meanwhile', async () => {
    const { browser, host } = stage();
    const { passed, open } = gate();
    host.answer = () => passed.then(() => null);
    const { page } = await visitHost(browser, host, `${FINDER}<div id="box"></div>`);
    await page.locator('#province').click();
    await page.locator('#finder .options.empty').getByText('Đang tải…').waitFor();
    await page.evaluate('box.append(finder)');
    open();
    await page.locator('#province').fill('quang tri');
    await page.getByRole('option', { name: 'Tỉnh Quảng Trị' }).waitFor();
  });

  it('asks again when the same words are searched for after a failure', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, FINDER);
    await page.locator('#words').fill('dakrong');
    host.answer = () => OUT_OF_ORDER;
    await page.locator('#finder button[type=submit]').click();
    await page.locator('#finder .notice').waitFor();
    host.answer = null;
    await page.locator('#finder button[type=submit]').click();
    await page.getByText('Tìm thấy 84 tổ.').waitFor();
  });

  it('forgets what was chosen when the page names another place', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, FINDER);
    await page.locator('#province').fill('quang tri');
    await page.locator('#province').press('Enter');
    await page.evaluate(`finder.unit = '48'`);
    await page.locator('#province').waitFor({ state: 'detached' });
    await page.locator('#finder button[type=submit]').click();
    await page.locator('#finder .found').waitFor();
    expect(
      host.asked.filter((asked) => !asksUnits(asked)).map((asked) => variablesOf(asked).unitCode),
    ).toEqual(['48']);
  });

  it('offers the provinces of the day that the page names', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, FINDER);
    await page.locator('#province').click();
    await expect.poll(() => page.getByRole('option').count()).toBe(63);
    await page.evaluate(`finder.asOf = '2025-09-30'`);
    await expect.poll(() => page.getByRole('option').count()).toBe(34);
  });

  it('takes what was typed where only one unit can be meant, and shows it', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, FINDER);
    await page.locator('#province').fill('quảng trị');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Tab');
    await page.locator('#finder button[type=submit]').click();
    await page.locator('#finder .found').waitFor();
    expect(await page.locator('#province').inputValue()).toBe('Tỉnh Quảng Trị');
    expect(variablesOf(host.asked.filter((asked) => !asksUnits(asked))[0] ?? expect.fail())).toMatchObject({
      unitCode: '45',
    });
    await page.locator('#province').fill('quang');
    await page.locator('#words').focus();
    expect(await page.locator('#province').inputValue()).toBe('Tỉnh Quảng Trị');
  });

  it('tells units of one name apart by where they lie', async () => {
    const { browser, host } = stage();
    host.answer = (asked) =>
      asksUnits(asked)
        ? host.altered<Units>(asked, ({ adminUnits }) => {
            const [first, second] = adminUnits.nodes;
            if (first === undefined || second === undefined) throw new Error('two communes are needed');
            Object.assign(first, { fullName: 'Xã Trùng Tên', parent: { fullName: 'Huyện Cam Lộ' } });
            Object.assign(second, { fullName: 'Xã Trùng Tên', parent: { fullName: 'Huyện Hướng Hóa' } });
          })
        : null;
    const { page } = await visitHost(
      browser,
      host,
      '<cnscd-team-finder unit="45" as-of="2023-09-30"></cnscd-team-finder>',
    );
    await page.locator('#commune').fill('trung ten');
    const names = await page.getByRole('option').allTextContents();
    expect(names.map((name) => name.trim())).toEqual([
      'Xã Trùng Tên (Huyện Cam Lộ)',
      'Xã Trùng Tên (Huyện Hướng Hóa)',
    ]);
  });

  it('leaves the list for the text by Home and End', async () => {
    const { browser, host } = stage();
    const { page } = await visitHost(browser, host, FINDER);
    await page.locator('#province').pressSequentially('quang');
    await page.getByRole('option').first().waitFor();
    const active = () => page.locator('#province').getAttribute('aria-activedescendant');
    for (const key of ['Home', 'End']) {
      await page.keyboard.press('ArrowDown');
      await expect.poll(active).toMatch(/^province-/);
      await page.keyboard.press(key);
      await expect.poll(active).toBe(null);
    }
    await page.keyboard.press('Home');
    await page.keyboard.type('tỉnh ');
    expect(await page.locator('#province').inputValue()).toBe('tỉnh quang');
  });

  it('counts one team as one in English', async () => {
    const { browser, host } = stage();
    host.answer = (asked) =>
      asksUnits(asked)
        ? null
        : host.altered<{ teams: { totalCount: number } }>(asked, ({ teams }) => {
            teams.totalCount = 1;
          });
    const { page } = await visitHost(
      browser,
      host,
      '<cnscd-team-finder language="en" as-of="2023-09-30"></cnscd-team-finder>',
    );
    await page.locator('button[type=submit]').click();
    await page.getByText('1 team found.', { exact: true }).waitFor();
  });
});
