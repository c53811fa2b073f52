import { type ImportFault, type ImportKind, importFault, type Messages } from '@cnscd/domain';
import { cellName } from '../../spreadsheets/cells.ts';
import { IMPORT_FIELDS, NEEDED_FIELDS } from './fields.ts';
import type { FoundTable, TableColumn } from './find-table.ts';
import type { ImportIssue } from './sheet-row.ts';

/** What is to be said about the columns of a table, in their order, and about those that it lacks. */
export function columnIssues(
  table: FoundTable,
  { sheet, kind }: { sheet: string; kind: ImportKind },
): ImportIssue[] {
  const issues = table.columns.flatMap((column) => {
    const fault = faultOf(column, table.columns);
    const cell = cellName(column.column, table.lastRow);
    return fault === null
      ? []
      : [
          {
            ...fault,
            sheet,
            row: table.lastRow,
            cell,
            field: column.field?.name ?? null,
            value: column.header,
          },
        ];
  });
  const missing = missingFields(table.columns, kind);
  if (missing === null) return issues;
  const fault = importFault('COLUMN_MISSING', { columns: missing });
  return [...issues, { ...fault, sheet, row: table.lastRow, cell: null, field: null, value: null }];
}

function faultOf(column: TableColumn, columns: readonly TableColumn[]): ImportFault | null {
  const { header, field, isChosen } = column;
  if (field === null) return isChosen ? null : importFault('COLUMN_UNKNOWN', { column: header });
  if (field.type === 'NOT_STORED')
    return importFault('COLUMN_NOT_STORED', { column: header, what: field.label });
  const first = columns.find((one) => one.field?.name === field.name);
  if (first === undefined || first === column || MANY.includes(field.type)) return null;
  return importFault('COLUMN_REPEATED', { column: header, first: first.header });
}

/** Several columns may say these: a second phone, a number in each part of a form. */
const MANY: readonly string[] = [
  'PHONES',
  'AFFILIATIONS',
  'POSITION',
  'ORDINAL',
  'COUNTED',
  'NOT_STORED',
  'TOPICS',
];

/** The fields that a table lacks, by name; null where it has all. */
export function missingFields(columns: readonly TableColumn[], kind: ImportKind): Messages | null {
  const missing = NEEDED_FIELDS[kind].filter(
    (group) => !columns.some(({ field }) => group.includes(field?.name ?? '')),
  );
  return missing.length === 0 ? null : namesOf(missing, kind);
}

/** What every table of the kind needs. */
export const neededFields = (kind: ImportKind): Messages => namesOf(NEEDED_FIELDS[kind], kind);

function namesOf(groups: readonly (readonly string[])[], kind: ImportKind): Messages {
  const labelOf = (name: string, language: 'vi' | 'en') =>
    `“${IMPORT_FIELDS[kind].find((field) => field.name === name)?.label[language] ?? name}”`;
  const listed = (language: 'vi' | 'en', or: string) =>
    groups.map((group) => group.map((name) => labelOf(name, language)).join(or)).join(', ');
  return { vi: listed('vi', ' hoặc '), en: listed('en', ' or ') };
}
