import { today } from '@cnscd/domain';
import { type Client, createClient } from '@cnscd/sdk';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Visit, visit } from './browser.ts';
import type { Stack } from './stack.ts';

/** Somebody with a browser of his or her own, signed in as a demo account. */
export async function signedIn(
  browser: Browser,
  { pageUrl }: Stack,
  { account, width = 1280 }: { account: string; width?: number },
): Promise<Visit> {
  const person = await visit(browser, pageUrl, { viewport: { width, height: 900 } });
  await person.page.getByRole('button', { name: 'Đăng nhập dùng thử' }).click();
  await person.page.locator(`[data-account="${account}"]`).click();
  await work(person.page).locator('.place-of-work').first().waitFor();
  return person;
}

/** The same account with a program of its own. */
export function clientOf({ gatewayUrl, tokenFor }: Stack, account: string): Client {
  return createClient({ url: gatewayUrl, getToken: () => tokenFor(account) });
}

/** The part of the page that is for who has signed in. */
export const work = (page: Page): Locator => page.locator('#viec-cua-toi');

/** An activity of the work, by its title. */
export const activity = (page: Page, title: string): Locator =>
  work(page).locator('[data-activity]', { hasText: title });

/** What the page says that was done. */
export const said = (page: Page, text: string): Promise<void> =>
  work(page).locator('.done', { hasText: text }).waitFor();

/** The first moment of today in Việt Nam: past already, and in the month whose board is shown. */
export const earlierToday = (): string => `${today(new Date())}T00:00`;

/** Types an activity of today into the form that is open. */
export async function describeActivity(page: Page, title: string): Promise<void> {
  await page.getByLabel('Tên hoạt động').fill(title);
  await page.getByLabel('Bắt đầu lúc').fill(earlierToday());
  await page.getByLabel('Được tuyên truyền', { exact: true }).fill('12');
  await page.getByLabel('Được hướng dẫn', { exact: true }).fill('8');
  await page.getByLabel('Làm được', { exact: true }).fill('7');
}
