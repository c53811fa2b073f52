import type { Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageFolder } from '../../../database/package-folder.ts';
import { tidy } from './unit-names.ts';

/** Reads a table of data/units, as it stands but with columns in camelCase; an empty cell is null. */
export function readCitedTable<Row>(name: string, digest?: Hash): Row[] {
  const bytes = readFileSync(join(packageFolder(), 'data', 'units', name));
  digest?.update(bytes);
  const columns = (header: string[]) => header.map(camelCase);
  return parse(bytes, { columns, cast: emptyAsNull }) as Row[]; // a test loads each of the tables
}

function camelCase(header: string): string {
  return header.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function emptyAsNull(cell: string, context: { header: boolean }): string | null {
  return cell === '' && !context.header ? null : tidy(cell);
}
