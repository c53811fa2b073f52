import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe } from 'vitest';
import { NO_BROWSER, startBrowser } from '../../../../examples/portal/test/support/browser.ts';
import { type Graph, startGraph } from './graph.ts';
import { type HostPage, startHostPage } from './host-page.ts';

export interface Stage {
  browser: Browser;
  graph: Graph;
  host: HostPage;
}

/** Tests in a real Chromium, on a portal of somebody else, with the real subgraph behind it. */
export function onStage(name: string, tests: (stage: () => Stage) => void): void {
  describe.skipIf(NO_BROWSER !== null)(
    `${name}${NO_BROWSER === null ? '' : ` (skipped: ${NO_BROWSER})`}`,
    () => {
      let stage: Stage | undefined;
      beforeAll(async () => {
        const graph = await startGraph();
        stage = { graph, host: await startHostPage(graph.url), browser: await startBrowser() };
      });
      afterEach(async () => {
        if (stage === undefined) return;
        stage.host.answer = null;
        stage.host.asked.length = 0;
        for (const context of stage.browser.contexts()) await context.close();
      });
      afterAll(async () => {
        await stage?.browser.close();
        await stage?.host.close();
        await stage?.graph.close();
      });
      tests(() => {
        if (stage === undefined) throw new Error('the stage is set before the tests');
        return stage;
      });
    },
  );
}
