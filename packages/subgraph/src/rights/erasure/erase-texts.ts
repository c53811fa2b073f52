import { maskNames } from '@cnscd/domain';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { oversees, type Scope } from '../../permissions/scope.ts';
import { type ErasureLine, lineOf } from './erasure-line.ts';
import type { PersonToErase } from './person-to-erase.ts';
import { isFoundIn, TEXT_PLACES, type TextPlace } from './text-places.ts';

interface Occurrence {
  /** Where the row lies: it is locked, so that this holds until it is written. */
  ctid: string;
  id: string;
  isOwn: boolean;
  /** Whether it lies in a unit of the officer who erases. */
  isWithin: boolean;
  values: Record<string, unknown>;
}

/**
 * Masks the person's names in what people wrote: in texts about the teams that the person is or was in, and about units
 * around them. Elsewhere in the officer's units a namesake may be meant, so that those texts are only told, unless the
 * officer decides otherwise.
 */
export async function eraseTexts(
  tx: Transaction,
  person: PersonToErase,
  { masksElsewhere, scope }: { masksElsewhere: boolean; scope: Scope },
): Promise<{ lines: (ErasureLine | null)[]; activityIds: string[]; reportIds: string[] }> {
  const masked: string[] = [];
  const idsOf: Record<string, string[]> = {};
  const told: string[] = [];
  for (const place of TEXT_PLACES) {
    const found = await occurrencesIn(tx, place, { person, scope });
    const mine = found.filter(
      ({ isOwn, isWithin }) => !place.isPublished && (isOwn || (masksElsewhere && isWithin)),
    );
    await writeMasked(tx, place, mine);
    idsOf[place.entity] = [...(idsOf[place.entity] ?? []), ...mine.map(({ id }) => id)];
    masked.push(...mine.map(({ id }) => `${place.entity} ${id}`));
    told.push(...found.filter((each) => !mine.includes(each)).map(({ id }) => `${place.entity} ${id}`));
  }
  const lines = [lineOf('TEXTS_MASKED', masked.length, masked), lineOf('TEXTS_TO_MEND', told.length, told)];
  return {
    ...{ lines, activityIds: idsOf['Activity'] ?? [] },
    reportIds: [...(idsOf['Report'] ?? []), ...(idsOf['ReportWaiver'] ?? [])],
  };
}

/** Rows with a name in them, with their masked texts; who else's row it is stays out of it. */
async function occurrencesIn(
  tx: Transaction,
  place: TextPlace,
  { person, scope }: { person: PersonToErase; scope: Scope },
): Promise<Occurrence[]> {
  const { names, teamIds, unitIds } = person;
  const { table, id, texts, json = [], team = 'null::uuid', unit = 'null::text' } = place;
  const values = raw(
    `jsonb_build_object(${[...texts, ...json].map((column) => `'${column}', t.${column}`).join(', ')})`,
  );
  const rows = await tx.rows<Occurrence>(sql`
    /* textsWithName */
    with own (teams) as materialized (values (${teamIds}::uuid[])
    ), found as materialized (
      select t.ctid as at, ${raw(id)}::text as id, ${values} as values, ${raw(team)} as team, ${raw(unit)} as unit
      from ${raw(table)} t cross join own
      where case when ${isInReach(place, { person, scope })} then ${isFoundIn(place, names)} else false end order by 2, 1 for no key update of t
    )
    select f.at::text as ctid, f.id, f.values,
      case when f.team is not null then f.team = any(${teamIds}::uuid[])
        when f.unit is not null then ${liesAround(sql`f.unit`, unitIds)} else true end as "isOwn",
      ${oversees(scope, sql`coalesce((select t.unit_id from team t where t.id = f.team), f.unit)`)} as "isWithin"
    from found f order by f.id, f.at`);
  return rows.flatMap((row) => {
    const changed = maskValues(row.values, names);
    return changed === null ? [] : [{ ...row, values: changed }];
  });
}

/**
 * Whether the row t is looked into: what is about the person's teams, about units around them, or about none; elsewhere
 * what the officer oversees. Asked first, because it drops nearly all rows of a large register.
 */
function isInReach(
  { team, unit }: TextPlace,
  { person: { teamIds, unitIds }, scope }: { person: PersonToErase; scope: Scope },
): Sql {
  const ofTeam = sql`${raw(team ?? 'null::uuid')} in (
    select reached.id from team reached where reached.id = any(${teamIds}::uuid[]) or ${oversees(scope, sql`reached.unit_id`)})`;
  const ofUnit = sql`${raw(unit ?? 'null::text')} in (
    select around.region_id from unit_scope around where around.unit_id = any(${unitIds}::text[])
    union all select within.unit_id from unit_scope within where within.region_id = any(${scope.regionIds}::text[]))`;
  if (team === undefined) return unit === undefined ? sql`true` : sql`coalesce(${ofUnit}, true)`;
  return unit === undefined
    ? sql`coalesce(${ofTeam}, true)`
    : sql`case when ${raw(team)} is null then ${ofUnit} else ${ofTeam} end`;
}

/** Whether one of the units lies in the unit of an id. */
export const liesAround = (unitId: Sql, unitIds: readonly string[]): Sql => sql`exists (
  select from unit_scope around where around.region_id = ${unitId} and around.unit_id = any(${unitIds}::text[]))`;

/** One update for a table: each row with all of its texts. */
async function writeMasked(tx: Transaction, place: TextPlace, rows: readonly Occurrence[]): Promise<void> {
  if (rows.length === 0) return;
  const { table, texts, json = [], isVersioned } = place;
  const columns = [...texts.map((name) => `${name} text`), ...json.map((name) => `${name} jsonb`)];
  const assignments = [
    ...[...texts, ...json].map((name) => raw(`${name} = masked.${name}`)),
    ...(isVersioned ? [raw('version = t.version + 1')] : []),
  ];
  await tx.rows(sql`
    /* maskTexts */
    update ${raw(table)} t set ${join(assignments, ', ')}
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ ctid, values }) => ({ ctid, ...values })))}::jsonb)
      as masked (ctid tid, ${raw(columns.join(', '))})
    where t.ctid = masked.ctid`);
}

function maskValues(
  values: Record<string, unknown>,
  names: readonly string[],
): Record<string, unknown> | null {
  let isChanged = false;
  const mask = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const masked = maskNames(value, names);
      isChanged ||= masked !== null;
      return masked ?? value;
    }
    if (Array.isArray(value)) return value.map(mask);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner)]));
  };
  const masked = mask(values);
  return isChanged ? (masked as Record<string, unknown>) : null; // a record goes in, a record comes out
}
