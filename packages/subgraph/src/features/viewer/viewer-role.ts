import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { type Context, perRequest } from '../../context.ts';
import { ViewerRole } from '../../enums.ts';
import { roleWithin, type Scope, scopeOf } from '../../permissions/scope.ts';

builder.objectField('Team', 'viewerRole', (t) =>
  t.field({
    type: ViewerRole,
    nullable: true,
    description:
      'What the caller is to the team today. Null: nobody, so only what is public can be seen of it.',
    resolve: async (team, _, ctx) => {
      const scope = await scopeOf(ctx);
      return roleWithin(scope, await regionsWith(ctx, scope, team.unitId), team.id);
    },
  }),
);

builder.objectField('AdminUnit', 'viewerRole', (t) =>
  t.field({
    type: ViewerRole,
    nullable: true,
    description:
      'What the caller is in the unit today, as an officer of it or of a unit above. Null: no officer.',
    resolve: async (unit, _, ctx) => {
      const scope = await scopeOf(ctx);
      return roleWithin(scope, await regionsWith(ctx, scope, unit.id), null);
    },
  }),
);

/** The regions of the scope that a unit lies in; a team without a territory lies in the nation. */
async function regionsWith(ctx: Context, { regionIds }: Scope, unitId: string | null): Promise<string[]> {
  if (regionIds.length === 0) return [];
  return (await regionsOf(ctx).load(unitId ?? NATION)) ?? [];
}

/** Names no unit: the nation's id is its own. */
const NATION = '';

const regionsOf = perRequest<string, string[] | null>(async (ctx, unitIds) => {
  const { regionIds } = await scopeOf(ctx);
  const rows = await ctx.db.rows<{ unitId: string; regionIds: string[] }>(sql`
    /* viewerRegionsOf */
    select unit_id as "unitId", array_agg(region_id) as "regionIds" from unit_scope
    where unit_id = any(${unitIds}::text[]) and region_id = any(${regionIds}::text[]) group by unit_id
    union all
    select ${NATION}, array_agg(id) from admin_unit where level = 'NATION' and id = any(${regionIds}::text[])`);
  const found = new Map(rows.map((row) => [row.unitId, row.regionIds]));
  return unitIds.map((id) => found.get(id) ?? null);
});
