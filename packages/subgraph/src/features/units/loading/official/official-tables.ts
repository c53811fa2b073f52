import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { DomainError, fold, isStorableText, type Messages } from '@cnscd/domain';
import { parse } from 'csv-parse/sync';
import { tidy } from '../unit-names.ts';

/** A row of the three-level list: a commune, or a district that has none. */
export interface ListRow {
  line: number;
  province: string;
  provinceCode: string;
  district: string;
  districtCode: string;
  commune: string;
  communeCode: string;
}

/** A row of the conversion table: a new commune and one of the units that it came from. */
export interface ConversionRow {
  line: number;
  /** `Thành phố Hà Nội (01)`, as it stands. */
  newProvince: string;
  newName: string;
  newCode: string;
  oldName: string;
  oldCode: string;
  /** The column "Ghi chú": what kind of link it is, in the source's words. */
  wording: string;
  /** `Quận Ba Đình (001)`, as it stands. */
  oldDistrict: string;
  oldProvince: string;
}

/** A table of the statistics office, as it is handed out, with every cell in NFC and without odd white space. */
export type OfficialTable = { name: string; sha256: string } & (
  | { layout: 'LIST'; rows: ListRow[] }
  | { layout: 'CONVERSION'; rows: ConversionRow[] }
);

/**
 * Reads a table of the statistics office and recognises which one it is by its headings.
 *
 * @throws {DomainError} `IMPORT_INVALID` when the file cannot be read, is no CSV in UTF-8, or has other headings
 */
export function readOfficialTable(path: string): OfficialTable {
  const name = basename(path);
  const bytes = readBytes(path, name);
  const records = readRecords(bytes, name);
  const identity = { name, sha256: createHash('sha256').update(bytes).digest('hex') };
  for (const [index, { cells }] of records.slice(0, HEADING_LINES).entries()) {
    const body = records.slice(index + 1);
    const list = columnsOf(cells, LIST_HEADINGS);
    if (list !== null) return { ...identity, layout: 'LIST', rows: rowsOf(body, list) };
    const conversion = columnsOf(cells, CONVERSION_HEADINGS);
    if (conversion !== null) return { ...identity, layout: 'CONVERSION', rows: rowsOf(body, conversion) };
  }
  throw unknownTable(name, records[0]?.cells ?? []);
}

// Titles may stand above the headings: the conversion table has one such line.
const HEADING_LINES = 5;

const LIST_HEADINGS = {
  ...{ province: 'Tỉnh Thành Phố', provinceCode: 'Mã TP', district: 'Quận Huyện', districtCode: 'Mã QH' },
  ...{ commune: 'Phường Xã', communeCode: 'Mã PX' },
} as const;

const CONVERSION_HEADINGS = {
  ...{ newProvince: 'Tỉnh, thành phố', newName: 'Tên Xã mới', newCode: 'Mã Xã mới' },
  ...{ oldName: 'Tên Xã cũ', oldCode: 'Mã Xã cũ', wording: 'Ghi chú' },
  ...{ oldDistrict: 'Quận/huyện', oldProvince: 'Tỉnh cũ' },
} as const;

type Columns<Field extends string> = Record<Field, number>;

function columnsOf<Field extends string>(
  cells: string[],
  headings: Record<Field, string>,
): Columns<Field> | null {
  const folded = cells.map(fold);
  const entries = Object.entries<string>(headings).map(
    ([field, heading]) => [field, folded.indexOf(fold(heading))] as const,
  );
  if (entries.some(([, column]) => column === -1)) return null;
  return Object.fromEntries(entries) as Columns<Field>; // the same fields as the headings
}

/** Rows with a name of a commune or a district: lines that only name a province divide the table for the eye. */
function rowsOf<Field extends string>(
  records: CsvRecord[],
  columns: Columns<Field>,
): (Record<Field, string> & { line: number })[] {
  return records
    .filter(({ cells }) => cells.slice(1).some((cell) => cell !== ''))
    .map(({ line, cells }) => {
      const fields = Object.entries<number>(columns).map(([field, column]) => [field, cells[column] ?? '']);
      return { ...(Object.fromEntries(fields) as Record<Field, string>), line }; // the fields of `columns`
    });
}

function readBytes(path: string, name: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unreadable';
    throw invalid(name, { vi: `không đọc được tệp (${reason})`, en: `the file cannot be read (${reason})` });
  }
}

interface CsvRecord {
  line: number;
  cells: string[];
}

function readRecords(bytes: Buffer, name: string): CsvRecord[] {
  const isText = isUtf8(bytes) && isStorableText(bytes.toString('utf8'));
  if (!isText) throw invalid(name, { vi: 'tệp phải là CSV mã UTF-8', en: 'the file must be CSV in UTF-8' });
  try {
    const records = parse(bytes, { bom: true, relax_column_count: true, info: true, skip_empty_lines: true });
    return (records as unknown as { info: { lines: number }; record: string[] }[]) // `info: true` gives this shape
      .map(({ info, record }) => ({ line: info.lines, cells: record.map(tidy) }));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw invalid(name, {
      vi: `tệp không phải CSV hợp lệ (${reason})`,
      en: `the file is not valid CSV (${reason})`,
    });
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function unknownTable(name: string, cells: string[]): DomainError {
  const found = cells.join(', ').slice(0, 120);
  const [list, conversion] = [LIST_HEADINGS, CONVERSION_HEADINGS].map((headings) =>
    Object.values(headings).join(', '),
  );
  return invalid(name, {
    vi: `dòng đầu là "${found}"; cần các cột "${list}" (danh mục ba cấp) hoặc "${conversion}" (bảng chuyển đổi)`,
    en: `its first line is "${found}"; expected the columns "${list}" (three-level list) or "${conversion}" (conversion table)`,
  });
}

function invalid(name: string, messages: Messages): DomainError {
  const { vi, en } = messages;
  return new DomainError(
    'IMPORT_INVALID',
    { vi: `${name}: ${vi}`, en: `${name}: ${en}` },
    { field: 'files', value: name },
  );
}
