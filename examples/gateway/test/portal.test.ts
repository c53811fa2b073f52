import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSupergraph, portalSdl, type RunningServer, startPortalSubgraph } from '../src/index.ts';
import { ask } from './support/ask.ts';

let portal: RunningServer;
beforeAll(async () => {
  portal = await startPortalSubgraph({ port: 0 });
});
afterAll(() => portal.close());

describe('the portal subgraph alone', () => {
  it('publishes an SDL that means the same to a composer as the committed file', async () => {
    const { data } = await ask(portal.url, '{ _service { sdl } }');
    const { sdl } = (data as { _service: { sdl: string } })._service;
    const supergraphOf = (text: string) =>
      composeSupergraph([{ name: 'portal', url: portal.url, sdl: text }]);
    expect(supergraphOf(sdl)).toBe(supergraphOf(portalSdl));
  });

  it('resolves communes by code in the order asked, null for units it does not serve and for villages', async () => {
    const { data, errors } = await ask(
      portal.url,
      `{ _entities(representations: [
           { __typename: "AdminUnit", code: "20275" }, { __typename: "AdminUnit", code: "99999" },
           { __typename: "AdminUnit", code: null }, { __typename: "AdminUnit", code: "29194" }
         ]) { ... on AdminUnit { code population } } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      _entities: [{ code: '20275', population: 83000 }, null, null, { code: '29194', population: 29000 }],
    });
  });

  it('pages without gaps or repeats', async () => {
    const ids: string[] = [];
    let after = 'null';
    for (;;) {
      const { data } = await ask(
        portal.url,
        `{ citizens(first: 5, after: ${after}) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`,
      );
      const { citizens } = data as { citizens: CitizenPage };
      ids.push(...citizens.edges.map((edge) => edge.node.id));
      if (!citizens.pageInfo.hasNextPage) {
        expect(ids).toHaveLength(citizens.totalCount);
        break;
      }
      after = JSON.stringify(citizens.pageInfo.endCursor);
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['first: 101', 'first: -1', 'after: "nobody"'])('refuses citizens(%s)', async (page) => {
    const { data, errors } = await ask(portal.url, `{ citizens(${page}) { totalCount } }`);
    expect(data).toBeNull();
    expect(errors.map((error) => error.extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('marks whatever a person reads as made up', async () => {
    const { data } = await ask(
      portal.url,
      `{ citizens(first: 100) { edges { node { displayName } } } news(first: 100) { edges { node { title } } }
         communes { oneStopOffice { address openingHours } oneStopServices { name } } }`,
    );
    const texts = [
      ...JSON.stringify(data).matchAll(/"(?:displayName|title|name|address|openingHours)":"([^"]*)"/g),
    ];
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.map(([, text]) => text).filter((text) => !text?.endsWith('(giả lập)'))).toEqual([]);
  });
});

interface CitizenPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { id: string } }[];
}
