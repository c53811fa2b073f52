import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import { personalDigest } from './audit.ts';
import { canonicalEntry, hashOf } from './seal-audit.ts';

/**
 * What does not hold.
 *
 * - SEAL_MISSING: the seal before this one has gone
 * - CHAIN_BROKEN: the seal does not name the hash of the one before
 * - ENTRIES_ADDED, ENTRIES_MISSING: more or fewer entries than were sealed
 * - HASH_DIFFERS: an entry, or the seal itself, is not what it was
 * - KNOWN_SEAL_DIFFERS: the seal is not the one that was written down elsewhere
 * - PERSONAL_DIFFERS: the personal values of an entry are not what they were
 * - ACTOR_DIFFERS: who made an entry was erased, and no erasure that the audit has did it
 */
export type AuditFaultKind =
  | 'SEAL_MISSING'
  | 'CHAIN_BROKEN'
  | 'ENTRIES_ADDED'
  | 'ENTRIES_MISSING'
  | 'HASH_DIFFERS'
  | 'KNOWN_SEAL_DIFFERS'
  | 'PERSONAL_DIFFERS'
  | 'ACTOR_DIFFERS';

export interface AuditFault {
  kind: AuditFaultKind;
  /** Number of the seal; of the entry where personal values or who made it differ. */
  number: number;
  /** When the seal was made. Null where there is none. */
  sealedAt: Date | null;
}

/** A seal as it can be written down outside of the database. */
export interface KnownSeal {
  number: number;
  hash: string;
}

export interface AuditReport {
  seals: number;
  sealedEntries: number;
  /** Entries behind the last seal: not yet sealed, or no longer. */
  unsealedEntries: number;
  oldestUnsealedAt: Date | null;
  /** The last seal. Who writes it down can tell later that nothing up to it was made anew. */
  head: KnownSeal | null;
  /** The first hundred, in order: the first is where to look. */
  faults: AuditFault[];
}

/** Seals in one statement: at most so many times a thousand entries are hashed at once. */
const SEALS_AT_ONCE = 50;
const ENTRIES_AT_ONCE = 10_000;
const MOST_FAULTS = 100;

/**
 * Recomputes the chain over the audit, page by page.
 *
 * @param known - a seal that was written down earlier, to find a chain that was made anew as a whole
 */
export async function verifyAudit(db: Database, known?: KnownSeal): Promise<AuditReport> {
  const faults = known === undefined ? [] : await faultsOfKnown(db, known);
  let [seals, sealedEntries, head]: [number, number, KnownSeal | null] = [0, 0, null];
  for (let after: number | null = 0; after !== null; ) {
    const page: CheckedSeal[] = await checkSeals(db, after);
    for (const seal of page) faults.push(...faultsOf(seal));
    seals += page.length;
    sealedEntries += page.reduce((sum, seal) => sum + seal.found, 0);
    head = page.at(-1) ?? head;
    after = page.length < SEALS_AT_ONCE ? null : (head?.number ?? null);
  }
  faults.push(...(await faultsOfPersonal(db)), ...(await faultsOfActors(db)));
  return {
    ...{ seals, sealedEntries, head: head && { number: head.number, hash: head.hash } },
    ...(await unsealed(db)),
    faults: faults.slice(0, MOST_FAULTS),
  };
}

interface CheckedSeal extends KnownSeal {
  sealedAt: Date;
  entries: number;
  /** Entries that lie between the seal before and this one: one more than sealed stands for any number more. */
  found: number;
  follows: boolean;
  isLinked: boolean;
  isWhole: boolean;
}

