import { randomBytes } from 'node:crypto';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { WriteRequest } from './gate.ts';
import type { Transaction } from './transaction.ts';

/** Values of an entity before or after a change. */
export type AuditState = Readonly<Record<string, unknown>>;

/** A change, as the audit keeps it. Personal data belong into `personal` only: what stands elsewhere is there for ever. */
export interface Change {
  entityType: string;
  entityId: string;
  /** The version that the change made. */
  version: number;
  /** Null: it was not there before. */
  before: AuditState | null;
  /** Null: it is gone. */
  after: AuditState | null;
  /** Why, in the words of who did it: kept apart, so that a name in it can be erased. Null where no reason is asked for. */
  reason: string | null;
  /** The unit that the change belongs to. Who may read it follows from unit and team; without either, only the nation. */
  unitId?: string | null;
  /** The team that the change belongs to. */
  teamId?: string | null;
  /** A person's values, a name for example and never a phone number: they can be erased later. */
  personal?: { before: AuditState | null; after: AuditState | null };
}

type Who = Pick<WriteRequest, 'tenant' | 'actor' | 'field'>;

/**
 * Appends a change to the audit, in the transaction that makes it: there is no change without an entry and no entry
 * without a change. Sealing the entries into a chain is the worker's part, so that it costs no lock here.
 */
export const appendAudit = (tx: Transaction, who: Who, change: Change): Promise<void> =>
  appendAudits(tx, who, [change]);

const MOST_AT_ONCE = 5_000;

/** Appends many changes in their order, by one statement, or by one for each few thousand. */
export async function appendAudits(tx: Transaction, who: Who, changes: readonly Change[]): Promise<void> {
  for (let n = 0; n < changes.length; n += MOST_AT_ONCE) {
    await appendFew(tx, who, changes.slice(n, n + MOST_AT_ONCE));
  }
}

async function appendFew(tx: Transaction, who: Who, changes: readonly Change[]): Promise<void> {
  await tx.rows(sql`
    /* appendAudits */
    with change as materialized (
      select nextval('audit_entry_id_seq') as id, c.*
      from (select * from rows from (jsonb_to_recordset(${JSON.stringify(changes.map(rowOf))}::jsonb) as (
        "entityType" text, "entityId" text, version int, before jsonb, after jsonb, reason text,
        "unitId" text, "teamId" uuid, salt text, states jsonb)) with ordinality as c order by ordinality) c
    ), entry as (
      insert into audit_entry (id, tenant, actor, field, entity_type, entity_id, version, before, after, reason, unit_id,
        team_id, personal_digest)
      select id, ${who.tenant}, ${who.actor}, ${who.field}, "entityType", "entityId", version, before, after, reason,
        "unitId", "teamId", ${personalDigest} from change order by id
    )
    insert into audit_personal (entry_id, salt, states) select id, salt, states from change where states is not null`);
}

/**
 * Appends as many changes as a select gives, by one statement and without bringing them here.
 *
 * @param changes - a select of entity_type, entity_id, version, before, after, reason, unit_id, team_id and states: null,
 * or a JSON array of the personal values before and after
 */
export async function appendSelectedAudits(tx: Transaction, who: Who, changes: Sql): Promise<void> {
  await tx.rows(sql`
    /* appendSelectedAudits */
    with change as materialized (
      select nextval('audit_entry_id_seq') as id, c.*, case when c.states is not null then
        replace(gen_random_uuid()::text, '-', '') || replace(gen_random_uuid()::text, '-', '') end as salt
      from (${changes}) c (entity_type, entity_id, version, before, after, reason, unit_id, team_id, states)
    ), entry as (
      insert into audit_entry (id, tenant, actor, field, entity_type, entity_id, version, before, after, reason, unit_id,
        team_id, personal_digest)
      select id, ${who.tenant}, ${who.actor}, ${who.field}, entity_type, entity_id, version, before, after, reason,
        unit_id, team_id, ${personalDigest} from change order by id
    )
    insert into audit_personal (entry_id, salt, states) select id, salt, states from change where states is not null`);
}

/** The digest of personal values: of their salt, and of the text that PostgreSQL makes of any JSON that means the same. */
export const personalDigest = raw(`encode(sha256(convert_to(salt || states::text, 'UTF8')), 'hex')`);

const SALT_BYTES = 16;

/**
 * What people write may name somebody. So texts stand apart with the personal values: the chain holds only their
 * digest, and a name that has to go can go.
 */
const FREE_TEXTS: readonly string[] = ['title', 'place', 'statement', 'noDecisionReason'];

function rowOf({ personal, reason, ...change }: Change) {
  const [before, after] = [parted(change.before), parted(change.after)];
  const values = [merged(personal?.before, before.texts), merged(personal?.after, after.texts)];
  const states = reason === null ? values : [...values, reason];
  const row = { ...change, before: before.rest, after: after.rest, reason: null };
  if (personal === undefined && states.every((state) => state === null)) return row;
  return { ...row, salt: randomBytes(SALT_BYTES).toString('hex'), states };
}

function parted(state: AuditState | null): { rest: AuditState | null; texts: AuditState | null } {
  if (state === null) return { rest: null, texts: null };
  const isText = ([name, value]: [string, unknown]) => FREE_TEXTS.includes(name) && value !== null;
  const texts = Object.entries(state).filter(isText);
  const rest = Object.entries(state).filter((entry) => !isText(entry));
  return { rest: Object.fromEntries(rest), texts: texts.length === 0 ? null : Object.fromEntries(texts) };
}

const merged = (personal: AuditState | null | undefined, texts: AuditState | null): AuditState | null =>
  personal == null && texts === null ? null : { ...personal, ...texts };

/** The reason of the entry e: beside the personal values under p, or in the entry, where it stood once. */
export const auditReason = raw(`coalesce(e.reason, p.states ->> 2)`);

/**
 * Erases what the audit says of a person. The entries stay, with the digests of what was erased, and the chain over
 * them still verifies.
 *
 * @returns how many entries said something
 */
export async function eraseAuditPersonal(
  tx: Transaction,
  { entityType, entityId }: Pick<Change, 'entityType' | 'entityId'>,
): Promise<number> {
  const rows = await tx.rows(sql`
    /* eraseAuditPersonal */
    delete from audit_personal p using audit_entry e
    where e.id = p.entry_id and e.entity_type = ${entityType} and e.entity_id = ${entityId} returning p.entry_id`);
  return rows.length;
}
