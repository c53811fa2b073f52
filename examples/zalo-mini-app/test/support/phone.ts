import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** Zalo on a cheap phone, as it introduces itself: native storage is there from version 757 on. */
export const ZALO_USER_AGENT =
  'Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36 Zalo android/24120999 ZaloTheme/light ZaloLanguage/vi';

export interface Phone {
  context: BrowserContext;
  page: Page;
  /** What the browser complained about. */
  complaints: string[];
  /** Every address that was asked for anything. */
  asked: string[];
}

/** A small phone of a village: 360 by 740, touched, Vietnamese. */
export async function openPhone(
  browser: Browser,
  options: BrowserContextOptions & { before?: (context: BrowserContext) => Promise<unknown> } = {},
): Promise<Phone> {
  const { before, ...contextOptions } = options;
  const context = await browser.newContext({
    ...{ locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', viewport: { width: 360, height: 740 } },
    ...{ hasTouch: true, isMobile: true, deviceScaleFactor: 2, userAgent: ZALO_USER_AGENT },
    ...contextOptions,
  });
  await before?.(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  return { context, page, complaints, asked };
}

/** Signs in as somebody of the made-up register, the first time by the phone number, and waits for the team. */
export async function signIn({ page }: Phone, name: RegExp | string): Promise<void> {
  await page.locator('[data-person]', { hasText: name }).tap();
  const allow = page.getByRole('button', { name: 'Đồng ý, để Zalo hỏi tôi' });
  const record = page.locator('.record-button:enabled');
  await allow.or(record).waitFor();
  if (await allow.isVisible()) await allow.tap();
  await record.waitFor();
}
