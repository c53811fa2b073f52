import type pg from 'pg';
import type { UnitBatch } from './unit-batch.ts';

/** How many rows a load added or completed; the rest was there already. */
export interface WrittenRows {
  units: number;
  /** Units that got an end date or a code that was missing. */
  completedUnits: number;
  links: number;
  /** Links whose kind was UNSPECIFIED and that now have a kind, or at least the source's words for it. */
  specifiedLinks: number;
}

/** Nothing added, nothing completed. */
export const NOTHING_WRITTEN: Readonly<WrittenRows> = {
  units: 0,
  completedUnits: 0,
  links: 0,
  specifiedLinks: 0,
};

/**
 * Writes a batch by three set-based statements within the caller's transaction.
 *
 * What stands is kept: of a known unit only a missing end date or code is filled in, of a known link only an
 * UNSPECIFIED kind.
 */
export async function writeUnits(client: pg.ClientBase, batch: UnitBatch): Promise<WrittenRows> {
  await client.query(WRITE_SOURCES, [JSON.stringify(batch.sources)]);
  const units = await client.query<Counted>(WRITE_UNITS, [JSON.stringify(batch.units)]);
  const links = await client.query<Counted>(WRITE_LINKS, [JSON.stringify(batch.links)]);
  const count = (result: pg.QueryResult<Counted>, inserted: boolean) =>
    result.rows.find((row) => row.inserted === inserted)?.count ?? 0;
  return {
    units: count(units, true),
    completedUnits: count(units, false),
    links: count(links, true),
    specifiedLinks: count(links, false),
  };
}

interface Counted {
  inserted: boolean;
  count: number;
}

const WRITE_SOURCES = `/* writeUnitSources */
  insert into source_document (id, title, publisher, published_on, url, note)
  select id, title, publisher, "publishedOn", url, note
  from json_to_recordset($1) as row (id text, title text, publisher text, "publishedOn" date, url text, note text)
  on conflict (id) do update
  set title = excluded.title, publisher = excluded.publisher, published_on = excluded.published_on,
      url = excluded.url, note = excluded.note`;

// Parents may stand after their children in the batch: the foreign key is checked at the end of the statement.
const WRITE_UNITS = `/* writeUnits */
  with written as (
    insert into admin_unit as known
      (id, code, name, full_name, kind, level, parent_id, valid_from, valid_to, search_text, source_id)
    select id, code, name, "fullName", kind, level::admin_level, "parentId", "validFrom", "validTo", "searchText", "sourceId"
    from json_to_recordset($1) as row (
      id text, code text, name text, "fullName" text, kind text, level text, "parentId" text,
      "validFrom" date, "validTo" date, "searchText" text, "sourceId" text)
    on conflict (id) do update
    set code = coalesce(known.code, excluded.code), valid_to = coalesce(known.valid_to, excluded.valid_to)
    where (known.code is null and excluded.code is not null)
       or (known.valid_to is null and excluded.valid_to is not null)
    returning xmax = 0 as inserted)
  select inserted, count(*)::int as count from written group by inserted`;

const WRITE_LINKS = `/* writeUnitLinks */
  with written as (
    insert into unit_link as known (from_id, to_id, kind, effective_on, wording, source_id)
    select "fromId", "toId", kind::unit_link_kind, "effectiveOn", wording, "sourceId"
    from json_to_recordset($1) as row (
      "fromId" text, "toId" text, kind text, "effectiveOn" date, wording text, "sourceId" text)
    on conflict (from_id, to_id) do update
    set kind = excluded.kind, wording = excluded.wording, source_id = excluded.source_id
    where known.kind = 'UNSPECIFIED'
      and (excluded.kind <> 'UNSPECIFIED' or (known.wording is null and excluded.wording is not null))
    returning xmax = 0 as inserted)
  select inserted, count(*)::int as count from written group by inserted`;
