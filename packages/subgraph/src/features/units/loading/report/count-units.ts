import { FIRST_DAY_OF_TWO_LEVELS } from '@cnscd/domain';
import type pg from 'pg';
import type { ExpectedCount } from './expected-counts.ts';
import type { UnitCount } from './unit-report.ts';

/** Counts the units of each day, level, kind and province for which a source states how many there are. */
export async function countUnits(
  client: pg.ClientBase,
  expected: readonly ExpectedCount[],
): Promise<UnitCount[]> {
  const { rows } = await client.query<Omit<UnitCount, 'note'>>(COUNT, [JSON.stringify(expected)]);
  // One row for each expectation, in their order.
  return rows.map((count, index) => {
    const { noteVi = null, noteEn = null } = expected[index] ?? {};
    return { ...count, note: noteVi === null || noteEn === null ? null : { vi: noteVi, en: noteEn } };
  });
}

/** Communes that went into several on 2025-07-01, by links whose kind or words a source states. */
export async function countSplits(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ count: number }>(SPLITS, [FIRST_DAY_OF_TWO_LEVELS]);
  return rows[0]?.count ?? 0;
}

const SPLITS = `/* countSplits */
  select count(*)::int as count
  from (
    select from_id from unit_link
    where effective_on = $1 and (kind <> 'UNSPECIFIED' or wording is not null)
    group by from_id having count(*) > 1) split`;

// Communes hang on their province directly or through a district, so the province is looked up two steps up: once for
// each unit, before units and expectations are put together.
const COUNT = `/* countUnits */
  with expected as (
    select row_number() over () as position, wanted.* from json_to_recordset($1) as wanted (
      day date, level admin_level, kind text, "provinceCode" text, expected int, source text)),
  placed as materialized (
    select unit.level, unit.kind, coalesce(unit.valid_from, '-infinity') as first_day,
      coalesce(unit.valid_to, 'infinity') as last_day, case
        when unit.level = 'PROVINCE' then unit.code when parent.level = 'PROVINCE' then parent.code
        when grandparent.level = 'PROVINCE' then grandparent.code end as province_code
    from admin_unit unit
    left join admin_unit parent on parent.id = unit.parent_id
    left join admin_unit grandparent on grandparent.id = parent.parent_id
    where not unit.is_synthetic)
  select to_char(expected.day, 'YYYY-MM-DD') as day, expected.level, expected.kind, expected."provinceCode",
    count(placed.level)::int as found, expected.expected, expected.source as "sourceId"
  from expected
  left join placed on placed.level = expected.level and expected.day between placed.first_day and placed.last_day
    and (expected.kind is null or placed.kind = expected.kind)
    and (expected."provinceCode" is null or placed.province_code = expected."provinceCode")
  group by expected.position, expected.day, expected.level, expected.kind, expected."provinceCode",
    expected.expected, expected.source
  order by expected.position`;
