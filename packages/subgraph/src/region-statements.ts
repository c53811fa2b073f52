import { dayOf } from './arguments.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { requireUnit } from './entities/unit.ts';

/** Arguments of the short lists of what is stated for a region. */
export const regionArguments = builder.args((t) => ({
  unitCode: t.string({ required: true, description: 'Official code, or `VN` for all.' }),
  asOf: t.field({ type: 'Date', description: 'The day on which the code is meant. Default: today.' }),
}));

/** How many there are at most on such a list. */
export const MOST_STATED = 200;

/** Prisma's condition for what is stated for a unit, for units in it and for those above it, whatever the borders. */
export async function statedFor(ctx: Context, code: string, asOf: string | null | undefined) {
  const { id } = await requireUnit(ctx, code, dayOf(ctx, asOf));
  const inIt = { unit: { inScopes: { some: { regionId: id } } } };
  const aboveIt = { unit: { scopeOf: { some: { unitId: id, reason: 'DESCENT' as const } } } };
  return { OR: [inIt, aboveIt] };
}
