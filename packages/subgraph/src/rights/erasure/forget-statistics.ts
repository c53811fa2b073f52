import { nameKey } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { namesIn } from './names-in.ts';
import type { PersonToErase } from './person-to-erase.ts';

/** PostgreSQL keeps samples of what columns hold, names among them: those that have the person are taken anew. */
export async function forgetStatistics(tx: Transaction, person: PersonToErase): Promise<void> {
  const { names, phoneDigests, phoneCiphers, signIns } = person;
  const words = [
    ...names.map((name) => nameKey(name).toLowerCase()),
    ...[...phoneDigests, ...phoneCiphers].map((bytes) => bytes.toString('hex')),
    ...signIns.map((signIn) => signIn.slice(signIn.lastIndexOf('#') + 1).toLowerCase()),
  ];
  const tables = await tx.rows<{ name: string }>(sql`
    /* statisticsWithPerson */
    select distinct quote_ident(s.tablename) as name from pg_stats s
    cross join lateral lower(concat_ws(' ', s.most_common_vals::text, s.histogram_bounds::text, s.most_common_elems::text)) sample
    where s.schemaname = current_schema() and (${namesIn(sql`sample`, names)}
      or exists (select from unnest(${words}::text[]) word where word <> '' and position(word in sample) > 0))
    order by 1`);
  if (tables.length === 0) return;
  await tx.rows(sql`/* forgetStatistics */ analyze ${raw(tables.map(({ name }) => name).join(', '))}`);
}
