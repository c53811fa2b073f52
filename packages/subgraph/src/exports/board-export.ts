import { ADMIN_LEVELS, BOUNDARIES, DomainError } from '@cnscd/domain';
import { requireSource } from '../entities/source.ts';
import { type Board, readBoard } from '../features/indicators/kpi-board.ts';
import { attainmentOf, type Kpi, varianceOf } from '../features/indicators/kpi-value.ts';
import { defineExport } from './define-export.ts';
import { list, oneOf, text } from './export-filters.ts';
import { countColumn, numberColumn, tableOf, textColumn } from './export-table.ts';
import { requireWithin } from './row-limit.ts';
import { inPeriod, named, placeOf } from './words.ts';

/** The board of a unit and a period: a row for each indicator, and one for each unit of a breakdown below it. */
export const boardExport = defineExport({
  kind: 'BOARD',
  access: 'PUBLIC',
  filters: {
    unitCode: text,
    period: text,
    indicatorCodes: list,
    breakdown: oneOf(ADMIN_LEVELS),
    boundary: oneOf(BOUNDARIES),
  },
  narrowedBy: ['indicatorCodes', 'unitCode'],
  async read(ctx, { unitCode, period, ...filters }, limit) {
    if (unitCode === null) throw filterMissing('unitCode');
    if (period === null) throw filterMissing('period');
    const board = await readBoard(ctx, { unitCode, period, ...filters });
    const lines = requireWithin(linesOf(board), limit);
    const sources = [...new Set(lines.flatMap((kpi) => sourceIdsOf(kpi)))];
    const titles = new Map(
      await Promise.all(sources.map(async (id) => [id, (await requireSource(ctx, id)).title] as const)),
    );
    return tableOf(
      {
        kind: 'BOARD',
        title: 'Bảng chỉ tiêu của tổ công nghệ số cộng đồng',
        place: placeOf(board.unit),
        time: inPeriod(board.period) ?? board.period,
        measureUnit: null,
        notes: ['Ô trống là chưa có số, khác với 0.'],
      },
      [
        textColumn('Mã chỉ tiêu', ({ indicator }) => indicator.code, { widthCharacters: 18 }),
        textColumn('Chỉ tiêu', ({ indicator }) => indicator.nameVi, { widthCharacters: 40 }),
        textColumn('Mã đơn vị', ({ unit }) => unit.code, { widthCharacters: 11 }),
        textColumn('Đơn vị', ({ unit }) => unit.fullName, { widthCharacters: 24 }),
        textColumn('Đơn vị tính', ({ indicator }) => named('measureUnit', indicator.unit), {
          widthCharacters: 16,
        }),
        numberColumn('Giá trị', (kpi) => kpi.value),
        textColumn('Nguồn của giá trị', (kpi) => named('kpiBasis', kpi.basis), { widthCharacters: 18 }),
        textColumn(
          'Mức chắc chắn',
          (kpi) => (kpi.value === null ? null : named('qualifier', kpi.qualifier)),
          {
            widthCharacters: 14,
          },
        ),
        numberColumn('Theo báo cáo', (kpi) => kpi.reported),
        numberColumn('Tính từ hoạt động', (kpi) => kpi.computed?.value ?? null),
        numberColumn('Theo sổ đăng ký', (kpi) => kpi.registered),
        numberColumn('Chênh lệch', varianceOf),
        numberColumn('Tử số', (kpi) => kpi.numerator),
        numberColumn('Mẫu số', (kpi) => kpi.denominator),
        numberColumn('Chỉ tiêu giao', (kpi) => kpi.target?.value ?? null),
        textColumn('Nội dung chỉ tiêu giao', (kpi) => kpi.target?.statement ?? null, { widthCharacters: 30 }),
        numberColumn('Mức đạt (%)', (kpi) => percentOf(attainmentOf(kpi))),
        countColumn('Xếp hạng', (kpi) => kpi.rank),
        numberColumn('Mức đầy đủ (%)', (kpi) => percentOf(kpi.completeness)),
        textColumn('Nguồn', (kpi) => textOf(sourceIdsOf(kpi).map((id) => titles.get(id) ?? id)), {
          widthCharacters: 40,
        }),
        textColumn('Cảnh báo', (kpi) => textOf(kpi.warnings.map(({ messages }) => messages.vi)), {
          widthCharacters: 40,
        }),
      ],
      lines,
    );
  },
});

const linesOf = ({ rows }: Board): Kpi[] => rows.flatMap(({ total, breakdown }) => [total, ...breakdown]);

const sourceIdsOf = ({ total }: Kpi) => [...new Set(total?.parts.map((part) => part.sourceId))];

const textOf = (parts: readonly string[]) => (parts.length === 0 ? null : parts.join('; '));

/** A ratio of 0–1 as people read it, to a tenth. */
const percentOf = (ratio: number | null) => (ratio === null ? null : Math.round(ratio * 1000) / 10);

/** The refusal of an export that cannot be made without a filter. */
export function filterMissing(field: string): DomainError {
  return new DomainError(
    'FILTER_MISSING',
    { vi: `Tệp xuất này cần ${field}.`, en: `This export needs ${field}.` },
    { field },
  );
}
