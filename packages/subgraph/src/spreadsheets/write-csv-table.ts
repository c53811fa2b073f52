import { formatDate, localDate } from '@cnscd/domain';
import { neutralText } from './neutral-text.ts';
import type { ColumnType, Table, TableValue } from './table.ts';

export interface CsvOptions {
  /** What Excel expects depends on the computer: ';' where the comma is the decimal sign, as in Việt Nam. */
  delimiter: ',' | ';' | '\t';
}

/**
 * A table as CSV: UTF-8 with the byte-order mark that Excel needs for Vietnamese, dates as dd/mm/yyyy, and text that
 * looks like a formula behind an apostrophe. Reading it gives back what was written.
 */
export function writeCsvTable(
  { columns, rows }: Table,
  { delimiter }: CsvOptions = { delimiter: ';' },
): Uint8Array {
  const decimalSign = delimiter === ',' ? '.' : ',';
  const quoted = (text: string) => quotedCell(text, delimiter);
  const lines = [columns.map(({ header }) => quoted(neutralText(header)))];
  for (const row of rows) {
    lines.push(columns.map(({ type }, at) => quoted(cellText(row[at] ?? null, type, decimalSign))));
  }
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line.join(delimiter)}\r\n`).join('')}`);
}

function cellText(value: TableValue, type: ColumnType, decimalSign: ',' | '.'): string {
  if (value === null) return '';
  if (typeof value === 'number') return `${numberText(value, decimalSign)}${type === 'PERCENT' ? '%' : ''}`;
  return type === 'DATE' ? formatDate(localDate(value), 'vi') : neutralText(value);
}

/** Never three digits after the sign: "1,473" is one thousand four hundred and seventy-three to half of its readers. */
function numberText(value: number, decimalSign: ',' | '.'): string {
  const [whole = '', fraction] = plainDigits(value).split('.');
  if (fraction === undefined) return whole;
  return `${whole}${decimalSign}${fraction.length === 3 ? `${fraction}0` : fraction}`;
}

/** At most 15 digits, as spreadsheets keep them, and without an exponent, which no officer reads. */
function plainDigits(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/u, '') : text;
}

const quotedCell = (text: string, delimiter: string): string =>
  text.includes(delimiter) || /["\t\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
