import { formatNumber } from '@cnscd/domain';
import type { RequestOptions } from './deliver.ts';
import { CnscdError } from './error.ts';
import { iterated, OVER } from './iterated.ts';

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
  /** Most items to go through, a whole number. One more that there is ends the loop with `ITEM_LIMIT`. @defaultValue 10_000 */
  maxItems?: number;
}

export interface ArrayOptions extends RequestOptions {
  /** Most items to take, a whole number; what lies behind them is left where it is. */
  limit: number;
}

/** Four ways through the same list. The time-out is one for each page. `INPUT_INVALID` for a limit that is none. */
export interface Listing<Filter, Item> {
  /** One page. @throws {CnscdError} `PAGE_SIZE_INVALID`, `CURSOR_INVALID` */
  list(filter: Filter & PageArguments, options?: RequestOptions): Promise<Page<Item>>;
  /** Page after page. @throws {CnscdError} `ITEM_LIMIT` */
  pages(filter: Filter & PageArguments, options?: AllOptions): AsyncIterableIterator<Page<Item>>;
  /** Item after item, fetched a page at a time. @throws {CnscdError} `ITEM_LIMIT` */
  all(filter: Filter & PageArguments, options?: AllOptions): AsyncIterableIterator<Item>;
  /** The first items, up to a limit, as an array. */
  toArray(filter: Filter & PageArguments, options: ArrayOptions): Promise<Item[]>;
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

  function pages(filter: Filter & PageArguments, options: AllOptions = {}) {
    const { maxItems = MOST_ITEMS, ...requestOptions } = options;
    requireLimit('maxItems', maxItems);
    let after = filter.after ?? null;
    let seen = 0;
    let last: CnscdError | 'LAST' | null = null;
    return iterated<Page<Item>>(async () => {
      if (last === 'LAST') return OVER;
      if (last !== null) throw last;
      const page = await list({ ...filter, first: filter.first ?? LOOP_PAGE_SIZE, after }, requestOptions);
      const room = maxItems - seen;
      seen += page.items.length;
      // What there is up to the limit is given before the loop ends with the error.
      if (seen > maxItems || (seen === maxItems && page.hasNextPage))
        last = tooMany(maxItems, page.totalCount);
      else if (!page.hasNextPage) last = 'LAST';
      // Each page has something, so that the limit ends what a server would let go on for ever.
      else if (page.items.length === 0 || page.endCursor === null || page.endCursor === after)
        last = endless();
      after = page.endCursor;
      const value = page.items.length > room ? { ...page, items: page.items.slice(0, room) } : page;
      return { done: false, value };
    });
  }

  function all(filter: Filter & PageArguments, options: AllOptions = {}) {
    const rest = pages(filter, options);
    let items: Item[] = [];
    return iterated<Item>(async () => {
      while (items.length === 0) {
        const page = await rest.next();
        if (page.done === true) return OVER;
        items = [...page.value.items];
      }
      return { done: false, value: items.shift() as Item }; // the loop above ends where there is one
    });
  }

  async function toArray(filter: Filter & PageArguments, { limit, ...options }: ArrayOptions) {
    requireLimit('limit', limit);
    const first = Math.min(filter.first ?? LOOP_PAGE_SIZE, limit);
    const rest = pages({ ...filter, first }, { ...options, maxItems: limit });
    const items: Item[] = [];
    while (items.length < limit) {
      const page = await rest.next();
      if (page.done === true) break;
      items.push(...page.value.items);
    }
    return items;
  }

  return { list, pages, all, toArray };
}

function tooMany(maxItems: number, totalCount: number): CnscdError {
  const messages = {
    vi: `Danh sách có ${formatNumber(totalCount)} mục, nhiều hơn giới hạn ${formatNumber(maxItems)}. Hãy thu hẹp điều kiện hoặc tăng maxItems.`,
    en: `The list has ${totalCount} items, more than the limit of ${maxItems}. Narrow the filter or raise maxItems.`,
  };
  return new CnscdError('ITEM_LIMIT', messages, { field: 'maxItems', value: String(maxItems) });
}

function requireLimit(field: 'maxItems' | 'limit', limit: number): void {
  if (Number.isSafeInteger(limit) && limit >= 0) return;
  const messages = {
    vi: `${field} là ${limit}; phải là số nguyên từ 0.`,
    en: `${field} is ${limit}; it must be a whole number from 0.`,
  };
  throw new CnscdError('INPUT_INVALID', messages, { field, value: String(limit) });
}

/** A server that hands out the same cursor again would keep the loop going for ever. */
function endless(): CnscdError {
  const messages = {
    vi: 'Máy chủ báo còn trang sau nhưng trang này không có mục nào, hoặc không có con trỏ mới.',
    en: 'The server says that there is a next page, but this one has no items or no new cursor.',
  };
  return new CnscdError('GRAPHQL', messages);
}
