import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Context } from '../context.ts';
import type { UnitRow } from '../entities/rows.ts';
import { scopeOf } from '../permissions/scope.ts';

/**
 * Of a unit in which the caller sees inside no team, whatever there is, a list would be empty and read as "nobody": it
 * is refused. Units are public, and what lies in this one decides nothing.
 *
 * @throws {DomainError} `NOT_PERMITTED`
 */
export async function requireInsight(ctx: Context, region: UnitRow | null): Promise<void> {
  if (region === null) return;
  const { regionIds, teamIds } = await scopeOf(ctx);
  const [row] = await ctx.db.rows<{ sees: boolean }>(sql`
    /* seesInsideUnit */
    select exists (
      select from unit_scope s
      where (s.unit_id = ${region.id} and s.region_id = any(${regionIds}::text[]))
        or (s.region_id = ${region.id} and s.unit_id = any(${regionIds}::text[]))
        or (s.region_id = ${region.id} and s.unit_id in (
          select t.unit_id from team t where t.id = any(${teamIds}::uuid[])))) as sees`);
  if (row?.sees === true) return;
  throw new DomainError(
    'NOT_PERMITTED',
    {
      vi: `Bạn không xem được bên trong tổ nào của ${region.fullName}; hãy chọn địa bàn do bạn phụ trách.`,
      en: `You see inside no team of ${region.fullName}; choose a unit that you answer for.`,
    },
    { field: 'unitCode' },
  );
}
