import { findingMessages, IMPORT_FINDING_SEVERITIES, type ImportFinding } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { Severity } from '../../enums.ts';
import type { ImportIssue } from '../../imports/reading/sheet-row.ts';
import { HELD } from '../../permissions/access.ts';

/** What is wrong with a row or a file, whoever found it: the reading, or the register. */
export interface IssueRow {
  code: string;
  severity: 'ERROR' | 'WARNING';
  message: string;
  messageEn: string;
  sheet: string;
  row: number;
  cell: string | null;
  field: string | null;
  value: string | null;
}

export const ImportIssueType = builder.objectRef<IssueRow>('ImportIssue').implement({
  extensions: HELD,
  description:
    'Something that is not right in a file [lỗi, cảnh báo], where it stands, and what would be right.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Permanent code, one of `ImportIssueCode` or `ImportFindingCode` of docs/imports.md.',
    }),
    severity: t.expose('severity', {
      type: Severity,
      description: 'ERROR: the row cannot be taken over as it is. WARNING: it can, and somebody should know.',
    }),
    message: t.exposeString('message', {
      description: 'What is wrong and what would be right, in Vietnamese.',
    }),
    messageEn: t.exposeString('messageEn', { description: 'The same in English.' }),
    sheet: t.exposeString('sheet', { description: 'Name of the sheet; empty in a CSV file.' }),
    row: t.exposeInt('row', { description: 'Row of the sheet, from 1; 0 where it is about the whole.' }),
    cell: t.exposeString('cell', { nullable: true, description: 'The cell, `C7`. Null: the whole row.' }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The field at fault. Null: the whole row.',
    }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'What stands there. Null where it may be personal data.',
    }),
  }),
});

export const readingIssue = ({ messages, ...issue }: ImportIssue): IssueRow => ({
  ...issue,
  message: messages.vi,
  messageEn: messages.en,
});

/**
 * A finding of the register as an issue of the cell that it is about.
 *
 * @param columns - letter of the column of each field of the sheet
 */
export function findingIssue(
  finding: ImportFinding,
  { sheet, row, columns }: { sheet: string; row: number; columns: ReadonlyMap<string, string> },
): IssueRow {
  const { vi, en } = findingMessages(finding);
  const column = finding.field === null ? undefined : columns.get(finding.field);
  return {
    ...{ code: finding.code, severity: IMPORT_FINDING_SEVERITIES[finding.code], message: vi, messageEn: en },
    ...{
      sheet,
      row,
      cell: column === undefined ? null : `${column}${row}`,
      field: finding.field,
      value: null,
    },
  };
}
