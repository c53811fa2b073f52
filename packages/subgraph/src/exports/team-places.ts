import sql, { raw, type Sql } from 'sql-template-tag';
import { inNaturalOrder } from '../sql-fragments.ts';
import { type ColumnOf, columnsOf } from './export-table.ts';

/** Where something is, in words, in the units of its own time. */
export interface Place {
  /** Official code of the unit, or of the nearest above it that has one. */
  unitCode: string | null;
  village: string | null;
  commune: string | null;
  district: string | null;
  province: string | null;
}

/**
 * Places of units, one row each, as a relation with the columns of a {@link Place}, `unit_id`, and `in_order`, by which
 * places sort from the province down.
 *
 * @param unitIds - a query of one column
 */
export const placesOf = (unitIds: Sql): Sql => sql`(
  select s.unit_id,
    (array_agg(a.code order by a.level desc) filter (where a.code is not null))[1] as "unitCode",
    ${nameOf('VILLAGE')} as village, ${nameOf('COMMUNE')} as commune, ${nameOf('DISTRICT')} as district,
    ${nameOf('PROVINCE')} as province,
    array_agg(${inNaturalOrder(sql`a.search_text`)} order by a.level) as in_order
  from unit_scope s join admin_unit a on a.id = s.region_id
  where s.reason = 'DESCENT' and s.unit_id in (${unitIds})
  group by s.unit_id)`;

const nameOf = (level: string) => raw(`max(a.full_name) filter (where a.level = '${level}')`);

/** Columns of a {@link Place} under an alias. */
export const placeColumns = (alias: 'place' | 't' = 'place') =>
  raw(
    ['"unitCode"', 'village', 'commune', 'district', 'province'].map((name) => `${alias}.${name}`).join(', '),
  );

/** The columns of a table by which an import finds the place again; on paper only those that tell rows apart. */
export function placeCells<Row extends Place>(
  onPaper: 'IF_TELLING' | 'NEVER' = 'IF_TELLING',
): ColumnOf<Row>[] {
  const column = columnsOf<Row>();
  return [
    column.text('Mã đơn vị', (row) => row.unitCode, { widthCharacters: 11, onPaper: 'NEVER' }),
    column.text('Thôn/Tổ dân phố', (row) => row.village, { widthCharacters: 22, onPaper }),
    column.text('Xã/Phường', (row) => row.commune, { widthCharacters: 22, onPaper }),
    column.text('Quận/Huyện', (row) => row.district, { widthCharacters: 20, onPaper }),
    column.text('Tỉnh/Thành phố', (row) => row.province, { widthCharacters: 20, onPaper }),
  ];
}
