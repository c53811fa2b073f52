import { optionalText } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { moveImport } from '../../imports/jobs/move-import.ts';
import { findJournal, undoableUntil } from '../../operations/journal.ts';
import { undoExpired } from '../../operations/undo-blocked.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { ImportResult } from './import.ts';
import { requireImport } from './require-import.ts';

const UndoImportInput = builder.inputType('UndoImportInput', {
  description: 'An import that was a mistake [hoàn tác lần nhập].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the import. Error: `IMPORT_NOT_FOUND`.' }),
    expectedVersion: t.int(expectedVersionField),
    reason: t.string({ description: 'Why, at most 300 characters.' }),
  }),
});

writeField({
  field: 'undoImport',
  description: `Asks for an import to be taken back, all of it or nothing; a worker does it, \`progress\` and \`status\` tell. Where
somebody has gone on working with what it made, \`failure\` is \`UNDO_BLOCKED\`. Errors: \`IMPORT_NOT_FOUND\`, \`IMPORT_STATE\`, \`UNDO_EXPIRED\` after 30 days.`,
  input: UndoImportInput,
  result: ImportResult,
  operation: undoImport,
});

async function undoImport(write: Write, input: typeof UndoImportInput.$inferInput) {
  const reason = optionalText(input.reason, 'reason');
  const record = await requireImport(write, input, {
    allowed: ['APPLIED'],
    what: { vi: 'hoàn tác', en: 'undone' },
  });
  const expiry = undoableUntil(record.appliedAt ?? write.now);
  if (expiry <= write.now || (await findJournal(write.tx, record.id)) === null) throw undoExpired(expiry);
  const version = await moveImport(write.tx, write.who, { record, to: 'UNDOING', reason });
  return done('Import', record.id, version);
}
