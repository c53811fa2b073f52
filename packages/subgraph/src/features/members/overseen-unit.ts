import type { LocalDate } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Context } from '../../context.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { requireUnit } from '../../entities/unit.ts';
import { coversUnit, scopeOf } from '../../permissions/scope.ts';
import { notPermitted } from '../../permissions/sign-in.ts';

/**
 * The unit that bears a code on a day and that the caller oversees as an officer.
 *
 * @throws {DomainError} `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `NOT_PERMITTED`
 */
export async function requireOverseen(ctx: Context, code: string, day: LocalDate): Promise<UnitRow> {
  const unit = await requireUnit(ctx, code, day);
  const scope = await scopeOf(ctx);
  const [row] = await ctx.db.rows<{ isOverseen: boolean }>(sql`
    /* overseesUnit */
    select ${coversUnit(scope, sql`${unit.id}`)} as "isOverseen"`);
  if (row?.isOverseen !== true) throw notPermitted('COMMUNE_OFFICER', 'unitCode');
  return unit;
}
