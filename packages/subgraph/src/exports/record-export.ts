import type { Context } from '../context.ts';
import { appendAudit } from '../operations/audit.ts';
import { newId } from '../operations/new-id.ts';
import { inTransaction } from '../operations/transaction.ts';
import { requireSignedIn } from '../permissions/sign-in.ts';
import type { Export } from './define-export.ts';
import type { ExportFormat } from './exports.ts';

/** A file that is about to be handed out. */
export interface HandedOut {
  definition: Pick<Export, 'kind' | 'access'>;
  format: ExportFormat;
  /** The filters, as they were given. */
  given: Readonly<Record<string, string>>;
  rows: number;
}

/**
 * Enters into the audit who takes which file of people's data, how many rows, and by which filters, before it is handed
 * out: an export that cannot be recorded is none. It stands in the audit, though it changes nothing, because nobody can
 * take it out of there again. What was searched for may be somebody's name, and is not kept. Of public tables nothing is
 * recorded.
 */
export async function recordExport(
  ctx: Context,
  { definition, format, given, rows }: HandedOut,
): Promise<void> {
  if (definition.access === 'PUBLIC') return;
  const { issuer, subject } = await requireSignedIn(ctx);
  const { search, ...filters } = given;
  const filtered = search === undefined || search === '' ? filters : { ...filters, search: 'PRESENT' };
  await inTransaction(ctx.db, (tx) =>
    appendAudit(
      tx,
      { tenant: issuer, actor: subject, field: EXPORT_FIELD },
      {
        ...{ entityType: 'Export', entityId: newId(null), version: 1, before: null, reason: null },
        after: { kind: definition.kind, format, filters: filtered, rows },
      },
    ),
  );
}

/** What stands in the place of the mutation in entries of the audit. */
export const EXPORT_FIELD = 'export';
