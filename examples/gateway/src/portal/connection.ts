import { GraphQLError } from 'graphql';

const MAX_PAGE = 100;

export interface PageArguments {
  first: number;
  after?: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

/** @throws GraphQLError `BAD_USER_INPUT` unless `first` is 0–100 and `after` is the key of one of the rows */
export function connection<Node>(
  rows: Node[],
  keyOf: (row: Node) => string,
  page: PageArguments,
): Connection<Node> {
  if (page.first < 0 || page.first > MAX_PAGE)
    refuse(`first is ${page.first}; it must be from 0 to ${MAX_PAGE}.`);
  const start = page.after == null ? 0 : rows.findIndex((row) => keyOf(row) === page.after) + 1;
  if (page.after != null && start === 0) refuse('after is not a cursor of this list.');
  const edges = rows.slice(start, start + page.first).map((node) => ({ cursor: keyOf(node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: start + edges.length < rows.length,
      hasPreviousPage: start > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: rows.length,
  };
}

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
