import { builder } from './builder.ts';
import type { Connection } from './connections.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './paging.ts';

type Listed = 'AdminUnit' | 'Team' | 'Member' | 'Activity';

/** The connection type of an entity: edges, nodes, pageInfo and a total that is counted only if asked for. */
export function connectionType<Name extends Listed>(type: Name) {
  return builder.connectionObject(
    {
      type,
      name: `${type}Connection`,
      description: `One page of ${type} items.`,
      fields: (t) => ({
        totalCount: t.int({
          description: 'How many items there are on all pages.',
          // Every resolver of a connection field returns a Connection, see connections.ts.
          resolve: (page) => (page as unknown as Connection<unknown>).total(),
        }),
      }),
    },
    { name: `${type}Edge`, description: `One ${type} and the cursor behind it.` },
  );
}

/** Costs of a connection field, in the one place that gateways and the subgraph read. */
export const pagedList = {
  slicingArguments: ['first'],
  sizedFields: ['edges', 'nodes'],
  assumedSize: DEFAULT_PAGE_SIZE,
  requireOneSlicingArgument: false,
};

/** Arguments of every paged list. */
export const pageArguments = builder.args((t) => ({
  first: t.int({
    description: `Page size, 1 to ${MAX_PAGE_SIZE}. Default: ${DEFAULT_PAGE_SIZE}. Error: \`PAGE_SIZE_INVALID\`.`,
  }),
  after: t.string({ description: '`endCursor` of the page before. Error: `CURSOR_INVALID`.' }),
}));
