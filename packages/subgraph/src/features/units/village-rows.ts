import { fold, searchText, type UnitKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';

/** A commune as a new village finds it. */
export interface CommuneFacts {
  villages: { id: string; fullName: string; isStanding: boolean }[];
  province: { code: string; fullName: string };
}

export async function communeFacts(tx: Transaction, communeId: string): Promise<CommuneFacts> {
  const [row] = await tx.rows<CommuneFacts>(sql`
    /* communeFacts */
    select json_build_object('code', province.code, 'fullName', province.full_name) as province,
      coalesce((select json_agg(json_build_object('id', v.id, 'fullName', v.full_name, 'isStanding', v.valid_to is null)
        order by v.id) from admin_unit v where v.parent_id = ${communeId}), '[]') as villages
    from unit_scope s join admin_unit province on province.id = s.region_id and province.level = 'PROVINCE'
    where s.unit_id = ${communeId} and s.reason = 'DESCENT'`);
  if (row === undefined) throw new Error(`the commune ${communeId} lies in no province`);
  return row;
}

interface VillageDraft {
  id: string;
  name: string;
  fullName: string;
  kind: UnitKind;
  communeId: string;
  validFrom: string | null;
  aliases: readonly string[];
}

/**
 * Writes a village, and the list of its province as its source where that is not there yet.
 *
 * @returns false where another write was faster
 */
export async function insertVillage(
  tx: Transaction,
  village: VillageDraft,
  province: CommuneFacts['province'],
): Promise<boolean> {
  const sourceId = `register:${province.code}`;
  const rows = await tx.rows(sql`
    /* insertVillage */
    with source as (
      insert into source_document (id, title, note)
      values (${sourceId}, ${`Danh sách thôn, tổ dân phố của ${province.fullName}`},
        'Do cán bộ cấp xã nhập; thôn, tổ dân phố không có mã chính thức.')
      on conflict do nothing)
    insert into admin_unit (id, name, full_name, kind, level, parent_id, valid_from, aliases, search_text, source_id)
    values (${village.id}, ${village.name}, ${village.fullName}, ${village.kind}, 'VILLAGE', ${village.communeId},
      ${village.validFrom}::date, ${village.aliases}::text[], ${searchText(village.fullName, ...village.aliases)}, ${sourceId})
    on conflict do nothing returning id`);
  return rows.length === 1;
}

/** The same rows as a derivation of all scopes would make. */
export async function scopeVillage(tx: Transaction, id: string): Promise<void> {
  await tx.rows(sql`
    /* scopeVillage */
    insert into unit_scope (region_id, unit_id, containment, reason)
    select v.id, v.id, 'WHOLE'::containment, 'DESCENT'::scope_reason from admin_unit v where v.id = ${id}
    union all
    select s.region_id, v.id, s.containment, s.reason
    from admin_unit v join unit_scope s on s.unit_id = v.parent_id where v.id = ${id}`);
}

/** As the import makes them: the commune's version and the folded name, with a number where two names fold alike. */
export function newVillageId(
  communeId: string,
  fullName: string,
  villages: CommuneFacts['villages'],
): string {
  const base = `village:${communeId.slice(communeId.indexOf(':') + 1)}:${fold(fullName).replaceAll(' ', '-')}`;
  const taken = new Set(villages.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
