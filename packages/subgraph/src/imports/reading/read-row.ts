import { type ImportFault, type ImportKind, importFault, type LocalDate } from '@cnscd/domain';
import type { CellRow } from '../../spreadsheets/cells.ts';
import { isTaken, NEEDED_FIELDS } from './fields.ts';
import type { TableColumn } from './find-table.ts';
import { finishActivity } from './finish-activity.ts';
import { parseCell } from './parse-cell.ts';
import type { ImportIssue, SheetRow } from './sheet-row.ts';

export interface RowContext {
  sheet: string;
  kind: ImportKind;
  columns: readonly TableColumn[];
  today: LocalDate;
  /** What groups and the sheet say for each of their rows, where no column does. */
  given: Readonly<Record<string, string>>;
  /** What the cell of a row is called, of merged ones the first. */
  cellAt(column: number, row: number): string;
}

/** A row of a table as a record, with what is wrong in it. */
export function readRow(row: CellRow, context: RowContext): SheetRow {
  const record: SheetRow = { sheet: context.sheet, row: row.row, values: { ...context.given }, issues: [] };
  const faulty = new Set<string>();
  const add = (fault: ImportFault, column: TableColumn, value: string | null) => {
    record.issues.push(issueAt(record, fault, { column, value, cellAt: context.cellAt }));
    if (fault.severity === 'ERROR') faulty.add(column.field?.name ?? '');
  };
  const hasStatement = context.columns.some(({ field }) => field?.name === 'statement');
  for (const column of context.columns) {
    const { field, header } = column;
    if (field === null || !isTaken(field)) continue;
    const cell = row.cells[column.column - 1];
    const { values, faults, quotable } = parseCell(cell, { column: header, field, today: context.today });
    // Quoted words come from their own column where there is one: empty, it says that none are quoted.
    if (field.name !== 'statement' && hasStatement) delete values['statement'];
    mergeInto(record.values, values, field.name);
    for (const fault of faults) add(fault, column, quotable);
  }
  for (const group of NEEDED_FIELDS[context.kind]) {
    if (group.some((name) => record.values[name] != null || faulty.has(name))) continue;
    const column = context.columns.find(({ field }) => group.includes(field?.name ?? ''));
    if (column !== undefined) add(importFault('VALUE_MISSING', { column: column.header }), column, null);
  }
  if (context.kind === 'ACTIVITIES') finishActivity(record, context.columns, add);
  record.issues.sort((one, other) => placeOf(one, context) - placeOf(other, context));
  return record;
}

/** A cell may say something of another field too, such as the time beside a day: that field's own column counts more. */
function mergeInto(
  values: Record<string, unknown>,
  more: Readonly<Record<string, unknown>>,
  own: string,
): void {
  for (const [name, value] of Object.entries(more)) {
    const before = values[name];
    if (Array.isArray(before) && Array.isArray(value)) values[name] = [...new Set([...before, ...value])];
    else if (before == null || (name === own && value != null)) values[name] = value;
  }
}

function issueAt(
  { sheet, row }: SheetRow,
  fault: ImportFault,
  {
    column: { column, field },
    value,
    cellAt,
  }: Pick<RowContext, 'cellAt'> & {
    column: TableColumn;
    value: string | null;
  },
): ImportIssue {
  return { ...fault, sheet, row, cell: cellAt(column, row), field: field?.name ?? null, value };
}

const placeOf = ({ field }: ImportIssue, { columns }: RowContext): number =>
  columns.findIndex((column) => column.field?.name === field);
