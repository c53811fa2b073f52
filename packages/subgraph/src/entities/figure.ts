import { isStorableText } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { FigureRow } from './rows.ts';

/** The columns of a FigureRow, from reported_figure under the alias f. */
export const figureColumns = raw(`
  f.id, f.fact_key as "factKey", f.revision, f.unit_id as "unitId", f.indicator_code as "indicatorCode", f.level,
  f.team_kind as "teamKind", f.value, f.value_max as "valueMax", f.numerator, f.denominator, f.qualifier, f.as_of as "asOf",
  f.period, f.stated_change as "statedChange", f.target_code as "targetCode", f.statement, f.reason,
  f.source_id as "sourceId", f.recorded_at as "recordedAt", f.superseded_at as "supersededAt"`);

export const figureByFactKey = perRequest<string, FigureRow | null>(async (ctx, factKeys) => {
  const rows = await ctx.db.rows<FigureRow>(sql`
    /* figureByFactKey */
    select ${figureColumns} from reported_figure f
    where f.fact_key = any(${factKeys.filter(isStorableText)}::text[]) and f.superseded_at is null`);
  return inOrder(factKeys, rows, (row) => row.factKey);
});
