import { isStorableText } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { TargetRow } from './rows.ts';

/** The columns of a TargetRow, from target under the alias t. */
export const targetColumns = raw(`
  t.code, t.revision, t.indicator_code as "indicatorCode", t.unit_id as "unitId", t.team_id as "teamId", t.level, t.period,
  t.comparator, t.value, t.measure_unit as "measureUnit", t.readings::float8[] as readings, t.statement, t.reason,
  t.source_id as "sourceId"`);

export const targetByCode = perRequest<string, TargetRow | null>(async (ctx, codes) => {
  const rows = await ctx.db.rows<TargetRow>(sql`
    /* targetByCode */
    select ${targetColumns} from target t
    where t.code = any(${codes.filter(isStorableText)}::text[]) and t.superseded_at is null`);
  return inOrder(codes, rows, (row) => row.code);
});
