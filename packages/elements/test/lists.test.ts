import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { focused } from './support/focused.ts';
import { gate } from './support/gate.ts';
import type { Answered, Asked } from './support/host-page.ts';
import { onStage } from './support/stage.ts';
import { visitHost } from './support/visitor.ts';

const FEED = '<cnscd-activity-feed id="feed" page-size="3"></cnscd-activity-feed>';
const OUT_OF_ORDER = { status: 503, body: 'x' };

const activity = (number: number) => ({
  id: `a${number}`,
  kind: 'OTHER',
  status: 'DONE',
  title: `Hoạt động ${number}`,
  startsAt: '2026-01-01T01:00:00Z',
  place: null,
  isSynthetic: false,
  team: { id: 't', name: 'Tổ' },
  outcomes: [],
});
type Activities = ReturnType<typeof activity>[];

const variablesOf = ({ body }: Asked): { first: number; after: string | null; status: string | null } =>
  JSON.parse(body).variables;

/** A page of a list that may change between two requests, as the server's own. */
function pageOf(list: Activities, asked: Asked): Answered {
  const { first, after } = variablesOf(asked);
  const from = after === null ? 0 : list.findIndex(({ id }) => id === after) + 1;
  const nodes = list.slice(from, from + first);
  const pageInfo = { hasNextPage: from + first < list.length, endCursor: nodes.at(-1)?.id ?? null };
  return {
    status: 200,
    body: JSON.stringify({ data: { activities: { totalCount: list.length, pageInfo, nodes } } }),
  };
}

const titles = (page: Page) => page.locator('#feed .title').allTextContents();
const more = (page: Page) => page.getByRole('button', { name: /^Xem thêm/ });
const six = () => [1, 2, 3, 4, 5, 6].map(activity);
const named = (...numbers: number[]) => numbers.map((number) => `Hoạt động ${number}`);

onStage('a list', (stage) => {
  it('ends with its last page, whatever was added in front of it meanwhile, and repeats nothing', async () => {
    const { browser, host } = stage();
    let list = six();
    host.answer = (asked) => pageOf(list, asked);
    const { page } = await visitHost(browser, host, FEED);
    await more(page).waitFor();
    list = [activity(0), ...list];
    await more(page).click();
    await more(page).waitFor({ state: 'detached' });
    expect(await titles(page)).toEqual(named(1, 2, 3, 4, 5, 6));
  });

  it('goes on while there is another page, whatever was taken away meanwhile', async () => {
    const { browser, host } = stage();
    let list = [...six(), activity(7)];
    host.answer = (asked) => pageOf(list, asked);
    const { page } = await visitHost(browser, host, FEED);
    await more(page).waitFor();
    list = list.filter(({ id }) => id !== 'a1');
    host.answer = (asked) => {
      const answered = pageOf(list, asked);
      return { ...answered, body: answered.body.replace('"totalCount":6', '"totalCount":5') };
    };
    await more(page).click();
    await page.getByText('Hoạt động 6').waitFor();
    expect(await more(page).textContent()).toContain('còn 1');
    await more(page).click();
    await more(page).waitFor({ state: 'detached' });
    expect(await titles(page)).toEqual(named(1, 2, 3, 4, 5, 6, 7));
  });

  it('stays where its next page does not come, and says so below', async () => {
    const { browser, host } = stage();
    host.answer = (asked) => (variablesOf(asked).after === null ? pageOf(six(), asked) : OUT_OF_ORDER);
    const { page, events } = await visitHost(browser, host, FEED);
    await more(page).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Máy chủ trả lời 503').waitFor();
    expect(await titles(page)).toEqual(named(1, 2, 3));
    expect(await events()).toEqual(['cnscd-load', 'cnscd-error']);
    expect(await focused(page)).toMatch(/^Xem thêm/);
    host.answer = (asked) => pageOf(six(), asked);
    await page.keyboard.press('Enter');
    await page.getByText('Hoạt động 6').waitFor();
    expect(await page.locator('#feed .notice').count()).toBe(0);
  });

  it('drops a next page that is overtaken by another question, without a word', async () => {
    const { browser, host } = stage();
    const { passed, open } = gate();
    host.answer = async (asked) => {
      if (variablesOf(asked).after !== null) await passed;
      return pageOf(variablesOf(asked).status === 'PLANNED' ? [activity(9)] : six(), asked);
    };
    const { page, events } = await visitHost(browser, host, FEED);
    await more(page).click();
    await page.evaluate(`feed.status = 'PLANNED'`);
    await page.getByText('Hoạt động 9').waitFor();
    open();
    await page.waitForTimeout(300);
    expect(await titles(page)).toEqual(named(9));
    expect(await events()).toEqual(['cnscd-load', 'cnscd-load']);
  });

  it('leads the focus to the first of the new items, also where the button goes', async () => {
    const { browser, host } = stage();
    host.answer = (asked) => pageOf([...six(), activity(7)], asked);
    const { page } = await visitHost(browser, host, FEED);
    await more(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^Hoạt động 4/);
    await more(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^Hoạt động 7/);
  });

  it('is not asked for twice by a second press while its next page is on the way', async () => {
    const { browser, host } = stage();
    const { passed, open } = gate();
    host.answer = async (asked) => {
      if (variablesOf(asked).after !== null) await passed;
      return pageOf(six(), asked);
    };
    const { page } = await visitHost(browser, host, FEED);
    await more(page).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(200);
    expect(host.asked).toHaveLength(2);
    expect(await focused(page)).toMatch(/^Xem thêm/);
    open();
    await page.getByText('Hoạt động 6').waitFor();
  });

  it('keeps the focus on the button that asks again, and leads it to the answer', async () => {
    const { browser, host } = stage();
    host.answer = () => OUT_OF_ORDER;
    const { page } = await visitHost(browser, host, FEED);
    await page.getByRole('button', { name: 'Thử lại' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Đang tải…').waitFor();
    expect(await focused(page)).toBe('Thử lại');
    await page.getByText('Máy chủ trả lời 503').waitFor();
    expect(await focused(page)).toBe('Thử lại');
    host.answer = (asked) => pageOf(six(), asked);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('6 hoạt động, mới nhất trước.');
  });
});
