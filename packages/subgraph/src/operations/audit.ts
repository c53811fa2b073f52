import sql from 'sql-template-tag';
import type { WriteRequest } from './gate.ts';
import type { Transaction } from './transaction.ts';

/** A change, as the audit keeps it. Personal data belong into neither state: only what may be read for ever. */
export interface Change {
  entityType: string;
  entityId: string;
  /** The version that the change made. */
  version: number;
  /** Null: it was not there before. */
  before: Readonly<Record<string, unknown>> | null;
  /** Null: it is gone. */
  after: Readonly<Record<string, unknown>> | null;
  /** Why, in the words of who did it. Null where no reason is asked for. */
  reason: string | null;
}

/**
 * Appends a change to the audit, in the transaction that makes it: there is no change without an entry and no entry
 * without a change. Sealing the entries into a chain is the worker's part, so that it costs no lock here.
 */
export async function appendAudit(
  tx: Transaction,
  { tenant, actor, field }: Pick<WriteRequest, 'tenant' | 'actor' | 'field'>,
  change: Change,
): Promise<void> {
  const { entityType, entityId, version, before, after, reason } = change;
  await tx.rows(sql`
    /* appendAudit */
    insert into audit_entry (tenant, actor, field, entity_type, entity_id, version, before, after, reason)
    values (${tenant}, ${actor}, ${field}, ${entityType}, ${entityId}, ${version}, ${json(before)}::jsonb,
      ${json(after)}::jsonb, ${reason})`);
}

const json = (state: Change['before']) => (state === null ? null : JSON.stringify(state));
