import { importFault, type LocalDate, sensitiveKind } from '@cnscd/domain';
import { type CellRow, columnName, type MergedCells, type SheetReader } from '../../spreadsheets/cells.ts';
import { cellText, singleLine } from './cell-text.ts';
import { ClearedCells } from './clear-cells.ts';
import { columnIssues, missingFields } from './column-issues.ts';
import { isTaken, NEEDED_FIELDS } from './fields.ts';
import { type FoundTable, findTable, likelyHeadings, ROWS_BEFORE_TABLE } from './find-table.ts';
import { givenByGroup, givenBySheet } from './given-values.ts';
import { MergedValues } from './merged-values.ts';
import { type RowContext, readRow } from './read-row.ts';
import { groupName, roleOfRow, type TableShape } from './row-role.ts';
import type { ImportIssue, ReadingOptions, RecognisedColumn, SheetRow, SkippedRows } from './sheet-row.ts';
import { inUsualEncoding, usualEncoding } from './usual-encoding.ts';

/** What was found in a sheet besides its records. */
export interface SheetResult {
  columns: RecognisedColumn[];
  rows: number;
  skipped: SkippedRows[];
  issues: ImportIssue[];
  /** Whether it has a table of the kind. */
  isTable: boolean;
  /** What is never stored and was taken out. */
  cleared: ClearedCells;
}

type Options = Omit<ReadingOptions, 'today'> & { today: LocalDate };

/** Reads a sheet and gives its records on as it goes. */
export async function readSheet(
  sheet: SheetReader,
  options: Options,
  on: { rows(rows: SheetRow[]): Promise<void>; progress(size: number): void },
): Promise<SheetResult> {
  const cleared = new ClearedCells(options);
  if (sheet.isHidden) {
    for await (const rows of sheet.rows(on.progress)) cleared.clear(rows);
    return { ...leftOut(sheet, true), cleared };
  }
  const merged = await sheet.merged();
  const batches = sheet.rows(on.progress)[Symbol.asyncIterator]();
  const opening = await firstRows(batches);
  const usual = usualEncoding(opening);
  const written = inUsualEncoding(opening, usual);
  const tableIn = (rows: readonly CellRow[]) => findTable(rows.slice(0, ROWS_BEFORE_TABLE), merged, options);
  const first = clearedOpening(written, tableIn(written), cleared);
  const table = tableIn(first);
  const rest = restOf(batches, (rows) => cleared.clear(inUsualEncoding(rows, usual), table?.columns));
  if (table === null || missingFields(table.columns, options.kind) !== null) {
    // Not read, but looked through for what may not be kept.
    for await (const _ of rest);
  }
  if (table === null) return { ...unread(sheet, first), cleared };
  const issues = columnIssues(table, { sheet: sheet.name, kind: options.kind });
  const columns = recognised(sheet, table, first);
  if (missingFields(table.columns, options.kind) !== null) {
    return { columns, rows: 0, skipped: [], issues, isTable: true, cleared };
  }
  const reading = new TableReading(sheet, table, { merged, options });
  await reading.read(
    first.filter(({ row }) => row > table.lastRow),
    on.rows,
  );
  for await (const rows of rest) await reading.read(rows, on.rows);
  await reading.finish(on.rows);
  const titles = first.filter(({ row }) => row < table.firstRow);
  const skipped = titles.map(({ row }): SkippedRows => ({ sheet: sheet.name, row, reason: 'TITLE' }));
  return {
    ...{ columns, rows: reading.count, isTable: true, cleared },
    skipped: [...skipped, ...reading.skipped],
    issues: [...issues, ...reading.issues],
  };
}

/** Enough rows to find the table in, or all. */
async function firstRows(batches: AsyncIterator<CellRow[]>): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  while (rows.length < ROWS_BEFORE_TABLE) {
    const next = await batches.next();
    if (next.done === true) break;
    rows.push(...next.value);
  }
  return rows;
}

/** The rows below the headings by what their columns are, the others by what they say. */
function clearedOpening(rows: CellRow[], table: FoundTable | null, cleared: ClearedCells): CellRow[] {
  const below = rows.findIndex(({ row }) => table !== null && row > table.lastRow);
  const records = below === -1 ? rows.length : below;
  return [...cleared.clear(rows.slice(0, records)), ...cleared.clear(rows.slice(records), table?.columns)];
}

/** What is left of the rows, cleared. */
async function* restOf(
  batches: AsyncIterator<CellRow[]>,
  clear: (rows: CellRow[]) => CellRow[],
): AsyncGenerator<CellRow[]> {
  for (let next = await batches.next(); next.done !== true; next = await batches.next())
    yield clear(next.value);
}

/** Few enough that the memory of one batch is free again when the next but one comes. */
const ROWS_IN_BATCH = 250;

