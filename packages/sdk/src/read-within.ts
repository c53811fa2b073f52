import type { Page, PageArguments } from './listing.ts';

/** What was read of a list so far. */
export interface Portion<Item> {
  items: Item[];
  /** Where reading goes on; null where nothing is left. */
  unread: Unread | null;
}

/** The place where the next page begins. */
export interface Unread {
  /** The cursor before it; null for the beginning. */
  after: string | null;
  /** Items on the pages before it. */
  seen: number;
}

/** Bytes that may still come. */
export interface Budget {
  leftBytes: number;
}

export interface ReadingLimits {
  budget: Budget;
  /** Of the budget what is kept for others. */
  reservedBytes: number;
  /** Of the largest item: no page is asked for that could go beyond the budget. */
  itemBytes: number;
  mostItems: number;
}

/** What a request takes beside what it brings: its own text and the frame of the answer. */
const REQUEST_BYTES = 1_500;
/** A page of fewer is not worth its round trip. */
const FEWEST_ITEMS = 5;
const LARGEST_PAGE = 100;

/** The beginning of a list of which nothing was read. */
export const UNREAD: Unread = { after: null, seen: 0 };

/**
 * Reads on in a list, in pages that fit in a budget. What comes takes the place of what is there of it. Gives back the
 * same portion where nothing is left or nothing fits.
 */
export async function readWithin<Item extends { id: string }>(
  listPage: (page: PageArguments) => Promise<Page<Item>>,
  portion: Portion<Item>,
  { budget, reservedBytes, itemBytes, mostItems }: ReadingLimits,
): Promise<Portion<Item>> {
  let { items, unread } = portion;
  while (unread !== null) {
    const wanted = Math.min(LARGEST_PAGE, mostItems - unread.seen);
    const fitting = Math.floor((budget.leftBytes - reservedBytes - REQUEST_BYTES) / itemBytes);
    if (fitting < Math.min(FEWEST_ITEMS, wanted)) break;
    const page = await listPage({ first: Math.min(wanted, fitting), after: unread.after });
    spend(budget, page);
    const ids = new Set(page.items.map(({ id }) => id));
    items = [...items.filter(({ id }) => !ids.has(id)), ...page.items];
    unread = nextOf(page, unread.seen + page.items.length, mostItems);
  }
  return unread === portion.unread ? portion : { items, unread };
}

/** An empty page that says that there are more would be read for ever. */
const nextOf = ({ items, hasNextPage, endCursor: after }: Page<unknown>, seen: number, mostItems: number) =>
  hasNextPage && items.length > 0 && seen < mostItems ? { after, seen } : null;

/** Counts what came. */
export function spend(budget: Budget, answer: unknown): void {
  budget.leftBytes -= REQUEST_BYTES + new TextEncoder().encode(JSON.stringify(answer)).length;
}
