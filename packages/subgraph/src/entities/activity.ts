import { DomainError } from '@cnscd/domain';
import sql, { raw } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import { scopeOf, seesTeamOf } from '../permissions/scope.ts';
import type { ActivityRow } from './rows.ts';
import { inLowerCase, isUuid } from './uuid.ts';

/** The columns of an ActivityRow, from activity under the alias a. The sort key lets lists run from new to old. */
export const activityColumns = raw(`
  a.id, a.team_id as "teamId", a.kind, a.status, a.title, a.starts_at as "startsAt",
  a.duration_minutes as "durationMinutes", a.unit_id as "unitId", a.place, a.note, a.status_reason as "statusReason",
  a.verified_at as "verifiedAt", a.series_id as "seriesId", a.is_synthetic as "isSynthetic",
  a.version, a.recorded_at as "recordedAt", to_char(a.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "sortKey"`);

/** Activities that the caller may see; null for all others, whether they are there or not. */
export const activitySeen = perRequest<string, ActivityRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<ActivityRow>(sql`
    /* activitySeen */
    select ${activityColumns} from activity a
    where a.id = any(${ids.filter(isUuid)}::uuid[]) and ${seesTeamOf(scope, sql`a.team_id`)}`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

/** The refusal of an id that names no activity which the caller may see. */
export function activityNotFound(id: string, field = 'id'): DomainError {
  const asked = id.slice(0, 60);
  return new DomainError(
    'ACTIVITY_NOT_FOUND',
    {
      vi: `Không có hoạt động nào với ${field} ${asked}.`,
      en: `There is no activity with the ${field} ${asked}.`,
    },
    { field, value: asked },
  );
}
