import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { LegalBasis, RetainedData } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { type ProcessingActivityRow, readProcessingRecord } from '../../rights/record/processing-record.ts';

const texts = { assumedSize: 5 };

const ProcessingActivity = builder.objectRef<ProcessingActivityRow>('ProcessingActivity').implement({
  extensions: PUBLIC,
  description:
    'One kind of processing of personal data [hoạt động xử lý dữ liệu], as the impact dossier lists it. It names nobody.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable name.' }),
    name: t.exposeString('nameVi', { description: 'What is done, in Vietnamese.' }),
    nameEn: t.exposeString('nameEn', { description: 'The same in English.' }),
    purpose: t.exposeString('purposeVi', { description: 'What for, in Vietnamese.' }),
    purposeEn: t.exposeString('purposeEn', { description: 'The same in English.' }),
    basis: t.expose('basis', { type: LegalBasis, description: 'On what ground.' }),
    peopleCategories: t.exposeStringList('peopleCategories', { description: 'Whose data.', listSize: texts }),
    dataCategories: t.exposeStringList('dataCategories', { description: 'Which data.', listSize: texts }),
    recipients: t.exposeStringList('recipients', { description: 'Who gets them.', listSize: texts }),
    safeguards: t.exposeStringList('safeguards', { description: 'What protects them.', listSize: texts }),
    retained: t.expose('retained', {
      type: [RetainedData],
      description: 'Which retention rules hold for them: see `retentionRules`.',
      listSize: texts,
    }),
    isVerified: t.exposeBoolean('isVerified', {
      description: 'Whether the entry was held against the law. Otherwise a lawyer has to confirm it.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What is to be known beside it.' }),
  }),
});

builder.queryField('processingRecord', (t) =>
  t.field({
    type: [ProcessingActivity],
    extensions: PUBLIC,
    description:
      'The record of processing of personal data [hồ sơ hoạt động xử lý dữ liệu]. As a file: `/files/rights/processing-record.docx`.',
    listSize: { assumedSize: 10 },
    resolve: async (_, __, ctx) => (await readProcessingRecord(ctx.db, dayOf(ctx, null))).activities,
  }),
);
