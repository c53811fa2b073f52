import type { AdminLevel } from '@cnscd/domain';
import type pg from 'pg';

/** A commune in which teams are made up. */
export interface RegisterCommune {
  id: string;
  fullName: string;
  validTo: string | null;
  /** The district, or the province where there is none. */
  parentName: string;
  /** Villages that a source names, by id. */
  villages: RegisterVillage[];
}

export interface RegisterVillage {
  id: string;
  kind: string;
  name: string;
  fullName: string;
}

/** The communes of each place of a register: of a district those that stand on the day, of a commune itself. */
export async function registerCommunes(
  client: pg.ClientBase,
  places: readonly { unitId: string; day: string; level: AdminLevel }[],
): Promise<Map<string, RegisterCommune[]>> {
  const { rows } = await client.query<RegisterCommune & { placeId: string }>(COMMUNES, [
    JSON.stringify(places),
  ]);
  const byPlace = new Map<string, RegisterCommune[]>();
  for (const { placeId, ...commune } of rows) {
    byPlace.set(placeId, [...(byPlace.get(placeId) ?? []), commune]);
  }
  return byPlace;
}

const COMMUNES = `/* registerCommunes */
  select place."unitId" as "placeId", commune.id, commune.full_name as "fullName", commune.valid_to::text as "validTo",
    parent.full_name as "parentName",
    (select coalesce(json_agg(json_build_object(
        'id', village.id, 'kind', village.kind, 'name', village.name, 'fullName', village.full_name) order by village.id), '[]')
      from admin_unit village
      where village.parent_id = commune.id and village.level = 'VILLAGE' and not village.is_synthetic) as villages
  from json_to_recordset($1) as place ("unitId" text, day date)
  join admin_unit commune on commune.level = 'COMMUNE' and place."unitId" in (commune.id, commune.parent_id)
    and (commune.valid_from is null or commune.valid_from <= place.day)
    and (commune.valid_to is null or commune.valid_to >= place.day)
  join admin_unit parent on parent.id = commune.parent_id
  order by commune.code`;
