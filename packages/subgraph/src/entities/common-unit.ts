import sql from 'sql-template-tag';
import type { Transaction } from '../operations/transaction.ts';

/**
 * The smallest unit that all of these lie in: whose officers oversee what is done with them together. One that stands
 * goes before one that has ended. Null where one of them is no unit.
 */
export async function commonUnit(
  tx: Transaction,
  unitIds: readonly (string | null)[],
): Promise<string | null> {
  const known = [...new Set(unitIds)].filter((id) => id !== null);
  if (unitIds.includes(null)) return null;
  const [row] = await tx.rows<{ id: string }>(sql`
    /* commonUnit */
    select u.id from unit_scope s join admin_unit u on u.id = s.region_id
    where s.unit_id = any(${known}::text[])
    group by u.id having count(*) = ${known.length}
    order by u.valid_to is null desc, u.level desc, u.id limit 1`);
  return row?.id ?? null;
}
