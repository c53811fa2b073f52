import type { Context } from './context.ts';
import { groupBy, perRequest } from './context.ts';
import {
  connectionOf,
  type Page,
  type PageArguments,
  type PagedList,
  type PageOf,
  pageOf,
  type Sortable,
} from './paging.ts';

/** A page that can also tell how many items there are in all, if it is asked. */
export interface Connection<Row> extends PageOf<Row> {
  total: () => Promise<number>;
}

/** How a list below a parent is read: for many parents at once, one statement each. */
export interface ListBelow<Filter, Row extends Sortable> extends PagedList {
  rows(ctx: Context, ownerIds: string[], filter: Filter, page: Page): Promise<(Row & { ownerId: string })[]>;
  count(ctx: Context, ownerIds: string[], filter: Filter): Promise<{ ownerId: string; total: number }[]>;
}

/**
 * Declares a list below a parent. However many parents a query has, the list costs one statement,
 * and one more when `totalCount` is selected.
 */
export function listBelow<Filter, Row extends Sortable>(list: ListBelow<Filter, Row>) {
  interface Key {
    ownerId: string;
    filter: Filter;
    page: Page | null;
  }
  const signature = ({ filter, page }: Key) => JSON.stringify([filter, page]);
  const identity = (key: Key) => `${key.ownerId} ${signature(key)}`;

  const rowsOf = perRequest<Key, Row[]>(async (ctx, keys) => {
    const found = new Map<string, Row[]>(keys.map((key) => [identity(key), []]));
    for (const group of groupBy(keys, signature).values()) {
      const [{ filter, page }] = group;
      if (page === null) continue;
      const rows = await list.rows(
        ctx,
        group.map((key) => key.ownerId),
        filter,
        page,
      );
      for (const row of rows) found.get(identity({ ownerId: row.ownerId, filter, page }))?.push(row);
    }
    return keys.map((key) => found.get(identity(key)) ?? []);
  }, identity);

  const countOf = perRequest<Key, number>(async (ctx, keys) => {
    const found = new Map<string, number>();
    for (const group of groupBy(keys, signature).values()) {
      const [{ filter, page }] = group;
      const rows = await list.count(
        ctx,
        group.map((key) => key.ownerId),
        filter,
      );
      for (const { ownerId, total } of rows) found.set(identity({ ownerId, filter, page }), total);
    }
    return keys.map((key) => found.get(identity(key)) ?? 0);
  }, identity);

  return async (
    ctx: Context,
    ownerId: string,
    filter: Filter,
    args: PageArguments,
  ): Promise<Connection<Row>> => {
    const page = pageOf(args, list);
    const rows = await rowsOf(ctx).load({ ownerId, filter, page });
    return { ...connectionOf(rows, page), total: () => countOf(ctx).load({ ownerId, filter, page: null }) };
  };
}
