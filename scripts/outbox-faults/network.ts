import type { Chance } from './chance.ts';
import { withOneRefused } from './refuse-one.ts';

/** What may become of a request between a phone and the server. */
export const FAULTS = [
  'REQUEST_LOST',
  'ANSWER_LOST',
  'ANSWER_NEVER_COMES',
  'REQUEST_ARRIVES_LATE',
  'STATUS_500',
  'STATUS_503_AFTER_COMMIT',
  'STATUS_429',
  'STATUS_401',
  'PORTAL_PAGE',
  'PORTAL_PAGE_AFTER_COMMIT',
  'GATEWAY_ERROR',
  'REPORT_IS_EMPTY',
  'ONE_IS_REFUSED_FOR_NOW',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What becomes of every request that one certain record is in, as long as it is blocked. */
const BLOCKS = [
  () => new Response('<h1>403</h1>', { status: 403 }),
  () => new Response('', { status: 413 }),
  () => new Response('{}', { status: 500 }),
  () => Response.json({ data: null, errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] }),
  () => {
    throw new TypeError('fetch failed');
  },
] as const;

/** The line between the phones of one schedule and the server. */
export interface Network {
  /** How many of the requests that come next fail, on average: 0 to 1. */
  faultRatio: number;
  /** What the requests that come next meet, one each, before chance has its say. */
  readonly planned: (Fault | 'NONE')[];
  /** Texts of records that a firewall on the way, or a fault of the server, lets not through. */
  readonly blocked: Set<string>;
  fetch: typeof fetch;
  /** Requests that the server is at work on. */
  readonly atWork: number;
  /** Resolves when one of them is over. */
  nextEnd(): Promise<unknown>;
  /** Lets everything arrive that is still on its way. */
  settle(): Promise<void>;
  readonly requests: number;
  /** What requests met, and how often. */
  readonly met: ReadonlyMap<Fault | 'NONE' | 'BLOCKED', number>;
}

export function faultyNetwork(url: string, chance: Chance): Network {
  const working = new Set<Promise<unknown>>();
  const late: (() => Promise<unknown>)[] = [];
  let requests = 0;
  const met = new Map<Fault | 'NONE' | 'BLOCKED', number>();
  const block = chance.of(BLOCKS);
  const blocked = new Set<string>();
  /** To the server and back, whatever the phone still waits for. */
  const deliver = (init: RequestInit | undefined): Promise<Response> => {
    const { signal: _, ...rest } = init ?? {};
    const work = fetch(url, rest).then(async (response) => {
      const text = await response.text();
      return new Response(text, { status: response.status, headers: response.headers });
    });
    working.add(work);
    const over = () => working.delete(work);
    work.then(over, over);
    return work;
  };
  const network: Network = {
    faultRatio: 0,
    planned: [],
    met,
    blocked,
    get atWork() {
      return working.size;
    },
    get requests() {
      return requests;
    },
    nextEnd: () => Promise.race([...working].map((work) => work.catch(() => {}))),
    async settle() {
      for (const send of late.splice(0)) await send();
      await Promise.all(working);
    },
    async fetch(_url, init) {
      requests += 1;
      const body = String(init?.body);
      if ([...blocked].some((text) => body.includes(text))) {
        met.set('BLOCKED', (met.get('BLOCKED') ?? 0) + 1);
        return block();
      }
      const chosen = network.planned.shift() ?? (chance.is(network.faultRatio) ? chance.of(FAULTS) : 'NONE');
      met.set(chosen, (met.get(chosen) ?? 0) + 1);
      // What comes late comes after something that was sent later.
      const overtaken = late.splice(0);
      const answer = await meet(chosen, init);
      for (const send of overtaken) await send();
      return answer;
    },
  };
  async function meet(fault: Fault | 'NONE', init: RequestInit | undefined): Promise<Response> {
    switch (fault) {
      case 'NONE':
        return deliver(init);
      case 'REQUEST_LOST':
        throw new TypeError('fetch failed');
      case 'ANSWER_LOST':
        await deliver(init);
        throw new TypeError('fetch failed');
      case 'ANSWER_NEVER_COMES':
        await deliver(init);
        return aborted(init);
      case 'REQUEST_ARRIVES_LATE':
        late.push(() => deliver(init));
        return aborted(init);
      case 'STATUS_500':
        return new Response('{}', { status: 500 });
      case 'STATUS_503_AFTER_COMMIT':
        await deliver(init);
        return new Response('busy', { status: 503 });
      case 'STATUS_429':
        return new Response('', { status: 429, headers: { 'retry-after': String(1 + chance.below(90)) } });
      case 'STATUS_401':
        return new Response('', { status: 401 });
      case 'PORTAL_PAGE_AFTER_COMMIT':
        await deliver(init);
        return new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } });
      case 'PORTAL_PAGE':
        return new Response('<h1>Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } });
      case 'GATEWAY_ERROR':
        return Response.json({ data: null, errors: [{ message: 'subgraph unreachable' }] });
      case 'REPORT_IS_EMPTY':
        return Response.json({ data: { replayOutbox: { __typename: 'OutboxReport', outcomes: [] } } });
      case 'ONE_IS_REFUSED_FOR_NOW':
        return withOneRefused(init, chance, deliver);
      default:
        return fault satisfies never;
    }
  }
  return network;
}

const aborted = (init: RequestInit | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const { signal } = init ?? {};
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
