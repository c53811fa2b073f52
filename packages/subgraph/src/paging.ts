import { DomainError } from '@cnscd/domain';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 200;

/** What a connection field needs of its arguments. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** A page to read: one row more than asked for tells whether there is a next page. */
export interface Page {
  limit: number;
  afterKey: string | null;
  afterId: string | null;
}

/** A row that can stand in a sorted list: a total order by sortKey, then id. */
export interface Sortable {
  id: string;
  sortKey: string;
}

export interface PageOf<Row> {
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

/** @throws {DomainError} `PAGE_SIZE_INVALID` outside 1–200, `CURSOR_INVALID` for a cursor that no page gave out */
export function pageOf(args: PageArguments): Page {
  const first = args.first ?? DEFAULT_PAGE_SIZE;
  if (first < 1 || first > MAX_PAGE_SIZE) {
    throw new DomainError(
      'PAGE_SIZE_INVALID',
      {
        vi: `first là ${first}; phải từ 1 đến ${MAX_PAGE_SIZE}. Để xem thêm, dùng after.`,
        en: `first is ${first}; it must be 1 to ${MAX_PAGE_SIZE}. Use after to read on.`,
      },
      { field: 'first', value: String(first) },
    );
  }
  const [afterKey, afterId] = args.after == null ? [null, null] : readCursor(args.after);
  return { limit: first + 1, afterKey, afterId };
}

/** A page as GraphQL connections have it, from at most `limit` sorted rows. */
export function connectionOf<Row extends Sortable>(rows: Row[], page: Page): PageOf<Row> {
  const edges = rows.slice(0, page.limit - 1).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length === page.limit,
      hasPreviousPage: page.afterId !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function cursorOf({ sortKey, id }: Sortable): string {
  return Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');
}

function readCursor(cursor: string): [string, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts)) {
      const [key, id]: unknown[] = parts;
      if (typeof key === 'string' && typeof id === 'string') return [key, id];
    }
  } catch {
    // Not one of ours: refused below like any other wrong cursor.
  }
  throw cursorInvalid(cursor);
}

/** The refusal of a cursor that this list did not give out. */
export function cursorInvalid(cursor: string): DomainError {
  return new DomainError(
    'CURSOR_INVALID',
    {
      vi: 'after không phải con trỏ do danh sách này trả về; hãy lấy endCursor của trang trước.',
      en: 'after is not a cursor of this list; take endCursor of the page before.',
    },
    { field: 'after', value: cursor.slice(0, 60) },
  );
}
