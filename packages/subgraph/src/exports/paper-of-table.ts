import type { Context } from '../context.ts';
import type { UnitRow } from '../entities/rows.ts';
import { unitById } from '../entities/unit.ts';
import type { Paper, PaperCell, PaperTable } from '../papers/paper.ts';
import type { Column, ExportTable } from './export-table.ts';

/** A table on A4, with the room for the signatures of who made it and who answers for it. */
export async function paperOf(ctx: Context, table: ExportTable): Promise<Paper> {
  const columns = columnsOnPaper(table);
  const region = table.regionId === null ? null : await unitById(ctx).load(table.regionId);
  return {
    issuer: await issuerOf(ctx, region),
    // Whoever signs it gives it its number and its day.
    ...{ number: null, date: null },
    place: region?.level === 'NATION' || region === null ? '……' : region.name,
    title: table.title.toLocaleUpperCase('vi'),
    subtitles: [table.place, table.time],
    orientation: widthOf(columns) > PORTRAIT_CHARACTERS ? 'LANDSCAPE' : 'PORTRAIT',
    isDraft: false,
    sections: [{ heading: null, paragraphs: [], table: tableOnPaper(table, columns) }],
    signatures: [
      { role: 'NGƯỜI LẬP BIỂU', name: null },
      { role: 'THỦ TRƯỞNG ĐƠN VỊ', name: null },
    ],
    recipients: [],
  };
}

interface PlacedColumn extends Column {
  at: number;
}

const PORTRAIT_CHARACTERS = 95;
const widthOf = (columns: readonly Column[]) =>
  columns.reduce((sum, { widthCharacters }) => sum + widthCharacters, 0);

function columnsOnPaper({ columns, rows }: ExportTable): PlacedColumn[] {
  const isTelling = (at: number) => rows.some((row) => row[at] !== rows[0]?.[at]);
  return columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ onPaper, at }) => onPaper === 'ALWAYS' || (onPaper === 'IF_TELLING' && isTelling(at)));
}

function tableOnPaper(table: ExportTable, columns: readonly PlacedColumn[]): PaperTable {
  const cellsOf = (row: readonly PaperCell[]) =>
    // A text that is not there is nothing to be reported missing, as a number is.
    columns.map(({ at, type }) => row[at] ?? (type === 'TEXT' ? '' : null));
  const { totals } = table;
  return {
    unitOfMeasure: table.measureUnit,
    columns: columns.map(({ header, group, type, widthCharacters }) => ({
      ...{ header, type, width: widthCharacters },
      ...(group === null ? {} : { group }),
    })),
    rows: table.rows.map(cellsOf),
    totals:
      totals === null
        ? null
        : columns.map(({ at, isSummed }, index) => (isSummed ? (totals[at] ?? null) : index === 0 ? 'Tổng cộng' : '')),
    notes: table.notes,
    isNumbered: true,
  };
}

/** The people's committees whose table it is; the room is left empty where it is not one unit's. */
async function issuerOf(ctx: Context, region: UnitRow | null): Promise<Paper['issuer']> {
  if (region === null || region.level === 'NATION') return { parent: null, unit: '…………………………' };
  if (region.level === 'PROVINCE') return { parent: null, unit: committeeOf(region) };
  const parent = region.parentId === null ? null : await unitById(ctx).load(region.parentId);
  const above = parent === null || parent.level === 'NATION' ? null : committeeOf(parent);
  // Villages have no committee: what they do is the commune's.
  if (region.level === 'VILLAGE') return { parent: above, unit: region.fullName.toLocaleUpperCase('vi') };
  return { parent: above, unit: committeeOf(region) };
}

const committeeOf = ({ fullName }: UnitRow) => `ỦY BAN NHÂN DÂN ${fullName.toLocaleUpperCase('vi')}`;
