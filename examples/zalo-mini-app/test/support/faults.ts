import type { BrowserContext, Page, Route } from 'playwright-core';
import type { Stack } from './stack.ts';

/**
 * What becomes of an operation on its way: it passes, it is lost, nobody ever answers it, a Wi-Fi answers it with a page
 * of its own, or a server in trouble answers with these `data` or `errors`.
 */
export type Fate = 'PASS' | 'LOST' | 'HANG' | 'WI_FI_PAGE' | { data?: unknown; errors?: unknown[] };

export interface Line {
  /** From now on; for `*`, all operations that nothing else is said of. */
  let(operation: string, fate: Fate): void;
  /** Inputs of an operation that came by, oldest first. */
  inputs(operation: string): Record<string, unknown>[];
}

/** The line between one phone and the real server, with faults where a test wants them. */
export async function lineOf(context: BrowserContext, stack: Stack): Promise<Line> {
  const fates = new Map<string, Fate>();
  const seen: { name: string; input: Record<string, unknown> }[] = [];
  await context.route(stack.gatewayUrl, async (route) => {
    const body = route.request().postDataJSON() as {
      query: string;
      variables: { input?: Record<string, unknown> };
    } | null;
    if (body === null) return route.continue();
    const name = /(?:query|mutation) (\w+)/.exec(body.query)?.[1] ?? '';
    seen.push({ name, input: body.variables.input ?? {} });
    await meet(route, fates.get(name) ?? fates.get('*') ?? 'PASS');
  });
  return {
    let: (operation, fate) => void fates.set(operation, fate),
    inputs: (operation) => seen.filter(({ name }) => name === operation).map(({ input }) => input),
  };
}

async function meet(route: Route, fate: Fate): Promise<void> {
  if (fate === 'PASS') return route.continue();
  if (fate === 'LOST') return route.abort('connectionrefused');
  if (fate === 'HANG') return;
  const headers = { 'access-control-allow-origin': '*' };
  if (fate === 'WI_FI_PAGE')
    return route.fulfill({ headers, contentType: 'text/html', body: '<h1>Wi-Fi</h1>' });
  return route.fulfill({ headers, json: fate });
}

/** A sign-in that the server refuses. */
export const refusedSignIn = (refusalCode: string, retryable = false): Fate => ({
  data: {
    signInWithZalo: {
      ...{ __typename: 'Refusal', refusalCode, message: 'câu của máy chủ', messageEn: 'words of the server' },
      ...{ field: null, refusedValue: null, retryable },
    },
  },
});

/** A sign-in that the server grants with a token that names nobody. */
export const signInOfNobody: Fate = {
  data: {
    signInWithZalo: {
      ...{ __typename: 'ZaloSession', token: 'h.e30.s', memberId: '0198c5f2-0000-7000-8000-000000000000' },
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    },
  },
};

/** All that the app has on the phone, as one text. */
export const keptOn = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify(Object.entries(window.localStorage)));
