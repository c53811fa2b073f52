import sql, { raw } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { ActivityRow } from './rows.ts';
import { inLowerCase, isUuid } from './uuid.ts';

/** The columns of an ActivityRow, from activity under the alias a. The sort key lets lists run from new to old. */
export const activityColumns = raw(`
  a.id, a.team_id as "teamId", a.kind, a.status, a.title, a.starts_at as "startsAt",
  a.duration_minutes as "durationMinutes", a.unit_id as "unitId", a.place, a.is_synthetic as "isSynthetic",
  a.version, a.recorded_at as "recordedAt", to_char(a.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sortKey"`);

export const activityById = perRequest<string, ActivityRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<ActivityRow>(sql`
    /* activityById */
    select ${activityColumns} from activity a where a.id = any(${ids.filter(isUuid)}::uuid[])`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});
