import { pageSizeOf } from './page-size.ts';

interface ConnectionPage<Item> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Item[];
}

type FetchPage<Item> = (
  page: { first: number; after: string | null },
  signal: AbortSignal,
) => Promise<ConnectionPage<Item>>;

/** The pages of a list that were fetched so far. */
export interface PagedList<Item> {
  items: readonly Item[];
  totalCount: number;
  /** How many are not fetched yet: at least one while there is another page, whatever was counted meanwhile. */
  left: number;
  /** The list with one more page. */
  more(signal: AbortSignal): Promise<PagedList<Item>>;
}

/** The first page of a list. */
export function pagedList<Item>(
  pageSize: number,
  fetchPage: FetchPage<Item>,
  signal: AbortSignal,
): Promise<PagedList<Item>> {
  const first = pageSizeOf(pageSize);
  const next = async (
    before: readonly Item[],
    after: string | null,
    signal: AbortSignal,
  ): Promise<PagedList<Item>> => {
    const { nodes, totalCount, pageInfo } = await fetchPage({ first, after }, signal);
    const { hasNextPage, endCursor } = pageInfo;
    const items = [...before, ...nodes];
    return {
      items,
      totalCount,
      left: hasNextPage && endCursor !== null ? Math.max(1, totalCount - items.length) : 0,
      more: (signal) => next(items, endCursor, signal),
    };
  };
  return next([], null, signal);
}
