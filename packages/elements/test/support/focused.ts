import type { Page } from 'playwright-core';

/** The element that has the focus, inside shadow roots too: its id, or else what stands in it. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate<string>(`(() => { let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node?.id || node?.textContent?.replace(/\\s+/g, ' ').trim() || node?.tagName; })()`);
