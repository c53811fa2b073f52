import { builder } from '../../builder.ts';
import { IMPORT_FIELDS, type ImportField, isTaken } from '../../imports/reading/fields.ts';
import { HELD } from '../../permissions/access.ts';

const ImportFieldType = builder.objectRef<ImportField>('ImportField').implement({
  extensions: HELD,
  description: 'What a column of a file may be taken for.',
  fields: (t) => ({
    field: t.exposeString('name', { description: 'Name of the field: `fullName`.' }),
    label: t.string({
      description: 'What officers call it, in Vietnamese.',
      resolve: ({ label }) => label.vi,
    }),
    labelEn: t.string({ description: 'The same in English.', resolve: ({ label }) => label.en }),
  }),
});

builder.objectField('Import', 'fields', (t) =>
  t.field({
    type: [ImportFieldType],
    description: 'What its columns may be taken for, by `mapImportColumns`.',
    listSize: { assumedSize: 20 },
    resolve: ({ kind }) => IMPORT_FIELDS[kind].filter(isTaken),
  }),
);
