import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import type { ImportAtWork, ImportKindRules } from '../kinds/import-kind.ts';
import { matchPlaces } from '../matching/match-places.ts';
import { PLACE_FIELDS } from '../place-words.ts';
import { isUnread } from './findings.ts';

/** What the judged rows of an import do, in numbers. */
export interface ImportCounts {
  rows: number;
  newRows: number;
  changedRows: number;
  unchangedRows: number;
  faultyRows: number;
  warnings: number;
}

/**
 * Holds all rows of an import against the register, and writes down what each of them would do. The temporary tables
 * that it makes end with the transaction, and applying goes on with them.
 */
export async function judgeImport(
  tx: Transaction,
  work: ImportAtWork,
  rules: ImportKindRules,
): Promise<ImportCounts> {
  await tx.rows(sql`
    /* placedRows */
    create temp table placed_row on commit drop as
    select r.n, r.place from import_row r
    where r.import_id = ${work.id}::uuid and not ${isUnread(sql`any(${PLACE_FIELDS}::text[])`)}`);
  await tx.rows(sql`/* indexPlacedRows */ create unique index on placed_row (n)`);
  await tx.rows(sql`/* analyzePlacedRows */ analyze placed_row`);
  await tx.rows(sql`
    /* importFindings */
    create temp table import_finding (n int, code text, is_error boolean, field text, facts jsonb) on commit drop`);
  await tx.rows(sql`
    /* judgedRows */
    create temp table judged (n int, outcome import_outcome, changes jsonb, plan jsonb) on commit drop`);
  await matchPlaces(tx, work, rules);
  await rules.judge(tx, work);
  // What cannot be read is told already, and not told as missing.
  await tx.rows(sql`
    /* forgetUnread */
    delete from import_finding f using import_row r
    where r.import_id = ${work.id}::uuid and r.n = f.n and ${isUnread(sql`f.field`)}`);
  await tx.rows(sql`/* analyzeFindings */ analyze import_finding`);
  await tx.rows(sql`/* analyzeJudged */ analyze judged`);
  await writeVerdicts(tx, work.id);
  return countVerdicts(tx, work.id);
}

async function writeVerdicts(tx: Transaction, id: string): Promise<void> {
  await tx.rows(sql`/* forgetVerdicts */ delete from import_verdict where import_id = ${id}::uuid`);
  await tx.rows(sql`
    /* insertVerdicts */
    with found as materialized (
      select n, bool_or(is_error) as is_faulty,
        jsonb_agg(jsonb_build_object('code', code, 'field', field, 'facts', facts) order by is_error desc, code, field) as findings
      from import_finding group by n)
    insert into import_verdict (import_id, n, outcome, findings, changes, plan)
    select r.import_id, r.n, case when faulty.it then 'FAULTY' else j.outcome end, f.findings,
      case when not faulty.it then j.changes end, case when not faulty.it then j.plan end
    from import_row r left join found f on f.n = r.n left join judged j on j.n = r.n
    cross join lateral (select r.is_faulty or coalesce(f.is_faulty, false) as it) faulty
    where r.import_id = ${id}::uuid`);
  await tx.rows(sql`/* analyzeVerdicts */ analyze import_verdict`);
}

async function countVerdicts(tx: Transaction, id: string): Promise<ImportCounts> {
  const [counts] = await tx.rows<ImportCounts>(sql`
    /* countVerdicts */
    select count(*) as rows, count(*) filter (where v.outcome = 'NEW') as "newRows",
      count(*) filter (where v.outcome = 'CHANGED') as "changedRows",
      count(*) filter (where v.outcome = 'UNCHANGED') as "unchangedRows",
      count(*) filter (where v.outcome = 'FAULTY') as "faultyRows", (
        select count(*) from (
          select f.n from import_finding f where not f.is_error
          union select r.n from import_row r
          where r.import_id = ${id}::uuid and r.issues @> '[{"severity": "WARNING"}]') w) as warnings
    from import_verdict v where v.import_id = ${id}::uuid`);
  if (counts === undefined) throw new Error('a count without a row');
  return counts;
}
