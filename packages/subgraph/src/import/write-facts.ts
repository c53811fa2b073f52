import type pg from 'pg';
import type { Row } from './province-rows.ts';
import { asColumns, isWrittenHere, type SectionChanges, type Table } from './write-rows.ts';

/**
 * Writes facts that keep their history: what a changed entry said before is marked as superseded and the next revision
 * is added. An entry that no file holds any more is superseded without a successor, so that it can still be read as
 * what was stated then, and no longer counts. What was written here by somebody stands until a file says something new:
 * a file that still says what was corrected here does not undo the correction.
 *
 * @param droppedKeys - keys of the facts that no file holds any more
 */
export async function writeFacts(
  client: pg.ClientBase,
  table: Table,
  rows: readonly Row[],
  droppedKeys: readonly string[],
): Promise<SectionChanges> {
  const { supersedeChanged, supersedeWithdrawn, revise } = statementsFor(table);
  const incoming = asColumns(rows);
  const changed = countOf(await client.query(supersedeChanged, [incoming]));
  const withdrawn = countOf(await client.query(supersedeWithdrawn, [droppedKeys]));
  const written = countOf(await client.query(revise, [incoming]));
  return { added: written - changed, changed, unchanged: rows.length - written, withdrawn };
}

// Names of tables and columns come from province-tables.ts only, never from a file.
function statementsFor(table: Table) {
  const {
    name,
    key: [key],
    columns,
  } = table;
  const others = columns.filter((column) => column !== key);
  const quoted = (prefix: string) => others.map((column) => `${prefix}"${column}"`).join(', ');
  return {
    supersedeChanged: `/* supersede changed ${name} */
      update "${name}" known set superseded_at = now()
      from json_populate_recordset(null::"${name}", $1) incoming
      where known."${key}" = incoming."${key}" and known.superseded_at is null
        and (${quoted('known.')}) is distinct from (${quoted('incoming.')})
        and not (${isWrittenHere(table, 'known')} and exists (
          select from "${name}" earlier where earlier."${key}" = known."${key}" and earlier.revision < known.revision
            and (${quoted('earlier.')}) is not distinct from (${quoted('incoming.')})))`,
    supersedeWithdrawn: `/* supersede withdrawn ${name} */
      update "${name}" known set superseded_at = now()
      where "${key}" = any($1) and superseded_at is null and not ${isWrittenHere(table, 'known')}`,
    revise: `/* revise ${name} */
      insert into "${name}" ("${key}", ${quoted('')}, revision)
      select incoming."${key}", ${quoted('incoming.')},
        1 + coalesce((select max(revision) from "${name}" earlier where earlier."${key}" = incoming."${key}"), 0)
      from json_populate_recordset(null::"${name}", $1) incoming
      where not exists (
        select from "${name}" known where known."${key}" = incoming."${key}" and known.superseded_at is null)
      order by incoming."${key}"`,
  };
}

function countOf({ rowCount }: pg.QueryResult): number {
  return rowCount ?? 0;
}
