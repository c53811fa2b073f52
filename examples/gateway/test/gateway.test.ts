import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CompositionError,
  portalSdl,
  type RunningServer,
  startGateway,
  startPortalSubgraph,
} from '../src/index.ts';
import { ask } from './support/ask.ts';
import { startStandIn } from './support/stand-in.ts';

const PAGE = 'http://127.0.0.1:4100';

let portal: RunningServer;
let standIn: Awaited<ReturnType<typeof startStandIn>>;
let gateway: RunningServer;

beforeAll(async () => {
  portal = await startPortalSubgraph({ port: 0 });
  standIn = await startStandIn();
  const subgraphs = [{ name: 'portal', url: portal.url, sdl: portalSdl }, standIn];
  gateway = await startGateway({ port: 0, subgraphs, corsOrigins: [PAGE] });
});
afterAll(async () => {
  await gateway.close();
  await standIn.close();
  await portal.close();
});

describe('startGateway', () => {
  it('joins what two subgraphs know of one commune', async () => {
    const { data, errors } = await ask(
      gateway.url,
      '{ citizen(id: "CD-003") { commune { code name population } } }',
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({ citizen: { commune: { code: '20275', name: 'Unit 20275', population: 83000 } } });
  });

  it('answers null where a unit has no code to join by', async () => {
    const { data, errors } = await ask(gateway.url, '{ villages { name oneStopServices { name } } }');
    expect(errors).toEqual([]);
    expect(data).toEqual({ villages: [{ name: 'Tà Lang', oneStopServices: null }] });
  });

  it.each([
    ['authorization', 'Bearer made-up'],
    ['accept-language', 'vi'],
    ['traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  ])('forwards %s to the subgraphs', async (name, value) => {
    const { data } = await ask(gateway.url, `{ receivedHeader(name: "${name}") }`, { [name]: value });
    expect(data).toEqual({ receivedHeader: value });
  });

  it('keeps other headers to itself', async () => {
    const { data } = await ask(gateway.url, '{ receivedHeader(name: "cookie") }', { cookie: 'session=1' });
    expect(data).toEqual({ receivedHeader: null });
  });

  it('passes on the code of a subgraph’s refusal', async () => {
    const { errors } = await ask(gateway.url, '{ citizens(first: 101) { totalCount } }');
    expect(errors).toMatchObject([
      { message: expect.stringContaining('101'), extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });

  it('lets the portal page call it and no other page', async () => {
    const allowed = await ask(gateway.url, '{ __typename }', { origin: PAGE });
    expect(allowed.headers.get('access-control-allow-origin')).toBe(PAGE);
    const other = await ask(gateway.url, '{ __typename }', { origin: 'http://127.0.0.1:9999' });
    expect(other.headers.get('access-control-allow-origin')).not.toBe('http://127.0.0.1:9999');
  });

  it('refuses a body over 1 MB with JSON', async () => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: `{ __typename } #${'x'.repeat(1024 * 1024)}` }),
    });
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('tells a load balancer that it lives', async () => {
    expect((await fetch(new URL('/health', gateway.url))).status).toBe(200);
  });

  it('shows browsers a GraphiQL that loads nothing from elsewhere', async () => {
    const html = await (await fetch(gateway.url, { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('GraphiQL');
    expect([...html.matchAll(/<(?:script|link)[^>]*(?:src|href)="(https?:[^"]*)"/g)]).toEqual([]);
  });

  it('says line by line why subgraphs do not compose', async () => {
    const sdl = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9") type Query { villages: Int }`;
    const rival = { name: 'rival', url: 'http://127.0.0.1:9/graphql', sdl };
    const refusal = await startGateway({ port: 0, subgraphs: [standIn, rival] }).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(CompositionError);
    const { message, reasons } = refusal as CompositionError;
    expect(reasons.join()).toMatch(/INVALID_FIELD_SHARING: .*Query\.villages/);
    expect(message.split('\n')).toHaveLength(reasons.length + 1);
  });
});
