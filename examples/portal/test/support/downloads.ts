import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

export interface Download {
  name: string;
  bytes: Buffer;
}

/** The file that the browser saves after a press. */
export async function downloadBy(page: Page, press: () => Promise<unknown>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
