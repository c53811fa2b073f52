import { builder } from '../../builder.ts';
import { moveImport } from '../../imports/jobs/move-import.ts';
import { forgetRows } from '../../imports/staging/forget-rows.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { ImportResult } from './import.ts';
import { requireImport } from './require-import.ts';

const DiscardImportInput = builder.inputType('DiscardImportInput', {
  description: 'A file that is not to be imported after all [bỏ tệp].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the import. Error: `IMPORT_NOT_FOUND`.' }),
    expectedVersion: t.int(expectedVersionField),
  }),
});

writeField({
  field: 'discardImport',
  description: `Gives a file up before it is applied, or after it was undone: the file and its rows are forgotten.
Errors: \`IMPORT_NOT_FOUND\`, \`IMPORT_STATE\` for one that is in the register or on its way there.`,
  input: DiscardImportInput,
  result: ImportResult,
  operation: discardImport,
});

async function discardImport(write: Write, input: typeof DiscardImportInput.$inferInput) {
  const record = await requireImport(write, input, {
    allowed: ['WAITING', 'READING', 'READY', 'FAILED', 'UNDONE'],
    what: { vi: 'bỏ', en: 'discarded' },
  });
  await forgetRows(write.tx, [record.id]);
  const version = await moveImport(write.tx, write.who, { record, to: 'DISCARDED' });
  return done('Import', record.id, version);
}
