import { DomainError, type ErrorCode, isRetryable, isStorableText, type Messages } from '@cnscd/domain';
import sql from 'sql-template-tag';
import type { Database } from '../database/client.ts';
import { fingerprintsOf, type KeyedDigest } from './canonical.ts';
import { despiteOthers } from './collisions.ts';
import { inTransaction, type Transaction } from './transaction.ts';

/** Who asks for what, under which key. */
export interface WriteRequest {
  tenant: string;
  actor: string;
  /** The mutation field: the same key under another field is another write. */
  field: string;
  input: Readonly<Record<string, unknown>> & { idempotencyKey: string };
  /** For what of the input must not be found by trying. */
  digests?: readonly KeyedDigest[] | undefined;
}

/** What came of a write. It names the row; the answer is read afresh, under the caller's permissions of the day. */
export type Outcome =
  | { kind: 'DONE'; entityType: string; entityId: string; version: number }
  | { kind: 'REFUSED'; code: ErrorCode; messages: Messages; field?: string; value?: string }
  | { kind: 'CONFLICT'; entityType: string; entityId: string; expectedVersion: number };

/** Thrown by a write whose caller saw another version than there is now. */
export class VersionConflict extends Error {
  readonly outcome: Outcome;

  constructor(entityType: string, entityId: string, expectedVersion: number) {
    super(`${entityType} ${entityId} is no longer at version ${expectedVersion}`);
    this.outcome = { kind: 'CONFLICT', entityType, entityId, expectedVersion };
  }
}

/** Long enough for a UUID or a phone's own scheme. */
const LONGEST_KEY = 255;

/**
 * The gate that every write passes. The key is inserted first, in the write's own transaction: a replay waits for the
 * first caller and is told the same outcome, whatever happened to the first answer on its way. What the rules refuse
 * is an outcome and is kept; what fails for another reason, and what may come right by itself, is not: it may be
 * tried again under the same key.
 *
 * @throws {DomainError} what the write refused as retryable: a permission, something that is not there yet; `BUSY`
 * @throws {DomainError} `KEY_INVALID`, `KEY_REUSED` for another input under the same key, `KEY_EXPIRED` for a key whose
 * outcome is no longer kept: it is never run again
 */
export async function throughGate(
  db: Database,
  request: WriteRequest,
  write: (tx: Transaction) => Promise<Outcome>,
): Promise<Outcome> {
  const key = requireKey(request.input.idempotencyKey);
  const fingerprints = fingerprintsOf(request.input, request.digests);
  const [fingerprint = ''] = fingerprints;
  const once = async (tx: Transaction) => {
    const isFirst = await insertKey(tx, { ...request, key, fingerprint });
    if (!isFirst) return replay(await readKey(tx, { ...request, key }), fingerprints);
    const outcome = await tx.part(() => write(tx)).catch(asOutcome);
    await storeOutcome(tx, { ...request, key }, outcome);
    return outcome;
  };
  return despiteOthers(() => inTransaction(db, once));
}

interface Keyed extends Pick<WriteRequest, 'tenant' | 'actor' | 'field'> {
  key: string;
}

interface KeyRow {
  fingerprint: string;
  outcome: Outcome | null;
}

/** False when the key is there already; waits while another transaction is inserting it. */
async function insertKey(tx: Transaction, row: Keyed & { fingerprint: string }): Promise<boolean> {
  const inserted = await tx.rows(sql`
    /* insertKey */
    insert into idempotency_key (tenant, actor, field, key, fingerprint)
    values (${row.tenant}, ${row.actor}, ${row.field}, ${row.key}, ${row.fingerprint})
    on conflict do nothing returning key`);
  return inserted.length === 1;
}

async function readKey(tx: Transaction, { tenant, actor, field, key }: Keyed): Promise<KeyRow> {
  const [row] = await tx.rows<KeyRow>(sql`
    /* readKey */
    select fingerprint, outcome from idempotency_key
    where tenant = ${tenant} and actor = ${actor} and field = ${field} and key = ${key}`);
  if (row === undefined) throw new Error('an idempotency key vanished between two statements');
  return row;
}

function replay({ fingerprint, outcome }: KeyRow, asked: readonly string[]): Outcome {
  if (!asked.includes(fingerprint)) throw keyRefusal('KEY_REUSED');
  if (outcome === null) throw keyRefusal('KEY_EXPIRED');
  return outcome;
}

async function storeOutcome(
  tx: Transaction,
  { tenant, actor, field, key }: Keyed,
  outcome: Outcome,
): Promise<void> {
  await tx.rows(sql`
    /* storeOutcome */
    update idempotency_key set outcome = ${JSON.stringify(outcome)}::jsonb
    where tenant = ${tenant} and actor = ${actor} and field = ${field} and key = ${key}`);
}

/** A refusal by the rules is an outcome; anything else ends the transaction and is not remembered. */
function asOutcome(error: unknown): Outcome {
  if (error instanceof VersionConflict) return error.outcome;
  if (!(error instanceof DomainError) || isRetryable(error.code)) throw error;
  const { code, messages, field, value } = error;
  return {
    ...{ kind: 'REFUSED', code, messages },
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value: storable(value) }),
  } as Outcome; // the spread above has every field of REFUSED
}

/** What was given may be what could not be stored. */
const storable = (value: string) => (isStorableText(value) ? value : JSON.stringify(value).slice(1, -1));

function requireKey(key: string): string {
  if (key.trim() !== '' && key.length <= LONGEST_KEY && isStorableText(key)) return key;
  throw keyRefusal('KEY_INVALID');
}

const KEY_MESSAGES = {
  KEY_INVALID: {
    vi: `idempotencyKey phải có từ 1 đến ${LONGEST_KEY} ký tự; nên dùng một UUID mới cho mỗi thao tác.`,
    en: `idempotencyKey must have 1 to ${LONGEST_KEY} characters; use a new UUID for each action.`,
  },
  KEY_REUSED: {
    vi: 'idempotencyKey này đã dùng cho nội dung khác; hãy dùng khóa mới cho thao tác mới.',
    en: 'This idempotencyKey was used for another input; use a new key for a new action.',
  },
  KEY_EXPIRED: {
    vi: 'idempotencyKey này đã quá hạn lưu; thao tác không được chạy lại. Hãy xem dữ liệu hiện có rồi dùng khóa mới.',
    en: 'This idempotencyKey is past its retention; the action is not run again. Look at the data, then use a new key.',
  },
} as const;

const keyRefusal = (code: keyof typeof KEY_MESSAGES) =>
  new DomainError(code, KEY_MESSAGES[code], { field: 'idempotencyKey' });
