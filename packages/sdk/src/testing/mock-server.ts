import type { Messages } from '@cnscd/domain';

/** One request as the server sees it. */
export interface MockRequest {
  /** Name of the operation: `RecordActivity`. */
  operation: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
  headers: Headers;
}

/** The `data` of an answer, or a whole response: `status(503)`, `htmlPage()`. What is thrown is a lost connection. */
export type MockAnswer = Readonly<Record<string, unknown>> | Response;

type Answering = MockAnswer | ((request: MockRequest) => MockAnswer | Promise<MockAnswer>);

export interface MockServer {
  /** For `createClient`. */
  fetch: typeof fetch;
  /** What came, in order. */
  readonly requests: readonly MockRequest[];
}

/**
 * A server in place of the network: an answer for each operation by its name. Of several they are given one after the
 * other, the last one for good.
 *
 * @example
 * const server = mockServer({ Teams: [status(503), { teams: { totalCount: 0, pageInfo, nodes: [] } }] });
 * const client = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch });
 */
export function mockServer(
  operations: Readonly<Record<string, Answering | readonly Answering[]>>,
): MockServer {
  const requests: MockRequest[] = [];
  return {
    requests,
    async fetch(_url, init) {
      init?.signal?.throwIfAborted();
      const { query, variables } = JSON.parse(String(init?.body)) as Pick<MockRequest, 'query' | 'variables'>;
      const operation = /\b(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? '';
      const request = { operation, query, variables, headers: new Headers(init?.headers) };
      const earlier = requests.filter((each) => each.operation === operation).length;
      requests.push(request);
      const answers = operations[operation];
      if (answers === undefined) throw new Error(`The mock server has no answer for ${operation}.`);
      const row = (Array.isArray(answers) ? answers : [answers]) as readonly Answering[];
      const answering = row[Math.min(earlier, row.length - 1)];
      const answer = typeof answering === 'function' ? await answering(request) : answering;
      // A response can be read once, and the last answer is given again.
      return answer instanceof Response ? answer.clone() : Response.json({ data: answer });
    },
  };
}

/** An answer of a load balancer: `status(429, { 'retry-after': '60' })`. */
export const status = (code: number, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status: code, headers });

/** What a captive portal answers for everything: a page that asks to sign in to its Wi-Fi. */
export const htmlPage = (): Response =>
  new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } });

/** The request arrived, its answer did not. */
export function lostAnswer(): never {
  throw new TypeError('The connection was lost.');
}

/** An answer in which the server refuses the operation with a code of the domain. */
export const refusedWith = (code: string, messages: Messages = { vi: code, en: code }): Response =>
  Response.json({ data: null, errors: [{ message: messages.vi, extensions: { code, messages } }] });
