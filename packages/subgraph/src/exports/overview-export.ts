import { ADMIN_LEVELS, BOUNDARIES } from '@cnscd/domain';
import { bordersOn, dayOf } from '../arguments.ts';
import { regionOf } from '../entities/unit.ts';
import { unitsBelow } from '../features/indicators/kpi-board.ts';
import { pairVariance } from '../features/overview/figure-pair.ts';
import { completenessOf, type Overview, overviewOf } from '../features/overview/overview-loader.ts';
import { warningsOf } from '../features/overview/overview-warnings.ts';
import { pairOf } from '../features/overview/unit-overview.ts';
import { filterMissing } from './board-export.ts';
import { defineExport } from './define-export.ts';
import { oneOf, text } from './export-filters.ts';
import { type ColumnOf, columnsOf, tableOf } from './export-table.ts';
import { requireWithin } from './row-limit.ts';
import { warningNotes } from './warning-notes.ts';
import { named, percentOf, placeOf, untilDay } from './words.ts';

const column = columnsOf<Overview>();

const FILTERS = { unitCode: text, asOf: text, boundary: oneOf(BOUNDARIES), breakdown: oneOf(ADMIN_LEVELS) };

/** Teams and members of a unit, and of the units of a level below it: what is reported beside what is registered. */
export const overviewExport = defineExport({
  kind: 'OVERVIEW',
  access: 'PUBLIC',
  filters: FILTERS,
  narrowedBy: ['unitCode', 'breakdown'],
  async read(ctx, { unitCode, asOf, breakdown, boundary: asked }, limit) {
    if (unitCode === null) throw filterMissing('unitCode');
    const boundary = asked ?? 'AS_REPORTED';
    const day = dayOf(ctx, asOf);
    const unit = await regionOf(ctx, unitCode, day, boundary);
    const below =
      breakdown === null ? [] : await unitsBelow(ctx, unit, breakdown, bordersOn(ctx, boundary, day));
    const overviews = await Promise.all(
      [unit, ...below].map(({ id }) => overviewOf(ctx).load({ unitId: id, day, boundary })),
    );
    return tableOf(
      {
        kind: 'OVERVIEW',
        title: 'Tổng quan tổ công nghệ số cộng đồng',
        place: placeOf(unit),
        regionId: unit.id,
        time: untilDay(day),
        measureUnit: null,
        counted: null,
        notes: [
          'Số báo cáo là số của nguồn công bố; số đăng ký đếm trong sổ.',
          ...warningNotes(overviews.flatMap(warnedBy)),
        ],
      },
      [
        column.text('Mã đơn vị', (row) => row.unit.code, { widthCharacters: 11, onPaper: 'NEVER' }),
        column.text('Đơn vị', (row) => row.unit.fullName, { widthCharacters: 28 }),
        column.text('Cấp', (row) => named('adminLevel', row.unit.level), {
          widthCharacters: 18,
          onPaper: 'NEVER',
        }),
        ...pairColumns('TEAMS', 'Số tổ'),
        ...pairColumns('MEMBERS', 'Số thành viên'),
        column.text('Cảnh báo', warningsText, { widthCharacters: 60, onPaper: 'NEVER' }),
      ],
      requireWithin(overviews, limit),
    );
  },
});

const EXACT = named('qualifier', 'EXACT');

function pairColumns(code: 'TEAMS' | 'MEMBERS', group: string): ColumnOf<Overview>[] {
  const pair = (row: Overview) => pairOf(row, code);
  const qualifier = (row: Overview) => named('qualifier', pair(row).reported?.qualifier ?? null);
  return [
    column.count('Báo cáo', (row) => pair(row).reported?.value ?? null, { group }),
    column.text('Mức chắc chắn', qualifier, {
      group,
      widthCharacters: 14,
      onPaper: 'IF_TELLING',
      usual: EXACT,
    }),
    column.day('Tính đến ngày', (row) => pair(row).reported?.asOf ?? null, { group, onPaper: 'IF_TELLING' }),
    column.count('Đăng ký', (row) => pair(row).registered, { group }),
    column.count('Chênh lệch', (row) => pairVariance(pair(row)), { group }),
    column.percent('Mức đầy đủ', (row) => percentOf(completenessOf(row, code)), { group, onPaper: 'NEVER' }),
  ];
}

const warnedBy = (row: Overview) =>
  warningsOf(row).map(({ messages }) => ({ about: row.unit.fullName, sentence: messages.vi }));

function warningsText(row: Overview): string | null {
  const sentences = warningsOf(row).map(({ messages }) => messages.vi);
  return sentences.length === 0 ? null : sentences.slice(0, 20).join('; ');
}
