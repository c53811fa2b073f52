import type pg from 'pg';
import type { Database } from '../../../database/client.ts';
import { storeLoad } from '../../../database/data-load.ts';
import { inLoad } from '../../../database/in-load.ts';

/**
 * Derives which unit versions lie in which region, from the hierarchy and from lineage.
 *
 * - DESCENT: the region itself and everything below it, WHOLE.
 * - LINEAGE: a version that ended, as its successors lie. WHOLE when all of them lie wholly in the region and the
 *   sources leave nothing open: one successor that took it over whole, or several of stated kind. PART when only
 *   some do, or when the source does not say whether the one known successor got all of it (UNSPECIFIED, PART).
 * - A version lies wherever its parent lies: a district, which has no successor, and a village of an ended commune.
 *
 * Lineage is followed over any number of changes. Runs in the caller's load, or in a transaction of its own; when
 * neither units nor links have changed since the last time, it costs a few hundredths of a second.
 *
 * @returns the number of rows
 */
export async function deriveUnitScopes(db: Database | pg.ClientBase): Promise<number> {
  if ('pool' in db) return inLoad(db, deriveUnitScopes);
  const { rows: inputs } = await db.query<{ sha256: string; derived: number | null }>(INPUTS, [LOAD_NAME]);
  const { sha256, derived } = inputs[0] ?? { sha256: '', derived: null };
  if (derived !== null) return derived;
  // Autovacuum may have counted the tables while this load was filling them, and found nothing: with plans for empty
  // tables what follows took three minutes.
  await db.query('analyze admin_unit, unit_link');
  await db.query(DERIVED);
  await db.query(DESCENT);
  await db.query(RANKS);
  await db.query('analyze derived_scope, unit_rank');
  const { rows: ranks } = await db.query<{ last: number }>(
    'select coalesce(max(rank), 0) as last from unit_rank',
  );
  for (let rank = 1; rank <= (ranks[0]?.last ?? 0); rank++) await db.query(LINEAGE, [rank]);
  // Only what differs: sums over regions follow each row that goes or comes.
  await db.query(REMOVE);
  await db.query(ADD);
  await db.query('drop table unit_rank, derived_scope');
  await db.query('analyze unit_scope');
  const { rows } = await db.query<{ count: number }>('select count(*)::int as count from unit_scope');
  const count = rows[0]?.count ?? 0;
  await storeLoad(db, { name: LOAD_NAME, sha256, report: { rows: count } });
  return count;
}

const LOAD_NAME = 'unit-scopes';

// Everything that scopes are derived from, as one digest, and what was derived from the same digest before.
const INPUTS = `/* unitScopeInputs */
  with inputs as (
    select encode(sha256(convert_to(
      (select coalesce(string_agg(concat_ws('|', id, parent_id, valid_to), ',' order by id), '') from admin_unit) || ';' ||
      (select coalesce(string_agg(concat_ws('|', from_id, to_id, kind), ',' order by from_id, to_id), '') from unit_link),
      'UTF8')), 'hex') as sha256)
  select inputs.sha256, (data_load.report ->> 'rows')::int as derived
  from inputs left join data_load on data_load.name = $1 and data_load.sha256 = inputs.sha256`;

const DERIVED = `/* derivedScopes */
  create temporary table derived_scope (
    region_id text, unit_id text, containment containment, reason scope_reason, primary key (region_id, unit_id)
  ) on commit drop`;

const REMOVE = `/* removeUnitScopes */
  delete from unit_scope held
  where not exists (
    select from derived_scope derived
    where derived.region_id = held.region_id and derived.unit_id = held.unit_id
      and derived.containment = held.containment and derived.reason = held.reason)`;

const ADD = `/* addUnitScopes */
  insert into unit_scope (region_id, unit_id, containment, reason)
  select region_id, unit_id, containment, reason from derived_scope derived
  where not exists (
    select from unit_scope held where held.region_id = derived.region_id and held.unit_id = derived.unit_id)`;

const DESCENT = `/* unitScopeByDescent */
  insert into derived_scope (region_id, unit_id, containment, reason)
  with recursive descent (region_id, unit_id) as (
    select id, id from admin_unit
    union all
    select descent.region_id, child.id from descent join admin_unit child on child.parent_id = descent.unit_id)
  select region_id, unit_id, 'WHOLE', 'DESCENT' from descent`;

// A unit's rank is the longest way over successors and ended parents to what stands. Scopes are derived rank by
// rank, so that those of all successors are complete before they are put together.
const RANKS = `/* unitRanks */
  create temporary table unit_rank on commit drop as
  with recursive way (id, steps) as (
    select id, 0 from admin_unit unit
    where valid_to is null and not exists (select 1 from unit_link where from_id = unit.id)
    union
    select before.id, way.steps + 1
    from way
    cross join lateral (
      select from_id as id from unit_link where to_id = way.id
      union all
      select id from admin_unit where parent_id = way.id) before)
  select id, max(steps)::int as rank from way group by id`;

const LINEAGE = `/* unitScopeByLineage */
  insert into derived_scope (region_id, unit_id, containment, reason)
  with successors as (
    select link.from_id as unit_id, count(*) as total,
      bool_and(link.kind <> 'UNSPECIFIED') and (count(*) > 1 or bool_and(link.kind <> 'PART')) as is_settled
    from unit_link link join unit_rank on unit_rank.id = link.from_id and unit_rank.rank = $1
    group by link.from_id),
  by_successors as (
    select successors.unit_id, scope.region_id,
      successors.is_settled and successors.total = count(*) filter (where scope.containment = 'WHOLE') as is_whole
    from successors
    join unit_link link on link.from_id = successors.unit_id
    join derived_scope scope on scope.unit_id = link.to_id
    group by successors.unit_id, scope.region_id, successors.is_settled, successors.total),
  by_parent as (
    select unit.id as unit_id, scope.region_id, scope.containment = 'WHOLE' as is_whole
    from admin_unit unit
    join unit_rank on unit_rank.id = unit.id and unit_rank.rank = $1
    join derived_scope scope on scope.unit_id = unit.parent_id
    left join successors on successors.unit_id = unit.id
    where successors.unit_id is null or scope.containment = 'WHOLE'),
  both_ways as (select * from by_successors union all select * from by_parent)
  select region_id, unit_id, (case when bool_or(is_whole) then 'WHOLE' else 'PART' end)::containment, 'LINEAGE'
  from both_ways
  group by region_id, unit_id
  on conflict (region_id, unit_id) do nothing`;
