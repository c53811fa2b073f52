import { addDays, searchText } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { UnitRow } from '../../entities/rows.ts';
import type { Change } from '../../operations/audit.ts';
import type { Transaction } from '../../operations/transaction.ts';
import { type MergedTerritory, scopesByMerger } from './merged-scopes.ts';
import type { UnitMerger } from './unit-merger.ts';

/** A unit that ended with the merger: a merged one, or one below it. */
export interface EndedUnit {
  id: string;
  fullName: string;
  parentId: string | null;
  validTo: string | null;
}

/**
 * Ends the merged units and what stands below them, makes the new one with its links, and puts all of them where they
 * lie now. What was stated about an ended unit, and the teams founded in it, stay with it and are found by lineage.
 */
export async function writeMergedUnits(
  tx: Transaction,
  merger: UnitMerger,
): Promise<{ ended: EndedUnit[]; changes: Change[] }> {
  const ended = await endUnits(tx, merger);
  await insertUnit(tx, merger);
  await insertLinks(tx, merger);
  await insertScopes(tx, merger);
  const { made, effectiveOn } = merger;
  const lastDay = addDays(effectiveOn, -1);
  const { id, code, fullName, kind, parentId } = made;
  return {
    ended,
    changes: [
      {
        ...{ entityType: 'AdminUnit', entityId: id, version: 1, unitId: id, reason: null },
        ...{ before: null, after: { code, fullName, kind, parentId, validFrom: effectiveOn } },
      },
      ...ended.map(
        (unit): Change => ({
          ...{ entityType: 'AdminUnit', entityId: unit.id, version: 2, unitId: unit.id, reason: null },
          ...{ before: { validTo: unit.validTo }, after: { validTo: lastDay } },
        }),
      ),
    ],
  };
}

/** A version is a name under a parent: what stands below a unit does not outlive it. */
function endUnits(tx: Transaction, { from, effectiveOn }: UnitMerger): Promise<EndedUnit[]> {
  const ids = from.map(({ unit }) => unit.id);
  const lastDay = addDays(effectiveOn, -1);
  return tx.rows<EndedUnit>(sql`
    /* endMergedUnits */
    with ending as materialized (
      select u.id, u.full_name, u.parent_id, u.valid_to from admin_unit u
      where u.id = any(${ids}::text[])
        or (u.parent_id = any(${ids}::text[]) and (u.valid_to is null or u.valid_to > ${lastDay}::date))
      order by u.id for no key update of u),
    ended as (
      update admin_unit u set valid_to = ${lastDay}::date from ending where u.id = ending.id)
    select id, full_name as "fullName", parent_id as "parentId", valid_to as "validTo" from ending order by id`);
}

async function insertUnit(tx: Transaction, { made, sourceId }: UnitMerger): Promise<void> {
  const { id, code, name, fullName, kind, level, parentId, validFrom, isSynthetic } = made;
  await tx.rows(sql`
    /* insertMergedUnit */
    insert into admin_unit (id, code, name, full_name, kind, level, parent_id, valid_from, search_text, is_synthetic, source_id)
    values (${id}, ${code}, ${name}, ${fullName}, ${kind}, ${level}::admin_level, ${parentId}, ${validFrom}::date,
      ${searchText(fullName)}, ${isSynthetic}, ${sourceId})`);
}

async function insertLinks(
  tx: Transaction,
  { from, made, effectiveOn, sourceId }: UnitMerger,
): Promise<void> {
  const [ids, kinds] = [from.map(({ unit }) => unit.id), from.map(({ kind }) => kind)];
  await tx.rows(sql`
    /* insertUnitLinks */
    insert into unit_link (from_id, to_id, kind, effective_on, source_id)
    select l.id, ${made.id}, l.kind, ${effectiveOn}::date, ${sourceId}
    from unnest(${ids}::text[], ${kinds}::unit_link_kind[]) as l (id, kind) order by l.id`);
}

/** The same rows that the derivation of all scopes would make: a few hundred instead of a hundred thousand. */
async function insertScopes(tx: Transaction, { from, made }: UnitMerger): Promise<void> {
  const fromIds = from.map(({ unit }) => unit.id);
  const { above, regionIds, ...territory } = await readTerritory(tx, fromIds, made);
  const lineage = scopesByMerger(territory, { newId: made.id, regionIds: [made.id, ...regionIds] });
  const rows = [
    ...[made.id, ...above].map((regionId) => ({
      ...{ regionId, unitId: made.id, containment: 'WHOLE', reason: 'DESCENT' },
    })),
    ...lineage.map((row) => ({ ...row, reason: 'LINEAGE' })),
  ];
  await tx.rows(sql`
    /* insertMergedScopes */
    insert into unit_scope (region_id, unit_id, containment, reason)
    select "regionId", "unitId", containment, reason
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as s ("regionId" text, "unitId" text, containment containment, reason scope_reason)
    order by "regionId", "unitId"
    on conflict (region_id, unit_id) do update set containment = excluded.containment`);
}

interface Territory extends MergedTerritory {
  /** The new unit's parent and what lies above that. */
  above: string[];
  /** Those of them that did not hold all of the merged units: where they come from another parent. */
  regionIds: string[];
}

async function readTerritory(tx: Transaction, fromIds: string[], made: UnitRow): Promise<Territory> {
  const [row] = await tx.rows<Territory>(sql`
    /* mergedTerritory */
    with inside as materialized (
      select distinct u.id, u.parent_id from unit_scope s join admin_unit u on u.id = s.unit_id
      where s.region_id = any(${fromIds}::text[])),
    link as materialized (
      select l.from_id, l.to_id, l.kind from inside join unit_link l on l.from_id = inside.id),
    above as materialized (
      select s.region_id as id, exists (
        select from unnest(${fromIds}::text[]) as f (id)
        where not exists (select from unit_scope held
          where held.region_id = s.region_id and held.unit_id = f.id and held.containment = 'WHOLE')) as is_new
      from unit_scope s where s.unit_id = ${made.parentId} and s.reason = 'DESCENT'),
    near as materialized (
      select id from inside union select parent_id from inside union select to_id from link)
    select
      (select coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id)), '[]') from inside) as units,
      (select coalesce(json_agg(json_build_object('fromId', from_id, 'toId', to_id, 'kind', kind)), '[]') from link) as links,
      (select coalesce(json_agg(json_build_object('regionId', s.region_id, 'unitId', s.unit_id, 'containment', s.containment)), '[]')
        from above join unit_scope s on s.region_id = above.id join near on near.id = s.unit_id where above.is_new) as known,
      array(select id from above order by id) as above,
      array(select id from above where is_new order by id) as "regionIds"`);
  if (row === undefined) throw new Error('one row of aggregates is missing');
  return row;
}
