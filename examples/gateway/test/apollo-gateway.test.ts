import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../src/index.ts';
import { startApolloGateway } from './support/apollo-gateway.ts';
import { ask } from './support/ask.ts';
import { startStandIn } from './support/stand-in.ts';

let standIn: Awaited<ReturnType<typeof startStandIn>>;
let gateway: RunningServer;

beforeAll(async () => {
  standIn = await startStandIn();
  gateway = await startApolloGateway([standIn]);
});
afterAll(async () => {
  await gateway.close();
  await standIn.close();
});

describe('@apollo/gateway, set up as docs/federation.md says', () => {
  it.each([
    ['authorization', 'Bearer made-up'],
    ['accept-language', 'vi'],
  ])('forwards %s to the subgraphs', async (name, value) => {
    const { data } = await ask(gateway.url, `{ receivedHeader(name: "${name}") }`, { [name]: value });
    expect(data).toEqual({ receivedHeader: value });
  });

  it('keeps other headers to itself', async () => {
    const { data } = await ask(gateway.url, '{ receivedHeader(name: "cookie") }', { cookie: 'session=1' });
    expect(data).toEqual({ receivedHeader: null });
  });
});
