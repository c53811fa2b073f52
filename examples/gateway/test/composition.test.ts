import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeSupergraph, portalSdl, type Subgraph } from '../src/index.ts';
import { communityTeamSdl } from './support/community-team-sdl.ts';

const SUBGRAPHS: Subgraph[] = [
  { name: 'portal', url: 'http://127.0.0.1:4002/graphql', sdl: portalSdl },
  { name: 'community-teams', url: 'http://127.0.0.1:4001/graphql', sdl: communityTeamSdl },
];

describe('the portal and community teams become one graph', () => {
  it('by Apollo’s composer', () => {
    expectBothInside(composeSupergraph(SUBGRAPHS));
  });

  it('by The Guild’s composer', () => {
    const { supergraphSdl, errors } = composeServices(
      SUBGRAPHS.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })),
    );
    expect(errors ?? []).toEqual([]);
    expectBothInside(supergraphSdl ?? '');
  });
});

/** A commune has the portal's fields and ours, and PageInfo, which both define, is there once. */
function expectBothInside(supergraphSdl: string): void {
  const types = new Map(
    parse(supergraphSdl).definitions.flatMap((definition) =>
      definition.kind === 'ObjectTypeDefinition' ? [[definition.name.value, definition] as const] : [],
    ),
  );
  const fields = types.get('AdminUnit')?.fields?.map((field) => field.name.value);
  expect(fields).toEqual(expect.arrayContaining(['code', 'fullName', 'teams', 'oneStopServices', 'news']));
  expect(supergraphSdl.match(/^type PageInfo\b/gm)).toHaveLength(1);
}
