import type { Database } from '../../src/database/client.ts';
import { deriveUnitScopes } from '../../src/features/units/loading/derive-unit-scopes.ts';

/** A unit version written as `id level parent from..to`, the days optional: `p1 PROVINCE vn ..2025-06-30`. */
export interface SmallCountry {
  units: string[];
  /** `from -> to KIND day`. */
  links?: string[];
  /** `unit indicator value[+] day [numerator/denominator]`; `+` makes it AT_LEAST. */
  figures?: string[];
}

const INDICATORS = [
  ['TEAMS', 'TEAM', 'SUM'],
  ['MEMBERS', 'PERSON', 'SUM'],
  ['RATE', 'PERCENT', 'RATIO_OF_SUMS'],
  ['PLACE', 'RANK', 'LAST'],
  ['TALLEST', 'LEVEL', 'MAX'],
] as const;

/** Makes a country of a few units in an empty database; codes are the ids. */
export async function makeCountry(
  db: Database,
  { units, links = [], figures = [] }: SmallCountry,
): Promise<void> {
  const write = (sql: string, rows: unknown[]) => db.pool.query(sql, [JSON.stringify(rows)]);
  await db.pool.query(`insert into source_document (id, title) values ('s', 'Nguồn'), ('s2', 'Nguồn khác')`);
  await write(
    `insert into indicator (code, name_vi, name_en, unit, direction, aggregation, search_text)
     select r->>0, r->>0, r->>0, r->>1, 'HIGHER_IS_BETTER', (r->>2)::aggregation, lower(r->>0) from json_array_elements($1) r`,
    [...INDICATORS],
  );
  await write(
    `insert into admin_unit (id, code, name, full_name, kind, level, parent_id, valid_from, valid_to, search_text, source_id)
     select r->>'id', r->>'code', r->>'id', r->>'id', 'XA', (r->>'level')::admin_level, r->>'parent',
       (r->>'from')::date, (r->>'to')::date, r->>'id', 's' from json_array_elements($1) r`,
    units.map(unitOf),
  );
  await write(
    `insert into unit_link (from_id, to_id, kind, effective_on, source_id)
     select r->>0, r->>2, (r->>3)::unit_link_kind, (r->>4)::date, 's' from json_array_elements($1) r`,
    links.map((link) => link.split(' ')),
  );
  await write(
    `insert into reported_figure (fact_key, unit_id, indicator_code, value, qualifier, as_of, numerator, denominator, source_id)
     select r->>'key', r->>'unit', r->>'indicator', (r->>'value')::numeric, (r->>'qualifier')::qualifier,
       (r->>'asOf')::date, (r->>'numerator')::numeric, (r->>'denominator')::numeric, 's' from json_array_elements($1) r`,
    figures.map(figureOf),
  );
  await deriveUnitScopes(db);
}

function unitOf(text: string) {
  const [id = '', level, parent, days = '..'] = text.split(' ');
  const [from, to] = days.split('..');
  const code = id.replace(/@.*/, '');
  return { id, code, level, parent: parent === '-' ? null : parent, from: from || null, to: to || null };
}

function figureOf(text: string) {
  const [unit, indicator, value = '', asOf, ratio] = text.split(' ');
  const [numerator = null, denominator = null] = ratio?.split('/') ?? [];
  return {
    ...{ key: text, unit, indicator, asOf, numerator, denominator },
    value: value.replace('+', ''),
    qualifier: value.endsWith('+') ? 'AT_LEAST' : 'EXACT',
  };
}
