import type pg from 'pg';

/**
 * Puts villages that have no scope yet where their communes lie: the same rows that deriveUnitScopes would make, without
 * deriving all others again.
 */
export async function extendVillageScopes(client: pg.ClientBase): Promise<void> {
  await client.query(`/* extendVillageScopes */
    insert into unit_scope (region_id, unit_id, containment, reason)
    with added as (
      select id, parent_id from admin_unit village
      where level = 'VILLAGE' and not exists (select 1 from unit_scope where unit_id = village.id))
    select id, id, 'WHOLE', 'DESCENT' from added
    union all
    select scope.region_id, added.id, scope.containment, scope.reason
    from added join unit_scope scope on scope.unit_id = added.parent_id`);
}
