import { DomainError, type MergerKind } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { type MergerRow, mergerColumns, type ReportLine } from '../entities/merger.ts';
import { appendAudits, type Change } from './audit.ts';
import type { Outcome } from './gate.ts';
import { startJournal } from './journal.ts';
import { idTaken } from './new-id.ts';
import { DryRun, done, type Write } from './write.ts';
import { resultUnion } from './write-types.ts';

/** What mergers and splits of every kind answer. */
export const MergerResult = resultUnion('Merger');

/** A merger that is about to be written. */
export interface MergerDraft {
  id: string;
  kind: MergerKind;
  /** First day of what comes after. */
  effectiveOn: string;
  /** The unit whose officers may undo it. It must outlive the undo. Null: the nation. */
  unitId: string | null;
  reason: string | null;
}

/** What a merger did: the lines of its report, and its changes for the audit. */
export interface MergerEffect {
  report: ReportLine[];
  changes: Change[];
}

/**
 * Runs a merger so that it can be undone as one: all that `work` changes goes into the journal of the same id. A dry
 * run does all of it too, shows its report, and leaves nothing.
 *
 * @throws {DryRun} where only the report was asked for
 */
export async function applyMerger(
  { tx, who, now }: Pick<Write, 'tx' | 'who' | 'now'>,
  draft: MergerDraft,
  { isDryRun, work }: { isDryRun: boolean; work: () => Promise<MergerEffect> },
): Promise<Outcome> {
  const { id, kind, effectiveOn, unitId, reason } = draft;
  await requireNewId(tx, id);
  await startJournal(tx, { id, kind });
  const { report, changes } = await work();
  const [row] = await tx.rows<MergerRow>(sql`
    /* insertMerger */
    insert into merger as m (id, kind, effective_on, unit_id, report, reason, applied_at)
    values (${id}::uuid, ${kind}::merger_kind, ${effectiveOn}::date, ${unitId}, ${JSON.stringify(report)}::jsonb,
      ${reason}, ${now.toISOString()}::timestamptz)
    returning ${mergerColumns}`);
  if (row === undefined) throw new Error('an inserted merger without a row');
  if (isDryRun)
    throw new DryRun({ ...row, __typename: 'Merger', isDryRun: true } as MergerRow & { __typename: string });
  await appendAudits(tx, who, [...changes, mergerChange(row)]);
  return done('Merger', id, row.version);
}

async function requireNewId(tx: Write['tx'], id: string): Promise<void> {
  const taken = await tx.rows(sql`/* mergerTaken */ select from journal where id = ${id}::uuid`);
  if (taken.length > 0) throw idTaken(id);
}

const mergerChange = ({ id, kind, effectiveOn, unitId, reason, version }: MergerRow): Change => ({
  ...{ entityType: 'Merger', entityId: id, version, unitId },
  ...{ before: null, after: { kind, effectiveOn, status: 'APPLIED' }, reason },
});

/** @throws {DomainError} `MERGER_INVALID` for a list of nothing, and of more than so many */
export function requireSize(list: readonly unknown[], field: string, most: number): void {
  if (list.length >= 1 && list.length <= most) return;
  const messages = {
    vi: `${field} có ${list.length} mục; phải từ 1 đến ${most}`,
    en: `${field} has ${list.length} items; it must have 1 to ${most}`,
  };
  throw mergerInvalid(field, messages, String(list.length));
}

/** The refusal of a merger or split that makes no sense: what is wrong, in which field, and what would be right. */
export function mergerInvalid(
  field: string,
  messages: { vi: string; en: string },
  value?: string,
): DomainError {
  return new DomainError('MERGER_INVALID', messages, { field, ...(value === undefined ? {} : { value }) });
}
