import { ADMIN_LEVELS, BOUNDARIES, DomainError } from '@cnscd/domain';
import { requireSource } from '../entities/source.ts';
import { type Board, readBoard } from '../features/indicators/kpi-board.ts';
import { attainmentOf, type Kpi, varianceOf } from '../features/indicators/kpi-value.ts';
import { defineExport } from './define-export.ts';
import { list, oneOf, text } from './export-filters.ts';
import { columnsOf, tableOf } from './export-table.ts';
import { requireWithin } from './row-limit.ts';
import { warningNotes } from './warning-notes.ts';
import { inPeriod, named, percentOf, placeOf } from './words.ts';

const column = columnsOf<Kpi>();

const FILTERS = {
  unitCode: text,
  period: text,
  indicatorCodes: list,
  breakdown: oneOf(ADMIN_LEVELS),
  boundary: oneOf(BOUNDARIES),
};

/** The board of a unit and a period: a row for each indicator, and one for each unit of a breakdown below it. */
export const boardExport = defineExport({
  kind: 'BOARD',
  access: 'PUBLIC',
  filters: FILTERS,
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
        regionId: board.unit.id,
        time: inPeriod(board.period) ?? board.period,
        measureUnit: null,
        counted: null,
        notes: warningNotes(lines.flatMap((kpi) => warnedBy(kpi, board))),
      },
      [
        column.text('Mã chỉ tiêu', ({ indicator }) => indicator.code, {
          widthCharacters: 18,
          onPaper: 'NEVER',
        }),
        column.text('Chỉ tiêu', ({ indicator }) => indicator.nameVi, {
          widthCharacters: 40,
          onPaper: 'HEADING',
        }),
        column.text('Mã đơn vị', ({ unit }) => unit.code, { widthCharacters: 11, onPaper: 'NEVER' }),
        column.text('Đơn vị', ({ unit }) => unit.fullName, { widthCharacters: 24, onPaper: 'IF_TELLING' }),
        column.text('Đơn vị tính', ({ indicator }) => named('measureUnit', indicator.unit), {
          widthCharacters: 16,
        }),
        column.number('Giá trị', (kpi) => kpi.value),
        column.text('Nguồn của giá trị', (kpi) => named('kpiBasis', kpi.basis), {
          widthCharacters: 18,
          onPaper: 'NEVER',
        }),
        column.text('Mức chắc chắn', qualifierOf, {
          widthCharacters: 14,
          onPaper: 'IF_TELLING',
          usual: EXACT,
        }),
        column.number('Theo báo cáo', (kpi) => kpi.reported),
        column.number('Tính từ hoạt động', (kpi) => kpi.computed?.value ?? null),
        column.number('Theo sổ đăng ký', (kpi) => kpi.registered),
        column.number('Chênh lệch', varianceOf, { onPaper: 'NEVER' }),
        column.number('Tử số', (kpi) => kpi.numerator, { onPaper: 'NEVER' }),
        column.number('Mẫu số', (kpi) => kpi.denominator, { onPaper: 'NEVER' }),
        column.number('Chỉ tiêu giao', (kpi) => kpi.target?.value ?? null),
        column.text('Nội dung chỉ tiêu giao', (kpi) => kpi.target?.statement ?? null, {
          widthCharacters: 30,
          onPaper: 'NEVER',
        }),
        column.percent('Mức đạt', (kpi) => percentOf(attainmentOf(kpi))),
        column.count('Xếp hạng', (kpi) => kpi.rank, { onPaper: 'IF_TELLING' }),
        column.percent('Mức đầy đủ', (kpi) => percentOf(kpi.completeness), { onPaper: 'NEVER' }),
        column.text('Nguồn', (kpi) => textOf(sourceIdsOf(kpi).map((id) => titles.get(id) ?? id)), {
          widthCharacters: 40,
          onPaper: 'NEVER',
        }),
        column.text('Cảnh báo', (kpi) => textOf(kpi.warnings.map(({ messages }) => messages.vi)), {
          widthCharacters: 40,
          onPaper: 'NEVER',
        }),
      ],
      lines,
    );
  },
});

const warnedBy = ({ indicator, unit, warnings }: Kpi, board: Board) =>
  warnings.map(({ messages }) => ({
    about: unit.id === board.unit.id ? indicator.nameVi : `${indicator.nameVi} – ${unit.fullName}`,
    sentence: messages.vi,
  }));

const linesOf = ({ rows }: Board): Kpi[] => rows.flatMap(({ total, breakdown }) => [total, ...breakdown]);

const sourceIdsOf = ({ total }: Kpi) => [...new Set(total?.parts.map((part) => part.sourceId))];

const textOf = (parts: readonly string[]) => (parts.length === 0 ? null : parts.join('; '));

const EXACT = named('qualifier', 'EXACT');
const qualifierOf = ({ value, qualifier }: Kpi) => (value === null ? null : named('qualifier', qualifier));

/** The refusal of an export that cannot be made without a filter. */
export function filterMissing(field: string): DomainError {
  return new DomainError(
    'FILTER_MISSING',
    { vi: `Tệp xuất này cần ${field}.`, en: `This export needs ${field}.` },
    { field },
  );
}
