import sql, { empty, join, type Sql } from 'sql-template-tag';
import type { Page } from './paging.ts';

/** Every folded word must occur. The words are data, so `%` and `_` stand for themselves. */
export function containsAll(column: Sql, words: string[]): Sql {
  if (words.length === 0) return sql`true`;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return join(
    patterns.map((pattern) => sql`${column} like ${pattern}`),
    ' and ',
  );
}

/** The part of a list after a cursor, in ascending order of key and id. */
export function startingAfter(page: Page, key: Sql, id: Sql): Sql {
  return page.afterId === null ? empty : sql`and (${key}, ${id}::text) > (${page.afterKey}, ${page.afterId})`;
}

/**
 * A text to sort by as people count: "thôn 2" before "thôn 10". Each number in it is brought to ten digits, with no
 * collation that a PostgreSQL may lack. Only for lists that are read whole: no index is of it.
 */
export const inNaturalOrder = (text: Sql): Sql =>
  sql`regexp_replace(regexp_replace(${text}, '(\\d+)', '0000000000\\1', 'g'), '0*(\\d{10,})', '\\1', 'g')`;
