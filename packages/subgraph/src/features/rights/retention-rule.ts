import type { RetainedData as Data } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { RetainedData } from '../../enums.ts';
import { HELD, PUBLIC, SCOPED } from '../../permissions/access.ts';
import { scopeOf } from '../../permissions/scope.ts';
import { type RetentionRuleRow, readRetentionRules } from '../../rights/record/processing-record.ts';

const RetentionRule = builder.objectRef<RetentionRuleRow>('RetentionRule').implement({
  extensions: PUBLIC,
  description: 'How long something is kept [thời hạn lưu giữ], as dated data. The worker applies it.',
  fields: (t) => ({
    data: t.expose('data', { type: RetainedData, description: 'What is kept.' }),
    days: t.exposeInt('days', { description: 'How many days.' }),
    counted: t.exposeString('countedVi', { description: 'Since when they are counted, in Vietnamese.' }),
    countedEn: t.exposeString('countedEn', { description: 'The same in English.' }),
    basis: t.exposeString('basis', { description: 'Why so long.' }),
    isVerified: t.exposeBoolean('isVerified', {
      description:
        'Whether the number was read in the law. Otherwise it is a setting that a lawyer has to confirm.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What is to be known beside it.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day in force.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day in force. Null: none.',
    }),
  }),
});

interface RetentionRunRow {
  data: Data;
  days: number;
  cutoff: Date;
  count: number;
  ranAt: Date;
}

const RetentionRun = builder.objectRef<RetentionRunRow>('RetentionRun').implement({
  extensions: HELD,
  description:
    'That a retention rule was applied and something went [lần áp dụng thời hạn lưu giữ]. It names nobody.',
  fields: (t) => ({
    data: t.expose('data', { type: RetainedData, description: 'What went.' }),
    days: t.exposeInt('days', { description: 'After how many days.' }),
    cutoff: t.expose('cutoff', { type: 'DateTime', description: 'What was older went.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
    ranAt: t.expose('ranAt', { type: 'DateTime', description: 'When.' }),
  }),
});

builder.queryFields((t) => ({
  retentionRules: t.field({
    type: [RetentionRule],
    extensions: PUBLIC,
    description: 'Retention rules in force on a day, one for each kind of data. Error: `DATE_INVALID`.',
    listSize: { assumedSize: 10 },
    args: { asOf: t.arg({ type: 'Date', description: 'Default: today.' }) },
    resolve: (_, { asOf }, ctx) => readRetentionRules(ctx.db, dayOf(ctx, asOf)),
  }),
  retentionRuns: t.field({
    type: [RetentionRun],
    extensions: SCOPED,
    description:
      'The last hundred times that something went after its retention, newest first, for officers; empty for others. Error: `SIGN_IN_REQUIRED`.',
    listSize: { assumedSize: 20 },
    resolve: async (_, __, ctx) => {
      if ((await scopeOf(ctx)).grants.length === 0) return [];
      return ctx.db.rows<RetentionRunRow>(sql`
        /* retentionRuns */
        select data, days, cutoff, count, ran_at as "ranAt" from retention_run order by ran_at desc, id desc limit 100`);
    },
  }),
}));
