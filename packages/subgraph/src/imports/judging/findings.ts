import { IMPORT_FINDING_SEVERITIES, type ImportFindingCode, type ImportFindingFacts } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';

/**
 * Writes down what the register has against rows.
 *
 * @param rows - a select of n, field and facts (jsonb with exactly what the sentence of the code needs)
 */
export async function addFindings<Code extends ImportFindingCode>(
  tx: Transaction,
  code: Code,
  rows: Sql,
): Promise<void> {
  const isError = IMPORT_FINDING_SEVERITIES[code] === 'ERROR';
  await tx.rows(sql`
    /* addFindings */
    insert into import_finding (n, code, is_error, field, facts)
    select f.n, ${code}, ${isError}, f.field, f.facts from (${rows}) f (n, field, facts)`);
}

/** Whether the reading of the row r left an error in a field, or in `any(…)` of several. */
export const isUnread = (field: Sql): Sql => sql`(r.is_faulty and exists (
  select from jsonb_array_elements(r.issues) i where i ->> 'severity' = 'ERROR' and i ->> 'field' = ${field}))`;

/** A finding about a place, before it is known which rows say so. */
export type PlaceFinding = {
  [Code in ImportFindingCode]: { code: Code; field: string | null; facts: ImportFindingFacts[Code] };
}[ImportFindingCode];
