import type { ObjectRef } from '@pothos/core';
import { builder } from './builder.ts';
import type { Connection } from './connections.ts';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './paging.ts';

type Types = typeof builder.$inferSchemaTypes;
/** An entity by its name, or rows that only a list has. */
type Listed =
  | 'AdminUnit'
  | 'Team'
  | 'Member'
  | 'Activity'
  | 'Merger'
  | 'Report'
  | 'Import'
  | ObjectRef<Types, object>;

/** The connection type of what a list has: edges, nodes, pageInfo and a total that is counted only if asked for. */
export function connectionType<Type extends Listed>(type: Type) {
  const name = typeof type === 'string' ? type : type.name;
  return builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      description: `One page of ${name} items.`,
      fields: (t) => ({
        totalCount: t.int({
          description: 'How many items there are on all pages.',
          // Every resolver of a connection field returns a Connection, see connections.ts.
          resolve: (page) => (page as unknown as Connection<unknown>).total(),
        }),
      }),
    },
    { name: `${name}Edge`, description: `One ${name} and the cursor behind it.` },
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
