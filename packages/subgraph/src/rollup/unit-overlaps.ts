import sql from 'sql-template-tag';
import type { Context } from '../context.ts';

/** Two units that share territory. */
export interface Overlap {
  unitId: string;
  otherId: string;
  /** How the unit lies in the other one as a whole: null where the two only share pieces, or it is the larger. */
  inOther: 'WHOLE' | 'PART' | null;
}

/** Which of these units share territory: one lies in the other, or a piece of both lies in both. */
export function overlapsOf(ctx: Context, unitIds: readonly string[]): Promise<Overlap[]> {
  return ctx.db.rows<Overlap>(sql`
    /* overlapsOf */
    select mine.region_id as "unitId", theirs.region_id as "otherId",
      max(theirs.containment) filter (where theirs.unit_id = mine.region_id) as "inOther"
    from unit_scope mine
    join unit_scope theirs on theirs.unit_id = mine.unit_id and theirs.region_id <> mine.region_id
    where mine.region_id = any(${unitIds}::text[]) and theirs.region_id = any(${unitIds}::text[])
    group by mine.region_id, theirs.region_id`);
}
