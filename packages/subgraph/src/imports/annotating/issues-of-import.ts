import { findingMessages, IMPORT_FINDING_SEVERITIES, type ImportFinding } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../../database/client.ts';
import type { ImportRecord } from '../../entities/import.ts';
import type { MarkedIssue } from '../reading/annotate-file.ts';
import type { ImportIssue } from '../reading/sheet-row.ts';

interface RowWithIssues {
  sheet: string;
  row: number;
  issues: ImportIssue[] | null;
  findings: ImportFinding[] | null;
}

/**
 * What is not right with an import, where it stands in the file: what the reading found, and what the register did.
 *
 * @param mostRows - those with errors first. Null: all
 */
export async function issuesOfImport(
  db: Pick<Database, 'rows'>,
  { id, report }: Pick<ImportRecord, 'id' | 'report'>,
  mostRows: number | null = null,
): Promise<MarkedIssue[]> {
  const rows = await db.rows<RowWithIssues>(sql`
    /* issuesOfImport */
    select r.sheet, r.sheet_row as row, r.issues, v.findings from import_row r
    left join import_verdict v on v.import_id = r.import_id and v.n = r.n
    where r.import_id = ${id}::uuid and (r.issues is not null or v.findings is not null)
    order by v.outcome = 'FAULTY' desc, r.n limit ${mostRows}`);
  const columns = new Map(
    (report?.columns ?? []).flatMap(({ sheet, column, field }) =>
      field === null ? [] : [[`${sheet}\n${field}`, column] as const],
    ),
  );
  const found = rows.flatMap(({ sheet, row, issues, findings }) => [
    ...(issues ?? []),
    ...(findings ?? []).map((finding): MarkedIssue => {
      const column = columns.get(`${sheet}\n${finding.field}`);
      return {
        ...{ sheet, row, cell: column === undefined ? null : `${column}${row}` },
        severity: IMPORT_FINDING_SEVERITIES[finding.code],
        messages: findingMessages(finding),
      };
    }),
  ]);
  return [...(report?.issues ?? []), ...found];
}
