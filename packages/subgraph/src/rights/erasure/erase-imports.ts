import { nameKey } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { liesAround } from './erase-texts.ts';
import { type ErasureLine, lineOf } from './erasure-line.ts';
import { namesIn } from './names-in.ts';
import type { PersonToErase } from './person-to-erase.ts';

/**
 * Deletes staged rows that name the person, and the files that they came from: applying such an import later would
 * bring the person back. By number they are looked for everywhere; by name in imports for units around the person's
 * teams, where a row of a namesake in the same team, or in none yet, goes as well.
 */
export async function eraseImports(
  tx: Transaction,
  { ids, names, phoneDigests, teamIds, unitIds }: PersonToErase,
): Promise<(ErasureLine | null)[]> {
  const [row] = await tx.rows<{ rows: number; files: number; unread: number }>(sql`
    /* eraseImports */
    with named as materialized (
      select r.import_id, r.n from import_row r join import i on i.id = r.import_id
      left join import_verdict v on v.import_id = r.import_id and v.n = r.n
      where r.phone_digest = any(${phoneDigests}::bytea[]) or v.plan ->> 'memberId' = any(${ids}::text[])
        or (r.name_key = any(${names.map(nameKey)}::text[])
            or ${namesIn(sql`concat_ws(' ', r.cells::text, r.issues::text)`, names)})
          and exists (select from unnest(i.region_ids) region (id) where ${liesAround(sql`region.id`, unitIds)})
          and coalesce((v.plan ->> 'teamId')::uuid = any(${teamIds}::uuid[]), true)
    ), judged as (
      delete from import_verdict v using named where v.import_id = named.import_id and v.n = named.n
    ), gone as (
      delete from import_row r using named where r.import_id = named.import_id and r.n = named.n returning r.n
    ), file as (
      delete from import_file f where f.import_id in (select import_id from named) returning f.import_id
    )
    select (select count(*) from gone) as rows, (select count(*) from file) as files,
      (select count(*) from import_file f where not exists (select from import_row r where r.import_id = f.import_id)) as unread`);
  return [
    lineOf('IMPORT_ROWS', row?.rows ?? 0),
    lineOf('IMPORT_FILES', row?.files ?? 0),
    lineOf('IMPORTS_UNREAD', row?.unread ?? 0),
  ];
}
