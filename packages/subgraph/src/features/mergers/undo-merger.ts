import { type MergerKind, requireText, requireUuid, type ViewerRole } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { LOAD_LOCK } from '../../database/in-load.ts';
import { type MergerRow, mergerColumns, mergerNotFound } from '../../entities/merger.ts';
import { appendAudits } from '../../operations/audit.ts';
import { VersionConflict } from '../../operations/gate.ts';
import { findJournal, JOURNAL_RETENTION_DAYS, undoableUntil } from '../../operations/journal.ts';
import { MergerResult, mergerInvalid } from '../../operations/merger.ts';
import { undoBlocked, undoExpired } from '../../operations/undo-blocked.ts';
import { undoJournal } from '../../operations/undo-journal.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { regionsAround, roleWithin } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import { nameReportsInTheWay } from './name-reports-in-the-way.ts';
import { undoneChanges } from './undone-changes.ts';

const UndoMergerInput = builder.inputType('UndoMergerInput', {
  description: 'A merger or split that is taken back [hoàn tác sáp nhập, tách].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the merger or split.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

writeField({
  field: 'undoMerger',
  description: `Undoes a merger or split as a whole: every row that it touched is as before, only versions go on. Within
${JOURNAL_RETENTION_DAYS} days, and while nobody has changed those rows. For officers of its unit; mergers of units are for the administrator.
Errors: \`MERGER_NOT_FOUND\`, \`MERGER_INVALID\`, \`UNDO_EXPIRED\`, \`UNDO_BLOCKED\`, \`NOT_PERMITTED\`.`,
  input: UndoMergerInput,
  result: MergerResult,
  operation: undoMerger,
});

const AT_LEAST: Readonly<Record<MergerKind, ViewerRole>> = {
  TEAM_MERGE: 'COMMUNE_OFFICER',
  TEAM_SPLIT: 'COMMUNE_OFFICER',
  MEMBER_MERGE: 'COMMUNE_OFFICER',
  UNIT_MERGE: 'ADMINISTRATOR',
};

async function undoMerger(write: Write, input: typeof UndoMergerInput.$inferInput) {
  const { tx, now, who } = write;
  const id = requireUuid(input.id, 'id');
  const reason = requireText(input.reason, 'reason');
  const merger = await requireMerger(write, id);
  if (merger.version !== input.expectedVersion)
    throw new VersionConflict('Merger', id, input.expectedVersion);
  if (merger.status === 'UNDONE') throw alreadyUndone();
  const expiry = undoableUntil(merger.appliedAt);
  if (now > expiry || (await findJournal(tx, id)) === null) throw undoExpired(expiry);
  // A load derives scopes anew, which the undoing puts back row by row.
  if (merger.kind === 'UNIT_MERGE')
    await tx.rows(sql`/* lockOutLoads */ select pg_advisory_xact_lock(${LOAD_LOCK})`);
  const changes = await undoneChanges(tx, merger, reason);
  const undone = await undoJournal(tx, id);
  if ('blocked' in undone) throw undoBlocked(await nameReportsInTheWay(tx, undone.blocked));
  const version = merger.version + 1;
  await tx.rows(sql`
    /* undoMerger */
    update merger set status = 'UNDONE', undone_at = ${now.toISOString()}::timestamptz, version = ${version}
    where id = ${id}::uuid`);
  await appendAudits(tx, who, [
    ...changes,
    {
      ...{ entityType: 'Merger', entityId: id, version, unitId: merger.unitId },
      ...{ before: { status: 'APPLIED' }, after: { status: 'UNDONE' }, reason },
    },
  ]);
  return done('Merger', id, version);
}

async function requireMerger({ tx, scope }: Write, id: string): Promise<MergerRow> {
  const [row] = await tx.rows<MergerRow & { regionIds: string[] }>(sql`
    /* mergerForWrite */
    select ${mergerColumns}, ${regionsAround(scope, sql`m.unit_id`)} as "regionIds"
    from merger m where m.id = ${id}::uuid for no key update of m`);
  const role = row === undefined ? null : roleWithin(scope, row.regionIds, null);
  if (row === undefined || role === null) throw mergerNotFound(id);
  const atLeast = AT_LEAST[row.kind];
  if (!isAtLeast(role, atLeast)) throw notPermitted(atLeast, 'id');
  return row;
}

const alreadyUndone = () =>
  mergerInvalid('id', {
    vi: 'Lần sáp nhập hay tách này đã được hoàn tác rồi.',
    en: 'This merger or split has been undone already.',
  });
