import { DomainError, isStorableText } from '@cnscd/domain';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 200;

/** What a connection field needs of its arguments. */
export interface PageArguments {
  first?: number | null | undefined;
  after?: string | null | undefined;
}

/** What tells the cursors of one list from those of another. */
export interface PagedList {
  /** A name that no other list has. It stands in every cursor. */
  name: string;
  /** Whether a text is a sort key as this list writes them. @defaultValue any text that can be stored is */
  isSortKey?: (key: string) => boolean;
  /** The argument that takes its cursors. @defaultValue `after` */
  cursorArgument?: string;
  /** @defaultValue {@link DEFAULT_PAGE_SIZE} */
  defaultPageSize?: number;
  /** @defaultValue {@link MAX_PAGE_SIZE} */
  maxPageSize?: number;
}

/** A page to read: one row more than asked for tells whether there is a next page. */
export interface Page {
  listName: string;
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

/** @throws {DomainError} `PAGE_SIZE_INVALID` outside 1–200, `CURSOR_INVALID` for a cursor that no page of the list gave out */
export function pageOf(args: PageArguments, list: PagedList): Page {
  const { defaultPageSize = DEFAULT_PAGE_SIZE, maxPageSize = MAX_PAGE_SIZE, cursorArgument = 'after' } = list;
  const first = args.first ?? defaultPageSize;
  if (first < 1 || first > maxPageSize) {
    throw new DomainError(
      'PAGE_SIZE_INVALID',
      {
        vi: `first là ${first}; phải từ 1 đến ${maxPageSize}. Để xem thêm, dùng ${cursorArgument}.`,
        en: `first is ${first}; it must be 1 to ${maxPageSize}. Use ${cursorArgument} to read on.`,
      },
      { field: 'first', value: String(first) },
    );
  }
  const [afterKey, afterId] = args.after == null ? [null, null] : readCursor(args.after, list);
  return { listName: list.name, limit: first + 1, afterKey, afterId };
}

/** A page as GraphQL connections have it, from at most `limit` sorted rows. */
export function connectionOf<Row extends Sortable>(rows: Row[], page: Page): PageOf<Row> {
  const edges = rows
    .slice(0, page.limit - 1)
    .map((node) => ({ node, cursor: cursorOf(page.listName, node) }));
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

/** The cursor behind a row of a list. */
export function cursorOf(listName: string, { sortKey, id }: Sortable): string {
  return Buffer.from(JSON.stringify([listName, sortKey, id])).toString('base64url');
}

function readCursor(cursor: string, list: PagedList): [string, string] {
  const { name, isSortKey = isStorableText, cursorArgument = 'after' } = list;
  const [listName, key, id, ...more] = partsOf(cursor);
  const isOurs = listName === name && more.length === 0;
  if (!isOurs || !isText(key) || !isText(id) || !isSortKey(key)) {
    throw cursorInvalid(cursor, cursorArgument);
  }
  return [key, id];
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && isStorableText(value);
}

function cursorInvalid(cursor: string, field: string): DomainError {
  const source = field === 'after' ? 'endCursor' : 'cursor';
  return new DomainError(
    'CURSOR_INVALID',
    {
      vi: `${field} không phải con trỏ do danh sách này trả về; hãy lấy ${source} của trang trước.`,
      en: `${field} is not a cursor of this list; take ${source} of the page before.`,
    },
    { field, value: cursor.slice(0, 60) },
  );
}
