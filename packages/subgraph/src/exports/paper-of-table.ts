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
  const { totals } = table;
  return {
    unitOfMeasure: table.measureUnit,
    columns: columns.map(({ header, group, type, width }) => ({
      ...{ header, type, width },
      ...(group === null ? {} : { group }),
    })),
    rows: rowsOnPaper(table.rows, { columns, headings }),
    totals:
      totals === null
        ? null
        : columns.map(({ at, isSummed }, index) =>
            isSummed ? (totals[at] ?? null) : index === 0 ? 'Tổng cộng' : '',
          ),
    notes: table.notes,
    isNumbered: true,
  };
}

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
