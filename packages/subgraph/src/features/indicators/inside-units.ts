import sql from 'sql-template-tag';
import type { Context } from '../../context.ts';
import { coversUnit, scopeOf } from '../../permissions/scope.ts';

/** Those of the units whose inside the caller may see: what teams did there is not public, only what is published. */
export async function insideUnits(ctx: Context, unitIds: readonly string[]): Promise<string[]> {
  const scope = await scopeOf(ctx);
  if (scope.regionIds.length === 0) return [];
  const rows = await ctx.db.rows<{ id: string }>(sql`
    /* insideUnits */
    select asked.id from unnest(${unitIds}::text[]) as asked (id) where ${coversUnit(scope, sql`asked.id`)}`);
  return rows.map((row) => row.id);
}
