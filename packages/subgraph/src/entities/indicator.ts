import { isStorableText } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { IndicatorRow } from './rows.ts';

/** The columns of an IndicatorRow, from indicator under the alias i. */
export const indicatorColumns = raw(`
  i.code, i.name_vi as "nameVi", i.name_en as "nameEn", i.unit, i.direction, i.aggregation, i.measure,
  i.denominator_measure as "denominatorMeasure", i.topic`);

export const indicatorByCode = perRequest<string, IndicatorRow | null>(async (ctx, codes) => {
  const rows = await ctx.db.rows<IndicatorRow>(sql`
    /* indicatorByCode */
    select ${indicatorColumns} from indicator i where i.code = any(${codes.filter(isStorableText)}::text[])`);
  return inOrder(codes, rows, (row) => row.code);
});
