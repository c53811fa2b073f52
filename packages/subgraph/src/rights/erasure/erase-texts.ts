import { fold, maskNames, nfc } from '@cnscd/domain';
import sql, { join, raw } from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { type ErasureLine, lineOf } from './erasure-line.ts';
import type { PersonToErase } from './person-to-erase.ts';
import { isFoundIn, TEXT_PLACES, type TextPlace } from './text-places.ts';

interface Occurrence {
  /** Where the row lies: it is locked, so that this holds until it is written. */
  ctid: string;
  id: string;
  isOwn: boolean;
  values: Record<string, unknown>;
}

/**
 * Masks the person's names in what people wrote: in texts about the teams that the person is or was in, and about none.
 * Elsewhere a namesake may be meant, so that those texts are only told, unless the officer decides otherwise.
 */
export async function eraseTexts(
  tx: Transaction,
  person: PersonToErase,
  { masksElsewhere }: { masksElsewhere: boolean },
): Promise<{ lines: (ErasureLine | null)[]; activityIds: string[] }> {
  const masked: string[] = [];
  const activityIds: string[] = [];
  const told: string[] = [];
  for (const place of TEXT_PLACES) {
    const found = await occurrencesIn(tx, place, person);
    const mine = found.filter(({ isOwn }) => !place.isPublished && (isOwn || masksElsewhere));
    await writeMasked(tx, place, mine);
    if (place.table === 'activity') activityIds.push(...mine.map(({ id }) => id));
    masked.push(...mine.map(({ id }) => `${place.entity} ${id}`));
    told.push(...found.filter((each) => !mine.includes(each)).map(({ id }) => `${place.entity} ${id}`));
  }
  const lines = [lineOf('TEXTS_MASKED', masked.length, masked), lineOf('TEXTS_TO_MEND', told.length, told)];
  return { lines, activityIds };
}

/** Rows with a name in them, with their masked texts; who else's row it is stays out of it. */
async function occurrencesIn(
  tx: Transaction,
  place: TextPlace,
  { names, teamIds }: PersonToErase,
): Promise<Occurrence[]> {
  const { table, id, team, texts, json = [] } = place;
  const values = raw(
    `jsonb_build_object(${[...texts, ...json].map((column) => `'${column}', t.${column}`).join(', ')})`,
  );
  const rows = await tx.rows<Occurrence>(sql`
    /* textsWithName */
    select t.ctid::text as ctid, ${raw(id)}::text as id, ${values} as values,
      ${team === undefined ? sql`true` : sql`coalesce(${raw(team)} = any(${teamIds}::uuid[]), true)`} as "isOwn"
    from ${raw(table)} t where ${isFoundIn(place, patternsOf(names))} order by 2, 1 for no key update of t`);
  return rows.flatMap((row) => {
    const changed = maskValues(row.values, names);
    return changed === null ? [] : [{ ...row, values: changed }];
  });
}

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

/** As a name is written: with its marks, composed and not, and without them. */
export function patternsOf(names: readonly string[]): string[] {
  const written = names.flatMap((name) => [
    ...[nfc(name).toLowerCase(), name.normalize('NFD').toLowerCase()],
    fold(name),
  ]);
  return [...new Set(written)]
    .filter((name) => name.includes(' '))
    .map((name) => `%${name.replace(/[\\%_]/g, '\\$&')}%`);
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
