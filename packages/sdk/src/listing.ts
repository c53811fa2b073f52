import { formatNumber } from '@cnscd/domain';
import { CnscdError } from './error.ts';
import type { RequestOptions } from './send.ts';

/** One page of a listing. */
export interface Page<Item> {
  items: Item[];
  /** How many items there are on all pages. */
  totalCount: number;
  hasNextPage: boolean;
  /** `after` of the next page. Null on an empty page. */
  endCursor: string | null;
}

/** Which page: `first` is its size, 1 to 200, 20 by default; `after` is the `endCursor` of the page before. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

export interface AllOptions extends RequestOptions {
  /** Most items to go through. One more that there is ends the loop with `ITEM_LIMIT`. @defaultValue 10_000 */
  maxItems?: number;
}

/** Three ways through the same list. The time-out is one for each page. */
export interface Listing<Filter, Item> {
  /** One page. @throws {CnscdError} `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  list(filter: Filter & PageArguments, options?: RequestOptions): Promise<Page<Item>>;
  /** Page after page. @throws {CnscdError} `ITEM_LIMIT` */
  pages(filter: Filter & PageArguments, options?: AllOptions): AsyncGenerator<Page<Item>, void, undefined>;
  /** Item after item, fetched a page at a time. @throws {CnscdError} `ITEM_LIMIT` */
  all(filter: Filter & PageArguments, options?: AllOptions): AsyncGenerator<Item, void, undefined>;
}

/** What a GraphQL connection gives for a page. */
export interface ConnectionPage<Item> {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Item[];
}

const MOST_ITEMS = 10_000;
/** Of a loop that goes through all of them: fewer round trips than the server's 20. */
const LOOP_PAGE_SIZE = 100;

/** A listing over whatever fetches one page. */
export function listing<Filter, Item>(
  fetchPage: (
    filter: Filter & PageArguments,
    options: RequestOptions | undefined,
  ) => Promise<ConnectionPage<Item>>,
): Listing<Filter, Item> {
  async function list(filter: Filter & PageArguments, options?: RequestOptions): Promise<Page<Item>> {
    const { nodes, totalCount, pageInfo } = await fetchPage(filter, options);
    return { items: nodes, totalCount, hasNextPage: pageInfo.hasNextPage, endCursor: pageInfo.endCursor };
  }

  async function* pages(filter: Filter & PageArguments, options: AllOptions = {}) {
    const { maxItems = MOST_ITEMS, ...requestOptions } = options;
    let after = filter.after ?? null;
    for (let seen = 0; ; ) {
      const page = await list({ ...filter, first: filter.first ?? LOOP_PAGE_SIZE, after }, requestOptions);
      const room = maxItems - seen;
      seen += page.items.length;
      yield page.items.length > room ? { ...page, items: page.items.slice(0, room) } : page;
      if (seen > maxItems || (seen === maxItems && page.hasNextPage))
        throw tooMany(maxItems, page.totalCount);
      if (!page.hasNextPage) return;
      if (page.endCursor === null || page.endCursor === after) throw endless();
      after = page.endCursor;
    }
  }

  async function* all(filter: Filter & PageArguments, options: AllOptions = {}) {
    for await (const page of pages(filter, options)) yield* page.items;
  }

  return { list, pages, all };
}

function tooMany(maxItems: number, totalCount: number): CnscdError {
  const messages = {
    vi: `Danh sách có ${formatNumber(totalCount)} mục, nhiều hơn giới hạn ${formatNumber(maxItems)}. Hãy thu hẹp điều kiện hoặc tăng maxItems.`,
    en: `The list has ${totalCount} items, more than the limit of ${maxItems}. Narrow the filter or raise maxItems.`,
  };
  return new CnscdError('ITEM_LIMIT', messages, { field: 'maxItems', value: String(maxItems) });
}

/** A server that hands out the same cursor again would keep the loop going for ever. */
function endless(): CnscdError {
  const messages = {
    vi: 'Máy chủ báo còn trang sau nhưng không cho con trỏ mới.',
    en: 'The server says that there is a next page but gives no new cursor.',
  };
  return new CnscdError('GRAPHQL', messages);
}
