import type { TeamRule } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { groupedBy, perRequest } from '../context.ts';

/** Rules of a unit and of the units above it, of any time; `distance` counts the levels in between. */
export const rulesOfUnit = perRequest<string, TeamRule[]>(async (ctx, unitIds) => {
  const rows = await ctx.db.rows<TeamRule & { unitId: string }>(sql`
    /* rulesOfUnit */
    select s.unit_id as "unitId", r.code, r.level, r.team_kind as "teamKind", r.requirement, r.min, r.max, r.affiliation,
      r.severity, r.valid_from as "validFrom", r.valid_to as "validTo", r.statement,
      array_position(enum_range(null::admin_level), u.level) - array_position(enum_range(null::admin_level), a.level)
        as distance
    from unit_scope s
    join team_rule r on r.unit_id = s.region_id
    join admin_unit a on a.id = r.unit_id
    join admin_unit u on u.id = s.unit_id
    where s.unit_id = any(${unitIds}::text[]) and s.reason = 'DESCENT'
    order by s.unit_id, distance, r.code`);
  return groupedBy(unitIds, rows, (row) => row.unitId);
});
