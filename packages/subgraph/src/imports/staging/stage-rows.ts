import type { PhoneNumber } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Transaction } from '../../operations/transaction.ts';
import { type PhoneCipher, phoneUnavailable, type SealedPhone } from '../../personal-data/phone-cipher.ts';
import type { ImportKindRules } from '../kinds/import-kind.ts';
import type { PlaceWords } from '../place-words.ts';
import type { SheetRow } from '../reading/sheet-row.ts';

/** Takes the rows of a file into the staging table, batch by batch, in the transaction that reads the file. */
export interface Staging {
  add(rows: readonly SheetRow[]): Promise<void>;
  /** Writes what the rows had in common. */
  finish(): Promise<void>;
}

/**
 * Phone numbers are sealed on the way: none of them ever stands in the table as it is. What rows say of their place is
 * kept once for all of them.
 */
export function startStaging(
  tx: Transaction,
  importId: string,
  { rules, phones }: { rules: ImportKindRules; phones: PhoneCipher | null },
): Staging {
  const places = new Map<string, number>();
  let count = 0;
  const placeOf = (words: PlaceWords): number => {
    const key = JSON.stringify(words);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, places.size);
    return places.size - 1;
  };
  return {
    async add(rows) {
      const staged = rows.map((row) => {
        count += 1;
        const { values, sealed } = withoutPhones(row.values, phones);
        const keys = rules.keysOf(row.values);
        const isFaulty = row.issues.some(({ severity }) => severity === 'ERROR');
        return { n: count, row, place: placeOf(rules.placeOf(row.values)), values, sealed, keys, isFaulty };
      });
      await tx.rows(sql`
        /* stageRows */
        insert into import_row (import_id, n, sheet, sheet_row, place, cells, issues, is_faulty, search_text, name_key,
          phone_cipher, phone_digest)
        select ${importId}::uuid, * from unnest(${staged.map(({ n }) => n)}::int[],
          ${staged.map(({ row }) => row.sheet)}::text[], ${staged.map(({ row }) => row.row)}::int[],
          ${staged.map(({ place }) => place)}::int[], ${staged.map(({ values }) => JSON.stringify(values))}::jsonb[],
          ${staged.map(({ row }) => (row.issues.length === 0 ? null : JSON.stringify(row.issues)))}::jsonb[],
          ${staged.map(({ isFaulty }) => isFaulty)}::boolean[],
          ${staged.map(({ keys }) => keys?.searchText ?? null)}::text[],
          ${staged.map(({ keys }) => keys?.nameKey ?? null)}::text[],
          ${staged.map(({ sealed }) => sealed?.cipher ?? null)}::bytea[],
          ${staged.map(({ sealed }) => sealed?.digest ?? null)}::bytea[])`);
    },
    async finish() {
      await tx.rows(sql`
        /* stagePlaces */
        insert into import_place (import_id, number, words)
        select ${importId}::uuid, * from unnest(${[...places.values()]}::int[], ${[...places.keys()]}::jsonb[])`);
      await tx.rows(sql`/* analyzeStaging */ analyze import_row, import_place`);
    },
  };
}

/** The values without the numbers themselves, and the first of them sealed. */
function withoutPhones(
  values: Readonly<Record<string, unknown>>,
  phones: PhoneCipher | null,
): { values: Readonly<Record<string, unknown>>; sealed: SealedPhone | null } {
  const given = values['phones'];
  if (!Array.isArray(given)) return { values, sealed: null };
  // The reading gives phone numbers only.
  const [first] = given as PhoneNumber[];
  if (first === undefined) return { values: { ...values, phones: 0 }, sealed: null };
  if (phones === null) throw phoneUnavailable('phones');
  return { values: { ...values, phones: given.length }, sealed: phones.seal(first) };
}
