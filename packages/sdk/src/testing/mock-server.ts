import type { Messages } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';

/** One request as the server sees it. */
export interface MockRequest {
  /** Name of the operation: `RecordActivity`. Of a file the end of its address: `exports/roster.xlsx`. */
  operation: string;
  /** Empty for a file. */
  query: string;
  /** Of a file what its address has behind `?`. */
  variables: Readonly<Record<string, unknown>>;
  headers: Headers;
  /** What was sent of a file; null for all else. */
  file: Blob | null;
}

/**
 * The `data` of an answer, for a file that was sent its JSON, or a whole response: `status(503)`, `htmlPage()`, `file(…)`.
 * What is thrown is a lost connection.
 */
export type MockAnswer = Readonly<Record<string, unknown>> | Response;

type Answering = MockAnswer | ((request: MockRequest) => MockAnswer | Promise<MockAnswer>);

export interface MockServer {
  /** For `createClient`. */
  fetch: typeof fetch;
  /** What came, in order. */
  readonly requests: readonly MockRequest[];
}

/**
 * A server in place of the network: an answer for each operation by its name, and for each file by the end of its
 * address. Of several they are given one after the other, the last one for good. What it has no answer for is `GRAPHQL`
 * at once.
 *
 * @example
 * const server = mockServer({
 *   Teams: [status(503), { teams: { totalCount: 0, pageInfo, nodes: [] } }],
 *   'exports/roster.xlsx': file('Danh sách.xlsx', bytes),
 * });
 * const client = createClient({ url: 'https://example.gov.vn/graphql', fetch: server.fetch });
 */
export function mockServer(
  operations: Readonly<Record<string, Answering | readonly Answering[]>>,
): MockServer {
  const requests: MockRequest[] = [];
  const names = Object.keys(operations);
  return {
    requests,
    async fetch(url, init) {
      init?.signal?.throwIfAborted();
      const headers = new Headers(init?.headers);
      const isOperation = headers.get('content-type') === 'application/json';
      const asked = isOperation ? operationIn(init) : fileIn(String(url), init, names);
      const { operation } = asked;
      const request = { ...asked, headers };
      const earlier = requests.filter((each) => each.operation === operation).length;
      requests.push(request);
      const answers = operations[operation];
      if (answers === undefined) throw unanswerable(operation, names);
      const row = (Array.isArray(answers) ? answers : [answers]) as readonly Answering[];
      const answering = row[Math.min(earlier, row.length - 1)];
      const answer = typeof answering === 'function' ? await answering(request) : answering;
      // A response can be read once, and the last answer is given again.
      if (answer instanceof Response) return answer.clone();
      return Response.json(isOperation ? { data: answer } : answer);
    },
  };
}

type Asked = Omit<MockRequest, 'headers'>;

function operationIn(init: RequestInit | undefined): Asked {
  const body = JSON.parse(String(init?.body)) as Pick<MockRequest, 'query' | 'variables'>; // the SDK's own body
  const operation = /\b(?:query|mutation)\s+(\w+)/.exec(body.query)?.[1] ?? '';
  return { operation, query: body.query, variables: body.variables ?? {}, file: null };
}

function fileIn(url: string, init: RequestInit | undefined, names: readonly string[]): Asked {
  const [address = '', search] = url.split('?');
  return {
    operation: names.find((name) => address.endsWith(`/${name}`)) ?? address,
    query: '',
    variables: Object.fromEntries(new URLSearchParams(search)),
    file: init?.body instanceof Blob ? init.body : null,
  };
}

/** A fault of the test, not of the network: it is not tried again. */
function unanswerable(operation: string, names: readonly string[]): CnscdError {
  return new CnscdError('GRAPHQL', {
    vi: `Máy chủ giả không có câu trả lời cho ${operation}; chỉ có cho ${names.join(', ')}.`,
    en: `The mock server has no answer for ${operation}, only for ${names.join(', ')}.`,
  });
}

/** A file as the server sends it. */
export const file = (name: string, content: string | Blob | Uint8Array): Response =>
  // The cast: bytes of a file, never of memory that is shared.
  new Response(new Blob([content as BlobPart]), {
    headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
  });

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
