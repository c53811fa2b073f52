import type { CellRow } from '../../spreadsheets/cells.ts';
import { cellText, singleLine } from './cell-text.ts';
import type { TableColumn } from './find-table.ts';
import type { FieldType, SkippedRows } from './sheet-row.ts';

/** What a row below the headings is: a record, nothing, or something that officers write around records. */
export type RowRole = 'RECORD' | 'EMPTY' | Exclude<SkippedRows['reason'], 'TITLE'>;

/** A table, as far as it decides what its rows are. */
export interface TableShape {
  /** By number from 1. */
  columns: ReadonlyMap<number, TableColumn>;
  lastHeaderRow: number;
  /** Columns of which a record has one. */
  needed: ReadonlySet<number>;
  /** Rows with cells merged over three columns or more. */
  rowsMergedAcross: ReadonlySet<number>;
}

interface Said {
  column: number;
  text: string;
  type: FieldType | null;
}

/** @param isAfterSignature - whether a signature block has begun above */
export function roleOfRow(row: CellRow, table: TableShape, isAfterSignature: boolean): RowRole {
  const texts = textsOf(row, table);
  const said = texts.filter(({ text, type }) => type !== 'ORDINAL' || !ORDINAL.test(text));
  if (said.length === 0) return 'EMPTY';
  if (isRepeatedHeader(texts, table)) return 'HEADER';
  if (row.row === table.lastHeaderRow + 1 && isNumbering(texts)) return 'NUMBERING';
  const isGroupLine = said.length === 1 && isGroup(said[0], row, table);
  // What has a number in its column for numbers is one of the records, unless nobody is called so.
  const isNumbered = texts.some(({ text, type }) => type === 'ORDINAL' && /^\d+\.?$/u.test(text));
  if (isNumbered) return isGroupLine && said[0]?.type === 'PERSON' ? 'GROUP' : 'RECORD';
  if (isTotal(said[0], table)) return 'TOTAL';
  if (isSignature(said, table) || (isAfterSignature && said.length <= 2)) return 'SIGNATURE';
  return isGroupLine ? 'GROUP' : 'RECORD';
}

const textsOf = ({ cells }: CellRow, table: TableShape): Said[] =>
  cells.flatMap((cell, index) => {
    const text = cellText(cell)?.text;
    // A formula without its result is something, although it says nothing.
    if (text === undefined && cell?.kind !== 'FORMULA') return [];
    const type = table.columns.get(index + 1)?.field?.type ?? null;
    // What rows are is told by short texts; a megabyte is not searched for a signature.
    return [{ column: index + 1, text: singleLine(text ?? '').slice(0, LONGEST_TOLD), type }];
  });

const LONGEST_TOLD = 300;

/** Numbers of rows and groups: 1, 1.1, I, a). */
const ORDINAL = /^(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)]?$/iu;

function isRepeatedHeader(texts: readonly Said[], { columns }: TableShape): boolean {
  const same = texts.filter(({ column, text }) => columns.get(column)?.header.split(' / ').includes(text));
  return same.length >= 2 && same.length === texts.length;
}

/** (1) (2) (3), or A B 1 2: what forms print below their headings. */
function isNumbering(texts: readonly Said[]): boolean {
  const marks = texts.map(({ text }) => text.replace(/[()[\]]/gu, ''));
  if (marks.length < 3 || !marks.every((mark) => /^(?:[A-Z]|\d{1,2})$/u.test(mark))) return false;
  const numbers = marks.filter((mark) => /\d/u.test(mark)).map(Number);
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

// With its marks: "Tổng" is a sum, "Tống" a family.
const TOTAL =
  /^(?:tổng(?: cộng| số| chung)?|cộng)(?=$|\s*[:–(-]|\s+\d|\s+(?:số|cả|toàn|chung|cộng|theo|danh sách|thành viên|tổ)(?!\p{L}))|^\(?danh sách (?:này )?(?:có|gồm)\s/iu;
const ONLY_TOTAL = /^(?:tổng(?: cộng| số| chung)?|cộng)\s*:?$/iu;

/** "Tổng số tổ" sums a list of teams up; in a list of figures it is what one of them is called. */
function isTotal(first: Said | undefined, { needed }: TableShape): boolean {
  if (first === undefined) return false;
  const isName = needed.has(first.column) && first.type === 'TEXT';
  return (isName ? ONLY_TOTAL : TOTAL).test(first.text);
}

const SIGNATURE =
  /^(?:người lập(?: biểu| bảng| danh sách)?|người tổng hợp|thủ trưởng(?: đơn vị| cơ quan)?|kế toán|nơi nhận|(?:q\.? ?|k\/?t\.? ?)?(?:phó )?chủ tịch|(?:tm|kt|tl|tuq)\.? .*|t\/m .*|xác nhận (?:của|ubnd).*|\(?(?:ký|đã ký)(?:[ ,].*)?\)?|.*,? ngày\s*[\d.…_]*\s*tháng\s*[\d.…_]*\s*năm\s*[\d.…_]*)\s*:?$/iu;

/** Posts may stand in a record as well, beside the name of who holds them. */
const POSTS: readonly (FieldType | null)[] = ['ROLE', 'POSITION', 'AFFILIATIONS'];

function isSignature(said: readonly Said[], { needed }: TableShape): boolean {
  if (said.length > 3) return false;
  const signs = said.filter(({ text }) => SIGNATURE.test(text));
  const isRecord = said.some(({ column, text }) => needed.has(column) && !SIGNATURE.test(text));
  return signs.some(({ type }) => !isRecord || !POSTS.includes(type));
}

/** A line that names what follows, over the whole table or by a word for it; never a record of one cell. */
function isGroup(only: Said | undefined, { row }: CellRow, table: TableShape): boolean {
  if (only === undefined || (table.needed.has(only.column) && only.type !== 'PERSON')) return false;
  return GROUP_NAME.test(only.text) || table.rowsMergedAcross.has(row);
}

const GROUP_NAME =
  /^(?:[IVX]+[.)]? |\d+[.)]? |[a-z][.)] )?(?:tổ|thôn|bản|ấp|khu phố|tổ dân phố|tdp|khóm|xã|phường|thị trấn|đặc khu|huyện|đội|nhóm)\s+\S/iu;

/** The name in a group's line, without its number. */
export function groupName({ cells }: CellRow): string {
  const texts = cells.flatMap((cell) => cellText(cell)?.text ?? []).map(singleLine);
  const name = texts.find((text) => !ORDINAL.test(text)) ?? '';
  return name.replace(/^(?:[IVX]+|\d+|[a-z])[.)]? +(?=\p{L})/u, '');
}
