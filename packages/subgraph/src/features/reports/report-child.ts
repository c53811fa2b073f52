import { builder } from '../../builder.ts';
import { required } from '../../entities/required.ts';
import { unitById } from '../../entities/unit.ts';
import { ReportStanding } from '../../enums.ts';
import { HELD } from '../../permissions/access.ts';
import { reportSeen } from '../../reports/report-access.ts';
import type { ReportChild as ChildRow } from '../../reports/report-progress.ts';
import { ReportWaiver, waiverById } from './report-waiver.ts';

export const ReportChild = builder.objectRef<ChildRow>('ReportChild').implement({
  extensions: HELD,
  description: 'A unit that should report to another one, and how it stands [tình hình gửi báo cáo].',
  fields: (t) => ({
    unit: t.field({
      type: 'AdminUnit',
      description: 'The unit.',
      resolve: async ({ unitId }, _, ctx) =>
        required(await unitById(ctx).load(unitId), `admin_unit ${unitId}`),
    }),
    standing: t.expose('standing', { type: ReportStanding, description: 'Where its report stands.' }),
    report: t.field({
      type: 'Report',
      nullable: true,
      description: 'Its report. Null: nobody has opened one.',
      resolve: ({ reportId }, _, ctx) => (reportId === null ? null : reportSeen(ctx).load(reportId)),
    }),
    waiver: t.field({
      type: ReportWaiver,
      nullable: true,
      description: 'Why it is done without. Null: it is not.',
      resolve: ({ waiverId }, _, ctx) => (waiverId === null ? null : waiverById(ctx).load(waiverId)),
    }),
    dueOn: t.expose('dueOn', {
      type: 'Date',
      nullable: true,
      description:
        'Last day on which it is in time. Null: the days off of that year are not loaded yet (`cnscd-subgraph calendar load`).',
    }),
    submittedOn: t.expose('submittedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day of its first submission. Null: it was never submitted.',
    }),
    daysLate: t.exposeInt('daysLate', {
      nullable: true,
      description:
        'Working days that it came, or is, late; 0: in time. Null where the work calendar does not say.',
    }),
  }),
});