/** A table whose rows are being read. */
class TableReading {
  count = 0;
  readonly skipped: SkippedRows[] = [];
  readonly issues: ImportIssue[] = [];
  readonly #shape: TableShape;
  readonly #merged: MergedValues;
  readonly #sheet: SheetReader;
  #context: RowContext;
  #isAfterSignature = false;
  #batch: SheetRow[] = [];

  constructor(
    sheet: SheetReader,
    table: FoundTable,
    { merged, options }: { merged: readonly MergedCells[]; options: Options },
  ) {
    this.#sheet = sheet;
    this.#shape = shapeOf(table, merged, options);
    this.#merged = new MergedValues(merged.filter(({ firstRow }) => firstRow > table.lastRow));
    const given = givenBySheet(sheet.name, table.columns);
    if (Object.keys(given).length > 0) {
      const fault = importFault('UNIT_FROM_SHEET', { sheet: sheet.name });
      const place = { sheet: sheet.name, row: table.lastRow, cell: null, field: 'commune', value: null };
      this.issues.push({ ...fault, ...place });
    }
    const { kind, today } = options;
    const cellAt = (column: number, row: number) => this.#merged.cellAt(column, row);
    this.#context = { sheet: sheet.name, kind, columns: table.columns, today, given, cellAt };
  }

  async read(rows: readonly CellRow[], onRows: (rows: SheetRow[]) => Promise<void>): Promise<void> {
    for (const row of rows) {
      this.#take(row);
      if (this.#batch.length >= ROWS_IN_BATCH) await this.finish(onRows);
    }
  }

  async finish(onRows: (rows: SheetRow[]) => Promise<void>): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length > 0) await onRows(batch);
  }

  #take(row: CellRow): void {
    const role = roleOfRow(row, this.#shape, this.#isAfterSignature);
    const filled = this.#merged.fill(row);
    if (role === 'EMPTY') return;
    if (role !== 'RECORD') {
      this.skipped.push({ sheet: this.#sheet.name, row: row.row, reason: role });
      this.#isAfterSignature ||= role === 'SIGNATURE';
      if (role === 'GROUP') this.#beginGroup(row);
      return;
    }
    this.#isAfterSignature = false;
    this.count += 1;
    this.#batch.push(readRow(filled, this.#context));
  }

  #beginGroup(row: CellRow): void {
    const { given, columns } = this.#context;
    this.#context = { ...this.#context, given: givenByGroup(groupName(row), columns, given) };
  }
}

function shapeOf(table: FoundTable, merged: readonly MergedCells[], { kind }: Options): TableShape {
  const needed = NEEDED_FIELDS[kind].flat();
  return {
    columns: new Map(table.columns.map((column) => [column.column, column])),
    lastHeaderRow: table.lastRow,
    needed: new Set(
      table.columns.filter(({ field }) => needed.includes(field?.name ?? '')).map(({ column }) => column),
    ),
    rowsMergedAcross: new Set(
      merged.filter((one) => one.lastColumn - one.firstColumn >= 2).map(({ firstRow }) => firstRow),
    ),
  };
}

/** Personal data does not go into a sample. */
const PERSONAL: readonly string[] = ['PERSON', 'PHONES', 'NOT_STORED', 'NOTE'];
const LONGEST_SAMPLE = 60;

function recognised(sheet: SheetReader, table: FoundTable, rows: readonly CellRow[]): RecognisedColumn[] {
  const below = rows.filter(({ row }) => row > table.lastRow);
  return table.columns.map(({ column, header, field }) => {
    const texts = below.flatMap(({ cells }) => cellText(cells[column - 1])?.text ?? []);
    const isPersonal =
      field === null || PERSONAL.includes(field.type) || sensitiveKind(texts[0] ?? '') !== null;
    const sample = isPersonal ? null : (texts[0] ?? null);
    return {
      ...{ sheet: sheet.name, column: columnName(column), header },
      field: field === null || !isTaken(field) ? null : field.name,
      sample: sample === null ? null : singleLine(sample).slice(0, LONGEST_SAMPLE),
    };
  });
}

function unread(sheet: SheetReader, first: readonly CellRow[]): Omit<SheetResult, 'cleared'> {
  if (first.length === 0) return { columns: [], rows: 0, skipped: [], issues: [], isTable: false };
  const table = likelyHeadings(first);
  return { ...leftOut(sheet, false), columns: table === null ? [] : recognised(sheet, table, first) };
}

function leftOut({ name }: SheetReader, isHidden: boolean): Omit<SheetResult, 'cleared'> {
  const fault = importFault('SHEET_SKIPPED', { sheet: name, isHidden });
  const issue = { ...fault, sheet: name, row: 1, cell: null, field: null, value: null };
  return { columns: [], rows: 0, skipped: [], issues: [issue], isTable: false };
}
