import { createContext, runInContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { htmlPage, mockServer } from '../src/testing/index.ts';
import { replaying } from './support/outbox-server.ts';
import { personWith } from './support/token.ts';

/** A page as it is built for a browser, in one classic script. */
async function built(target: string): Promise<string> {
  const entry = 'support/portable-page.ts';
  const result = await build({
    root: import.meta.dirname,
    logLevel: 'silent',
    configFile: false,
    resolve: { conditions: ['@cnscd/source'] },
    build: { write: false, target, lib: { entry, formats: ['iife'], name: 'unused' } },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  if (bundle === undefined || !('output' in bundle)) expect.fail('nothing was built');
  return bundle.output[0].code;
}

/** What workers of the edge have beside the language itself: neither `process` nor `Buffer`, no DOM and no locks. */
const WEB_GLOBALS = {
  ...{ AbortController, Blob, Headers, Request, Response, TextDecoder, TextEncoder, URL, URLSearchParams },
  ...{ atob, btoa, crypto, clearTimeout, setTimeout },
};

describe.each(['es2015', 'es2022'])('a page that is built for %s', (target) => {
  let code = '';
  beforeAll(async () => {
    code = await built(target);
  });

  it('needs no async generator, which webviews of phones lack', () => {
    expect(code).not.toMatch(/async\s+function\s*\*|async\s*\*|asyncGenerator|await\s*\(?\s*yield/i);
    if (target === 'es2015') expect(code).not.toMatch(/\basync\s+(function|\()|\?\?|\?\./);
  });

  it('runs where there are only the globals of the web', async () => {
    const page = {
      totalCount: 1,
      pageInfo: { hasNextPage: false, endCursor: null },
      nodes: [{ name: 'Tổ 1' }],
    };
    const server = mockServer({ Teams: { teams: page }, ReplayOutbox: replaying(), Team: htmlPage() });
    const context = createContext({ ...WEB_GLOBALS });
    runInContext(code, context);
    const given = {
      url: 'https://example.gov.vn/graphql',
      fetch: server.fetch,
      token: personWith('lan').token,
    };
    const seen = await context['page'](given);
    expect(seen).toEqual({ names: ['Tổ 1'], pendingCount: 0, pause: null, refused: 'HTTP_STATUS' });
  });
});
