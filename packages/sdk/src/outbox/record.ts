import type { Messages } from '@cnscd/domain';
import type { OutboxItem } from '@cnscd/sdk';
import { digestOf } from './digest.ts';

/** The mutation that a record waits for. */
export type OutboxField = keyof OutboxItem;

/** Why a record was not taken, in words for people. */
export interface OutboxProblem {
  /** As `CnscdError.code`, or one that this version does not know. */
  code: string;
  messages: Messages;
  /** The field of the input at fault. */
  field: string | null;
  value: string | null;
}

/** One write as it is kept. */
export interface OutboxRecord {
  /** For good, and the name under which it is kept. */
  id: string;
  /** Another one only after it was refused for good, and then edited or tried again. */
  idempotencyKey: string;
  field: OutboxField;
  /** Without its key. */
  input: Readonly<Record<string, unknown>>;
  /** Its place: above those of all records that were there when it was made. */
  place: number;
  madeAtMs: number;
  /** Whether it may have reached the server. */
  isSent: boolean;
  isSetAside: boolean;
  /** Whether the last word of the server is that it did nothing. */
  isRefused: boolean;
  problem: OutboxProblem | null;
  /** How often it was refused for now. */
  refusals: number;
  notBeforeMs: number;
}

const FORMAT = 'cnscd1';

/** A text that shows when it was cut or changed. */
export function sealed(record: OutboxRecord): string {
  const body = JSON.stringify(record);
  return `${FORMAT} ${digestOf(body)} ${body}`;
}

/** Null for a text that is not as it was written, or was written by a newer version. */
export function unsealed(text: string): OutboxRecord | null {
  const [format, digest] = text.split(' ', 2);
  const body = text.slice(FORMAT.length + 10);
  if (format !== FORMAT || digest !== digestOf(body)) return null;
  return JSON.parse(body) as OutboxRecord; // its digest says that it is what was written
}

/** Whether it may be changed: the server has done nothing of it, or a person was asked to decide. */
export const isOpen = ({ isSent, isRefused, isSetAside }: OutboxRecord): boolean =>
  !isSent || isRefused || isSetAside;

/** Whether two readings of a record are of the same write. */
export const isSameWrite = (one: OutboxRecord, other: OutboxRecord): boolean =>
  one.idempotencyKey === other.idempotencyKey && JSON.stringify(one.input) === JSON.stringify(other.input);
