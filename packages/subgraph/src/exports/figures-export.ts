import {
  type AdminLevel,
  BOUNDARIES,
  formatQualified,
  type MeasureUnit,
  type Period,
  type Qualifier,
  type TeamKind,
  today,
} from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf, periodOf } from '../arguments.ts';
import type { Context } from '../context.ts';
import { regionOf } from '../entities/unit.ts';
import { requireIndicators } from '../features/indicators/kpi.ts';
import { defineExport } from './define-export.ts';
import { type FiltersOf, list, oneOf, text } from './export-filters.ts';
import { type ColumnOf, columnsOf, tableOf } from './export-table.ts';
import { readRows } from './read-rows.ts';
import { type RowLimit, requireWithin } from './row-limit.ts';
import { type Place, placeCells, placeColumns, placesOf } from './team-places.ts';
import { inPeriod, named, placeOf, untilDay } from './words.ts';

interface FigureLine extends Place {
  indicatorCode: string;
  indicatorName: string;
  measureUnit: MeasureUnit;
  level: AdminLevel | null;
  teamKind: TeamKind | null;
  value: number;
  valueMax: number | null;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  asOf: string;
  period: Period | null;
  sourceTitle: string;
  statement: string | null;
  revision: number;
  recordedOn: string;
  reason: string | null;
}

const column = columnsOf<FigureLine>();

const FILTERS = {
  unitCode: text,
  asOf: text,
  period: text,
  indicatorCodes: list,
  boundary: oneOf(BOUNDARIES),
};

const NARROWED_BY = ['unitCode', 'period', 'indicatorCodes'] as const;

/** Figures that stand, as sources state them, about a unit and all that lies in it. */
export const figuresExport = defineExport({
  kind: 'FIGURES',
  access: 'PUBLIC',
  filters: FILTERS,
  narrowedBy: NARROWED_BY,
  async read(ctx, filters, limit) {
    const { rows, ...head } = await readFigures(ctx, filters, { limit, which: sql`true` });
    const title = 'Số liệu theo nguồn công bố';
    return tableOf({ kind: 'FIGURES', title, ...head }, figureColumns, rows);
  },
});

/** Of these, the ones that officers recorded or corrected here: with the revision, when, and why. */
export const measurementsExport = defineExport({
  kind: 'MEASUREMENTS',
  access: 'PUBLIC',
  filters: FILTERS,
  narrowedBy: NARROWED_BY,
  async read(ctx, filters, limit) {
    const { rows, ...head } = await readFigures(ctx, filters, { limit, which: IS_RECORDED_HERE });
    const columns = [...figureColumns, ...revisionColumns];
    return tableOf({ kind: 'MEASUREMENTS', title: 'Số liệu do cán bộ nhập', ...head }, columns, rows);
  },
});

// Whoever records a figure leaves an entry of the audit with it.
const IS_RECORDED_HERE = sql`exists (
  select from audit_entry e where e.entity_type = 'UnitFigure' and e.entity_id = f.fact_key)`;

async function readFigures(
  ctx: Context,
  filters: FiltersOf<typeof FILTERS>,
  { limit, which }: { limit: RowLimit; which: Sql },
) {
  const period = periodOf(filters.period);
  const day = filters.asOf === null ? null : dayOf(ctx, filters.asOf);
  const boundary = filters.boundary ?? 'AS_REPORTED';
  const region =
    filters.unitCode === null
      ? null
      : await regionOf(ctx, filters.unitCode, dayOf(ctx, filters.asOf), boundary);
  const codes =
    filters.indicatorCodes === null
      ? null
      : (await requireIndicators(ctx, filters.indicatorCodes)).map(({ code }) => code);
  const liesIn =
    region === null
      ? sql`true`
      : sql`f.unit_id in (select s.unit_id from unit_scope s where s.region_id = ${region.id}
          and (${boundary} = 'CURRENT' or ${region.level} = 'NATION' or s.reason = 'DESCENT'))`;
  const rows = await readRows<FigureLine>(
    ctx,
    sql`
    /* exportFigures */
    with chosen as materialized (
      select f.* from reported_figure f
      where f.superseded_at is null and ${liesIn} and ${which}
        and (${day}::date is null or f.as_of <= ${day}::date) and (${period}::text is null or f.period = ${period})
        and (${codes}::text[] is null or f.indicator_code = any(${codes}::text[]))
      order by f.id limit ${limit.mostRows + 1}
    ), place as materialized ${placesOf(sql`select unit_id from chosen`)}
    select ${placeColumns()}, f.indicator_code as "indicatorCode", i.name_vi as "indicatorName", i.unit as "measureUnit",
      f.level, f.team_kind as "teamKind", f.value, f.value_max as "valueMax", f.numerator, f.denominator, f.qualifier,
      f.as_of as "asOf", f.period, d.title as "sourceTitle", f.statement, f.revision, f.reason,
      (f.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as "recordedOn"
    from chosen f
    join indicator i on i.code = f.indicator_code
    join source_document d on d.id = f.source_id
    left join place on place.unit_id = f.unit_id
    order by place.in_order nulls last, f.indicator_code, f.as_of desc, f.level, f.team_kind, f.id`,
  );
  return {
    place: placeOf(region),
    regionId: region?.id ?? null,
    time: inPeriod(period) ?? untilDay(day ?? today(ctx.now)),
    measureUnit: null,
    counted: null,
    notes: [],
    rows: requireWithin(rows, limit),
  };
}

const figureColumns: ColumnOf<FigureLine>[] = [
  ...placeCells<FigureLine>(),
  column.text('Mã chỉ tiêu', (row) => row.indicatorCode, { widthCharacters: 18, onPaper: 'NEVER' }),
  column.text('Chỉ tiêu', (row) => row.indicatorName, { widthCharacters: 40 }),
  column.text('Cấp tổ', (row) => named('adminLevel', row.level), { widthCharacters: 18 }),
  column.text('Loại tổ', (row) => named('teamKind', row.teamKind), { onPaper: 'IF_TELLING' }),
  column.number('Giá trị', statedValue),
  column.number('Giá trị đến', (row) => row.valueMax, { onPaper: 'IF_TELLING' }),
  column.number('Tử số', (row) => row.numerator, { onPaper: 'IF_TELLING' }),
  column.number('Mẫu số', (row) => row.denominator, { onPaper: 'IF_TELLING' }),
  column.text('Đơn vị tính', (row) => named('measureUnit', row.measureUnit), { widthCharacters: 16 }),
  column.day('Tính đến ngày', (row) => row.asOf),
  column.text('Kỳ báo cáo', ({ period }) => inPeriod(period), { widthCharacters: 14 }),
  column.text('Nguồn', (row) => row.sourceTitle, { widthCharacters: 50 }),
  column.text('Trích nguyên văn', (row) => row.statement, { widthCharacters: 50, onPaper: 'NEVER' }),
];

/** What is not exact is written as its source says it, "hơn 4.000": as a bare number it would come back as exact. */
function statedValue({ value, qualifier }: FigureLine): number | string {
  return qualifier === 'EXACT' ? value : formatQualified(value, qualifier);
}

const revisionColumns: ColumnOf<FigureLine>[] = [
  column.count('Lần ghi', (row) => row.revision),
  column.day('Ngày ghi', (row) => row.recordedOn),
  column.text('Lý do đính chính', (row) => row.reason, { widthCharacters: 40 }),
];
