import type { Context } from '../context.ts';
import { unitById } from '../entities/unit.ts';
import { issuerOf, placeOf } from '../papers/issuer-of.ts';
import type { Paper, PaperRow, PaperTable } from '../papers/paper.ts';
import type { ExportTable } from './export-table.ts';
import { columnsOnPaper, headingOf, type PaperColumns } from './paper-columns.ts';

/** A table on A4, with the room for the signatures of who made it and who answers for it. */
export async function paperOf(ctx: Context, table: ExportTable): Promise<Paper> {
  const onPaper = columnsOnPaper(table);
  const region = table.regionId === null ? null : await unitById(ctx).load(table.regionId);
  return {
    issuer: issuerOf(region, region?.parentId == null ? null : await unitById(ctx).load(region.parentId)),
    // Whoever signs it gives it its number and its day.
    ...{ number: null, date: null },
    place: placeOf(region),
    title: table.title.toLocaleUpperCase('vi'),
    subtitles: [table.place, table.time],
    orientation: onPaper.orientation,
    isDraft: false,
    sections: [{ heading: null, paragraphs: [], table: tableOnPaper(table, onPaper) }],
    signatures: [
      { role: 'NGƯỜI LẬP BIỂU', name: null },
      { role: 'THỦ TRƯỞNG ĐƠN VỊ', name: null },
    ],
    recipients: [],
  };
}

function tableOnPaper(
  table: ExportTable,
  { columns, headings }: Omit<PaperColumns, 'orientation'>,
): PaperTable {
  return {
    unitOfMeasure: table.measureUnit,
    columns: columns.map(({ header, group, type, width }) => ({
      ...{ header, type, width },
      ...(group === null ? {} : { group }),
    })),
    rows: rowsOnPaper(table.rows, { columns, headings }),
    totals: totalsOnPaper(table, columns),
    notes: [...table.notes, ...(hasGaps(table) ? [GAPS_NOTE] : [])],
    isNumbered: true,
  };
}

/** What is counted and what adds up, as the last row; none below a table without rows. */
function totalsOnPaper(
  { totals, counted, rows }: ExportTable,
  columns: PaperColumns['columns'],
): PaperTable['totals'] {
  if (rows.length === 0 || (totals === null && counted === null)) return null;
  const words = counted === null ? 'Tổng cộng' : `Tổng cộng: ${counted}`;
  return columns.map(({ at, isSummed }, index) =>
    isSummed ? (totals?.[at] ?? null) : index === 0 ? words : '',
  );
}

/** Whether a sum leaves rows out, because nobody knows their number. */
const hasGaps = ({ columns, rows, totals }: ExportTable): boolean =>
  columns.some(
    ({ isSummed }, at) => isSummed && totals?.[at] != null && rows.some((row) => row[at] === null),
  );

const GAPS_NOTE = 'Tổng cộng chỉ gồm các dòng có số liệu.';

function rowsOnPaper(
  rows: ExportTable['rows'],
  { columns, headings }: Omit<PaperColumns, 'orientation'>,
): PaperRow[] {
  let last: string | null = null;
  return rows.flatMap((row): PaperRow[] => {
    // A text that is not there is nothing to be reported missing, as a number is.
    const cells = columns.map(({ at, type }) => row[at] ?? (type === 'TEXT' ? '' : null));
    const heading = headings.length === 0 ? null : headingOf(row, headings);
    const isSame = heading === last;
    last = heading;
    return heading === null || isSame ? [cells] : [{ heading }, cells];
  });
}