function checkSeals(db: Database, after: number): Promise<CheckedSeal[]> {
  return db.rows<CheckedSeal>(sql`
    /* verifySeals */
    select s.number, s.hash, s.sealed_at as "sealedAt", s.entries, found.entries as found,
      s.number = coalesce(previous.number, 0) + 1 as follows,
      s.previous_hash = coalesce(previous.hash, '') as "isLinked", s.hash = ${hashOf(sql`found.lines`)} as "isWhole"
    from (select * from audit_seal where number > ${after} order by number limit ${SEALS_AT_ONCE}) s
    left join lateral (
      select p.number, p.until_transaction, p.until_id, p.hash from audit_seal p
      where p.number < s.number order by p.number desc limit 1) previous on true
    cross join lateral (
      select count(*)::int as entries, coalesce(string_agg(e.line, chr(10) order by e.transaction, e.id), '') as lines
      from (
        select e.transaction, e.id, ${canonicalEntry} as line from audit_entry e
        where (e.transaction, e.id) > (coalesce(previous.until_transaction, -1), coalesce(previous.until_id, 0))
          and (e.transaction, e.id) <= (s.until_transaction, s.until_id)
        order by e.transaction, e.id limit greatest(s.entries, 0)::bigint + 1) e) found
    order by s.number`);
}

/** What is wrong with a seal, by what tells most. */
function faultsOf({ number, sealedAt, ...seal }: CheckedSeal): AuditFault[] {
  const kinds: [boolean, AuditFaultKind][] = [
    [!seal.follows, 'SEAL_MISSING'],
    [!seal.isLinked, 'CHAIN_BROKEN'],
    [seal.found > seal.entries, 'ENTRIES_ADDED'],
    [seal.found < seal.entries, 'ENTRIES_MISSING'],
    [!seal.isWhole, 'HASH_DIFFERS'],
  ];
  const kind = kinds.find(([isSo]) => isSo)?.[1];
  return kind === undefined ? [] : [{ kind, number, sealedAt }];
}

async function faultsOfKnown(db: Database, { number, hash }: KnownSeal): Promise<AuditFault[]> {
  const [seal] = await db.rows<{ hash: string; sealedAt: Date }>(sql`
    /* verifyKnownSeal */
    select hash, sealed_at as "sealedAt" from audit_seal where number = ${number}`);
  if (seal?.hash === hash) return [];
  return [{ kind: 'KNOWN_SEAL_DIFFERS', number, sealedAt: seal?.sealedAt ?? null }];
}

async function faultsOfPersonal(db: Database): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { id: number; isWhole: boolean }[] = await db.rows(sql`
      /* verifyPersonal */
      select e.id, e.personal_digest is not distinct from ${personalDigest} as "isWhole"
      from audit_personal p join audit_entry e on e.id = p.entry_id
      where p.entry_id > ${after} order by p.entry_id limit ${ENTRIES_AT_ONCE}`);
    const different = page.filter((entry) => !entry.isWhole);
    faults.push(
      ...different.map(({ id }): AuditFault => ({ kind: 'PERSONAL_DIFFERS', number: id, sealedAt: null })),
    );
    after = page.length < ENTRIES_AT_ONCE ? null : (page.at(-1)?.id ?? null);
  }
  return faults;
}

async function faultsOfActors(db: Database): Promise<AuditFault[]> {
  const rows = await db.rows<{ id: number }>(sql`
    /* verifyActors */
    select e.id from audit_entry e
    where e.actor_digest is not null and (e.actor_salt is not null or e.tenant <> 'erased' or not exists (
      select from audit_entry x where x.entity_type = 'Erasure' and x.entity_id = e.actor))
    order by e.id limit ${MOST_FAULTS}`);
  return rows.map(({ id }) => ({ kind: 'ACTOR_DIFFERS', number: id, sealedAt: null }));
}

async function unsealed(db: Database): Promise<Pick<AuditReport, 'unsealedEntries' | 'oldestUnsealedAt'>> {
  const [row] = await db.rows<Pick<AuditReport, 'unsealedEntries' | 'oldestUnsealedAt'>>(sql`
    /* countUnsealed */
    select count(*) as "unsealedEntries", min(e.at) as "oldestUnsealedAt" from audit_entry e
    where (e.transaction, e.id) > (coalesce((select until_transaction from audit_seal order by number desc limit 1), -1),
      coalesce((select until_id from audit_seal order by number desc limit 1), 0))`);
  if (row === undefined) throw new Error('a count without a row');
  return row;
}
