import type { ImportFinding, ImportKind, ImportOutcome as Outcome } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import { listBelow } from '../../connections.ts';
import type { ImportRecord } from '../../entities/import.ts';
import { ImportOutcome } from '../../enums.ts';
import type { ImportIssue } from '../../imports/reading/sheet-row.ts';
import { HELD } from '../../permissions/access.ts';
import { startingAfter } from '../../sql-fragments.ts';
import { findingIssue, ImportIssueType, readingIssue } from './import-issue.ts';
import { cellsOf, labelOf, type ShownCell, shownValue } from './shown-value.ts';

interface ReadRow {
  id: string;
  sortKey: string;
  n: number;
  kind: ImportKind;
  sheet: string;
  sheetRow: number;
  outcome: Outcome;
  cells: Record<string, unknown>;
  issues: ImportIssue[] | null;
  findings: ImportFinding[] | null;
  changes: { field: string; before: unknown; after: unknown }[] | null;
  columns: { sheet: string; column: string; field: string | null }[] | null;
}

interface ChangeRow {
  field: string;
  label: string;
  before: string | null;
  after: string | null;
}

const ImportCell = builder.objectRef<ShownCell>('ImportCell').implement({
  extensions: HELD,
  description: 'What a row says in one column, as it was understood.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field: `fullName`.' }),
    label: t.exposeString('label', { description: 'What officers call it, in Vietnamese.' }),
    value: t.exposeString('value', {
      nullable: true,
      description:
        'The value as people read it; of a phone number only that there is one. Null: the cell is empty.',
    }),
  }),
});

const ImportChange = builder.objectRef<ChangeRow>('ImportChange').implement({
  extensions: HELD,
  description: 'What applying a row changes of what there is.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field: `role`.' }),
    label: t.exposeString('label', { description: 'What officers call it, in Vietnamese.' }),
    before: t.exposeString('before', { nullable: true, description: 'What there is. Null: nothing.' }),
    after: t.exposeString('after', { nullable: true, description: 'What there will be. Null: nothing.' }),
  }),
});

const ImportRow = builder.objectRef<ReadRow>('ImportRow').implement({
  extensions: HELD,
  description: 'A row of a file [dòng của tệp]: what it says, and what the register makes of it.',
  fields: (t) => ({
    number: t.exposeInt('n', { description: 'Its place among the rows of the file, from 1.' }),
    sheet: t.exposeString('sheet', { description: 'Name of the sheet; empty in a CSV file.' }),
    row: t.exposeInt('sheetRow', { description: 'Row of the sheet, from 1.' }),
    outcome: t.expose('outcome', { type: ImportOutcome, description: 'What it does to the register.' }),
    cells: t.field({
      type: [ImportCell],
      description: 'What it says, by column.',
      listSize: { assumedSize: 12 },
      resolve: ({ kind, cells }) => cellsOf(kind, cells),
    }),
    changes: t.field({
      type: [ImportChange],
      description: 'What it changes of what there is; empty for what is new.',
      listSize: { assumedSize: 5 },
      resolve: ({ kind, changes }) =>
        (changes ?? []).map(({ field, before, after }) => ({
          ...{ field, label: labelOf(kind, field) },
          ...{ before: shownValue(kind, field, before), after: shownValue(kind, field, after) },
        })),
    }),
    issues: t.field({
      type: [ImportIssueType],
      description: 'What is not right with it, errors first.',
      listSize: { assumedSize: 3 },
      resolve: (row) => {
        const columns = new Map(
          (row.columns ?? []).flatMap(({ sheet, column, field }) =>
            sheet === row.sheet && field !== null ? [[field, column] as const] : [],
          ),
        );
        const found = (row.findings ?? []).map((finding) =>
          findingIssue(finding, { sheet: row.sheet, row: row.sheetRow, columns }),
        );
        const all = [...(row.issues ?? []).map(readingIssue), ...found];
        return all.sort((a, b) => a.severity.localeCompare(b.severity));
      },
    }),
  }),
});

const ImportRowConnection = connectionType(ImportRow);

/** Row numbers sort as text once they are of one length. */
const rowKey = sql`lpad(v.n::text, 8, '0')`;

const rowsOfImport = listBelow<{ outcome: Outcome | null; hasIssues: boolean | null }, ReadRow>({
  name: 'importRows',
  isSortKey: (key) => /^\d{8}$/.test(key),
  rows: (ctx, ids, { outcome, hasIssues }, page) =>
    ctx.db.rows<ReadRow & { ownerId: string }>(sql`
      /* rowsOfImports */
      select i.id as "ownerId", row.* from import i cross join lateral (
        select v.n::text as id, ${rowKey} as "sortKey", v.n, i.kind, r.sheet, r.sheet_row as "sheetRow", v.outcome, r.cells,
          r.issues, v.findings, v.changes, i.report -> 'columns' as columns
        from import_verdict v join import_row r on r.import_id = v.import_id and r.n = v.n
        where v.import_id = i.id and ${matches(outcome, hasIssues)}
          ${startingAfter(page, rowKey, sql`v.n`)} ${page.afterKey === null ? sql`` : sql`and v.n > ${Number(page.afterKey)}`}
        order by v.n limit ${page.limit}) row
      where i.id = any(${ids}::uuid[])`),
  count: (ctx, ids, { outcome, hasIssues }) =>
    ctx.db.rows<{ ownerId: string; total: number }>(sql`
      /* countRowsOfImports */
      select v.import_id as "ownerId", count(*) as total
      from import_verdict v join import_row r on r.import_id = v.import_id and r.n = v.n
      where v.import_id = any(${ids}::uuid[]) and ${matches(outcome, hasIssues)} group by v.import_id`),
});

const matches = (
  outcome: Outcome | null,
  hasIssues: boolean | null,
) => sql`(${outcome}::import_outcome is null
  or v.outcome = ${outcome}::import_outcome) and (${hasIssues}::boolean is null
  or (v.findings is not null or r.issues is not null) = ${hasIssues}::boolean)`;

builder.objectField('Import', 'rows', (t) =>
  t.field({
    type: ImportRowConnection,
    description:
      'Its rows in the order of the file, once they were judged. Errors: `PAGE_SIZE_INVALID`, `CURSOR_INVALID`.',
    listSize: pagedList,
    args: {
      outcome: t.arg({ type: ImportOutcome, description: 'Only with this outcome.' }),
      hasIssues: t.arg.boolean({
        description: 'Only those with errors or warnings; false: only those without.',
      }),
      ...pageArguments,
    },
    resolve: ({ id }: ImportRecord, { outcome, hasIssues, ...page }, ctx) =>
      rowsOfImport(ctx, id, { outcome: outcome ?? null, hasIssues: hasIssues ?? null }, page),
  }),
);
