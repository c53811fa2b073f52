import {
  type ImportFault,
  type ImportIssueCode,
  type ImportIssueFacts,
  importFault,
  type LocalDate,
} from '@cnscd/domain';
import type { Cell } from '../../spreadsheets/cells.ts';
import type { ImportField } from './fields.ts';

/** A cell with something in it, and where it stands. */
export interface FilledCell {
  cell: Exclude<Cell, { kind: 'FORMULA' | 'BROKEN' }>;
  /** See {@link cellText}. */
  text: string;
  /** Its heading, as messages name it. */
  column: string;
  field: ImportField;
  today: LocalDate;
}

/** What a cell means. */
export interface ParsedCell {
  /** By field: most cells are of one. Null: an ERROR is among the faults. */
  values: Record<string, unknown>;
  faults: ImportFault[];
  /** What the issues of this cell may quote; null for what may be personal data. */
  quotable: string | null;
}

export type CellParser = (filled: FilledCell) => ParsedCell;

/** A cell that was understood. */
export function parsed({ field, text }: FilledCell, value: unknown, faults: ImportFault[] = []): ParsedCell {
  return { values: { [field.name]: value }, faults, quotable: text };
}

/** A cell that was not. */
export function refused<Code extends ImportIssueCode>(
  { field, text }: FilledCell,
  code: Code,
  facts: ImportIssueFacts[Code],
): ParsedCell {
  return { values: { [field.name]: null }, faults: [importFault(code, facts)], quotable: text };
}

/** The same, where what stands there may be personal data and is not repeated. */
export function refusedUnseen<Code extends ImportIssueCode>(
  filled: FilledCell,
  code: Code,
  facts: ImportIssueFacts[Code],
): ParsedCell {
  return { ...refused(filled, code, facts), quotable: null };
}
