import { DomainError } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { moveImport } from '../../imports/jobs/move-import.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { ImportResult } from './import.ts';
import { requireImport } from './require-import.ts';

const ApplyImportInput = builder.inputType('ApplyImportInput', {
  description: 'A dry run that is to become true [ghi vào sổ].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the import. Error: `IMPORT_NOT_FOUND`.' }),
    expectedVersion: t.int(expectedVersionField),
    skipFaultyRows: t.boolean({
      description: 'Leave out rows with errors and take the others. Default: false. Error: `IMPORT_FAULTY`.',
    }),
  }),
});

writeField({
  field: 'applyImport',
  description: `Asks for a dry run to be written to the register, all of it or nothing; a worker does it, \`progress\` and \`status\` tell.
Where the register has changed since, nothing is written and \`failure\` is \`IMPORT_STALE\`, with a new dry run. Errors: \`IMPORT_NOT_FOUND\`, \`IMPORT_STATE\`, \`IMPORT_FAULTY\`.`,
  input: ApplyImportInput,
  result: ImportResult,
  operation: applyImport,
});

async function applyImport(write: Write, input: typeof ApplyImportInput.$inferInput) {
  const record = await requireImport(write, input, {
    allowed: ['READY'],
    what: { vi: 'ghi vào sổ', en: 'applied' },
  });
  if (record.report?.issues.some(({ severity }) => severity === 'ERROR')) throw fileFaulty();
  const skips = input.skipFaultyRows ?? false;
  if (record.faultyRows > 0 && !skips) throw rowsFaulty(record.faultyRows);
  const version = await moveImport(write.tx, write.who, {
    record,
    to: 'APPLYING',
    set: sql`, skip_faulty_rows = ${skips}`,
  });
  return done('Import', record.id, version);
}

const rowsFaulty = (count: number) =>
  new DomainError(
    'IMPORT_FAULTY',
    {
      vi: `Còn ${count} dòng có lỗi; hãy sửa rồi tải tệp lên lại, hoặc chọn bỏ qua các dòng có lỗi.`,
      en: `${count} rows have errors; mend them and upload the file again, or choose to leave them out.`,
    },
    { field: 'skipFaultyRows', value: String(count) },
  );

const fileFaulty = () =>
  new DomainError(
    'IMPORT_FAULTY',
    {
      vi: 'Tệp còn lỗi chung, như thiếu cột bắt buộc; hãy chọn cột tương ứng hoặc sửa tệp rồi tải lên lại.',
      en: 'The file as a whole has errors, such as a missing column; map its columns, or mend it and upload it again.',
    },
    { field: 'id' },
  );
