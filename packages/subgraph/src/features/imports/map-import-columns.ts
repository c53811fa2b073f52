import { DomainError, type ImportKind, requireText, TEXT_LIMITS, today } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { moveImport } from '../../imports/jobs/move-import.ts';
import { IMPORT_FIELDS } from '../../imports/reading/fields.ts';
import { byHeading, rememberMapping } from '../../imports/staging/receive-file.ts';
import { done, type Write } from '../../operations/write.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';
import { writeField } from '../../operations/write-types.ts';
import { ImportResult } from './import.ts';
import { requireImport } from './require-import.ts';

const ImportColumnInput = builder.inputType('ImportColumnInput', {
  description: 'What a column is.',
  fields: (t) => ({
    header: t.string({
      required: true,
      description: 'Heading as `columns` has it, at most 200 characters.',
    }),
    field: t.string({
      description:
        'The field: `fullName`. Null, or left out: the column is left out. Error: `INPUT_INVALID`.',
    }),
  }),
});

const MapImportColumnsInput = builder.inputType('MapImportColumnsInput', {
  description: 'What columns of a file are, where that was not recognised [chọn cột].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the import. Error: `IMPORT_NOT_FOUND`.' }),
    expectedVersion: t.int(expectedVersionField),
    columns: t.field({
      type: [ImportColumnInput],
      required: true,
      description:
        'The columns that are something else, at most 100; none: the file is read again as it was.',
    }),
  }),
});

writeField({
  field: 'mapImportColumns',
  description: `Says what columns are, and has the file read again. It is remembered for files of the same kind from the same units.
Errors: \`IMPORT_NOT_FOUND\`, \`IMPORT_STATE\`, \`INPUT_INVALID\` for a field that the kind does not have.`,
  input: MapImportColumnsInput,
  result: ImportResult,
  operation: mapImportColumns,
});

const MOST_COLUMNS = 100;

async function mapImportColumns(write: Write, input: typeof MapImportColumnsInput.$inferInput) {
  const record = await requireImport(write, input, {
    allowed: ['READY', 'FAILED'],
    what: { vi: 'chọn cột', en: 'read again' },
  });
  const mapping = mappingOf(input.columns, record.kind);
  if (Object.keys(mapping).length > 0) await rememberMapping(write.tx, record, mapping);
  const all = JSON.stringify(byHeading({ ...record.mapping, ...mapping }));
  const version = await moveImport(write.tx, write.who, {
    record,
    to: 'WAITING',
    set: sql`, mapping = ${all}::jsonb, staged_at = null, report = null, judged_on = ${today(write.now)}::date,
      rows = 0, new_rows = 0, changed_rows = 0, unchanged_rows = 0, faulty_rows = 0, warnings = 0`,
  });
  return done('Import', record.id, version);
}

function mappingOf(
  columns: readonly (typeof ImportColumnInput.$inferInput)[],
  kind: ImportKind,
): Record<string, string | null> {
  if (columns.length > MOST_COLUMNS) throw tooMany(columns.length);
  return Object.fromEntries(
    columns.map(({ header, field }, n) => {
      const heading = requireText(header, `columns[${n}].header`, TEXT_LIMITS.name);
      if (field != null && !IMPORT_FIELDS[kind].some(({ name }) => name === field)) {
        throw unknownField(`columns[${n}].field`, field, kind);
      }
      return [heading, field ?? null];
    }),
  );
}

function unknownField(path: string, field: string, kind: ImportKind): DomainError {
  const known = IMPORT_FIELDS[kind].map(({ name }) => name).join(', ');
  const value = JSON.stringify(field).slice(1, -1).slice(0, 60);
  return new DomainError(
    'INPUT_INVALID',
    {
      vi: `${path} là "${value}"; phải là một trong: ${known}`,
      en: `${path} is "${value}"; it must be one of: ${known}`,
    },
    { field: path, value },
  );
}

const tooMany = (count: number) =>
  new DomainError(
    'INPUT_INVALID',
    {
      vi: `columns có ${count} mục; nhiều nhất ${MOST_COLUMNS}`,
      en: `columns has ${count} items; at most ${MOST_COLUMNS}`,
    },
    { field: 'columns', value: String(count) },
  );
