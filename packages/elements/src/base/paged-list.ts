import { pageSizeOf } from './page-size.ts';

interface ConnectionPage<Item> {
  totalCount: number;
  pageInfo: { endCursor: string | null };
  nodes: Item[];
}

type FetchPage<Item> = (page: { first: number; after: string | null }) => Promise<ConnectionPage<Item>>;

/** The pages of a list that were fetched so far. */
export interface PagedList<Item> {
  items: readonly Item[];
  totalCount: number;
  /** How many are not fetched yet. */
  left: number;
  /** The list with one more page. */
  more(): Promise<PagedList<Item>>;
}

/** The first page of a list. */
export function pagedList<Item>(pageSize: number, fetchPage: FetchPage<Item>): Promise<PagedList<Item>> {
  const first = pageSizeOf(pageSize);
  const next = async (before: readonly Item[], after: string | null): Promise<PagedList<Item>> => {
    const { nodes, totalCount, pageInfo } = await fetchPage({ first, after });
    const items = [...before, ...nodes];
    return {
      items,
      totalCount,
      left: totalCount - items.length,
      more: () => next(items, pageInfo.endCursor),
    };
  };
  return next([], null);
}
