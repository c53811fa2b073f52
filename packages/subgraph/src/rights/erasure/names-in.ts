import { fold, nfc } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';

/**
 * Whether one of the names stands in a text, in whatever case: with its marks, composed and not, and without them. Names
 * of one word are not looked for.
 *
 * Millions of texts are looked into, and PostgreSQL is slow to make letters with marks small. So texts are first looked
 * through with any letter in the place of those, which drops nearly all of them.
 */
export function namesIn(text: Sql, names: readonly string[]): Sql {
  const written = writtenForms(names);
  const patterns = written.map((name) => `%${name.replace(/[\\%_]/g, '\\$&')}%`);
  const loose = written.map((name) => `%${name.replace(/[\\%_]/g, '\\$&').replace(/[^\x20-\x7e]/gu, '_')}%`);
  return sql`(lower((${text}) collate "C") like any(${[...new Set(loose)]}::text[])
    and lower(${text}) like any(${patterns}::text[]))`;
}

/** As a name is written, in small letters. */
function writtenForms(names: readonly string[]): string[] {
  const written = names.flatMap((name) => [
    ...[nfc(name).toLowerCase(), name.normalize('NFD').toLowerCase()],
    fold(name),
  ]);
  return [...new Set(written)].filter((name) => name.includes(' '));
}
