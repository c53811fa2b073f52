import type { LocalDate } from '@cnscd/domain';
import { fromUtcMidnight } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from './arguments.ts';
import type { Context } from './context.ts';
import { requireUnit } from './entities/unit.ts';

/** A `@db.Date` column as Prisma gives it, as a calendar day. */
export function dayOfColumn(date: Date | null): LocalDate | null {
  return date === null ? null : fromUtcMidnight(date);
}

/** What is stated for a region, for units in it and for those above it, whatever the borders. */
export async function unitsOfRegion(
  ctx: Context,
  code: string,
  asOf: string | null | undefined,
): Promise<string[]> {
  const unit = await requireUnit(ctx, code, dayOf(ctx, asOf));
  const rows = await ctx.db.rows<{ id: string }>(sql`
    /* unitsOfRegion */
    select unit_id as id from unit_scope where region_id = ${unit.id}
    union select region_id from unit_scope where unit_id = ${unit.id} and reason = 'DESCENT'`);
  return rows.map((row) => row.id);
}
