import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { openPhone, signIn, startBrowser } from './support/phone.ts';
import { type Stack, startStack } from './support/stack.ts';

let stack: Stack;
let browser: Browser;
const out = '/tmp/mini-shots';
mkdirSync(out, { recursive: true });
beforeAll(async () => {
  stack = await startStack();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});
it('looks', { timeout: 120_000 }, async () => {
  const phone = await openPhone(browser);
  const { page, context } = phone;
  let n = 0;
  const shot = async (name: string, fullPage = false) => {
    await page.waitForTimeout(400);
    n += 1;
    await page.screenshot({ path: `${out}/${String(n).padStart(2, '0')}-${name}.png`, fullPage });
  };
  try {
    await page.goto(stack.appUrl);
    await page
      .locator('[data-account]')
      .first()
      .waitFor({ timeout: 8000 })
      .catch(() => {});
    await shot('sign-in');
    await signIn(phone, 'leader-cam-lo');
    await shot('home');
    await page.locator('.record-button').tap();
    await shot('record');
    await page.locator('[data-kind="HOUSEHOLD_VISIT"]').tap();
    await page.waitForTimeout(100);
    await page.keyboard.type('12');
    await page.getByLabel('Được hướng dẫn').fill('15');
    await shot('record-numbers');
    await page.getByRole('button', { name: 'Lưu' }).tap();
    await shot('record-fault');
    await page.getByLabel('Được hướng dẫn').fill('5');
    await page.locator('summary').tap();
    await shot('record-details');
    await page.locator('summary').tap();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Lưu' }).tap();
    await shot('home-offline');
    await page.getByRole('button', { name: 'Xem' }).tap();
    await shot('waiting');
    await context.setOffline(false);
    await page.waitForTimeout(3000);
    await page.goto(stack.appUrl);
    await page.waitForTimeout(2000);
    await shot('home-synced');
    for (const name of ['Tổ của tôi', 'Gửi báo cáo', 'Chỉ tiêu']) {
      await page.getByRole('button', { name }).tap();
      await page.waitForTimeout(1000);
      await shot(name.replaceAll(' ', '-'));
      await page.getByRole('button', { name: 'Quay lại' }).tap();
    }
  } finally {
    console.log(phone.complaints.join('\n'));
    console.log([...new Set(phone.asked.map((u) => new URL(u).origin))].join('\n'));
    await shot('end');
  }
});
