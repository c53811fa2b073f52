import type { AdminLevel } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { groupedBy, perRequest } from '../../context.ts';
import { indicatorByCode } from '../../entities/indicator.ts';
import { required } from '../../entities/required.ts';
import { AdminLevel as AdminLevelEnum, PeriodKind, ReportOrigin } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { type LineRow, type TemplateRow, templateColumns } from '../../reports/report-rows.ts';

const ReportDeadline = builder
  .objectRef<{ level: AdminLevel; workingDays: number }>('ReportDeadline')
  .implement({
    extensions: PUBLIC,
    description: 'Until when a level reports [hạn gửi báo cáo].',
    fields: (t) => ({
      level: t.expose('level', { type: AdminLevelEnum, description: 'The level.' }),
      workingDays: t.exposeInt('workingDays', {
        description: 'Working days after the last day of the period.',
      }),
    }),
  });

const ReportTemplateLine = builder.objectRef<LineRow>('ReportTemplateLine').implement({
  extensions: PUBLIC,
  description: 'A line of a template [dòng của mẫu]: an indicator, and where its value comes from.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Identity within the template.' }),
    tableCode: t.exposeString('tableCode', { description: 'The table that it stands in: `I`, `II`.' }),
    table: t.exposeString('tableVi', { description: 'Title of the table in Vietnamese.' }),
    tableEn: t.exposeString('tableEn', { description: 'The same in English.' }),
    label: t.exposeString('labelVi', { description: 'What it is called, in Vietnamese.' }),
    labelEn: t.exposeString('labelEn', { description: 'The same in English.' }),
    indicator: t.field({
      type: 'Indicator',
      description: 'What is measured.',
      resolve: async ({ indicatorCode }, _, ctx) =>
        required(await indicatorByCode(ctx).load(indicatorCode), `indicator ${indicatorCode}`),
    }),
    origin: t.expose('origin', { type: ReportOrigin, description: 'Where its value comes from.' }),
    isRequired: t.exposeBoolean('isRequired', {
      description: 'Without a value, the report is submitted only with a reason.',
    }),
  }),
});

const linesOf = perRequest<string, LineRow[]>(async (ctx, templateIds) => {
  const rows = await ctx.db.rows<LineRow & { templateId: string }>(sql`
    /* linesOfTemplates */
    select l.template_id as "templateId", l.code, l.position, l.table_code as "tableCode", l.table_vi as "tableVi",
      l.table_en as "tableEn", l.label_vi as "labelVi", l.label_en as "labelEn", l.indicator_code as "indicatorCode",
      l.origin, l.is_required as "isRequired"
    from report_template_line l where l.template_id = any(${templateIds}::text[]) order by l.template_id, l.position`);
  return groupedBy(templateIds, rows, (row) => row.templateId);
});

export const ReportTemplate = builder.objectRef<TemplateRow>('ReportTemplate').implement({
  extensions: PUBLIC,
  description:
    'What is reported, by whom, how often and until when [mẫu báo cáo]: one dated version. The templates that come with the package are no official forms; each place adapts them.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code: `TEAM_ACTIVITY`.' }),
    version: t.exposeString('version', { description: 'Name of the version.' }),
    name: t.exposeString('nameVi', { description: 'Name in Vietnamese.' }),
    nameEn: t.exposeString('nameEn', { description: 'Name in English.' }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'What to know of it, in Vietnamese. Null: nothing.',
    }),
    levels: t.expose('levels', {
      type: [AdminLevelEnum],
      description: 'The levels that report. DISTRICT only for periods until 2025-06-30.',
      listSize: { assumedSize: 4 },
    }),
    periods: t.expose('periods', {
      type: [PeriodKind],
      description: 'The kinds of period that are reported.',
      listSize: { assumedSize: 5 },
    }),
    deadlines: t.field({
      type: [ReportDeadline],
      description: 'Until when each level reports.',
      listSize: { assumedSize: 4 },
      resolve: ({ levels, deadlineDays }) =>
        levels.map((level) => ({ level, workingDays: deadlineDays[level] ?? 0 })),
    }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      description: 'First day; a report follows the version of the last day of its period.',
    }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day. Null while in force.',
    }),
    lines: t.field({
      type: [ReportTemplateLine],
      description: 'Its lines in order, at most 200.',
      listSize: { assumedSize: 20 },
      resolve: ({ id }, _, ctx) => linesOf(ctx).load(id),
    }),
  }),
});

builder.queryField('reportTemplates', (t) =>
  t.field({
    extensions: PUBLIC,
    type: [ReportTemplate],
    description:
      'Templates of period reports in force on a day, by code, at most 50. Errors: `DATE_INVALID`, `AS_OF_BEFORE_DATA`.',
    listSize: { assumedSize: 5 },
    args: { asOf: t.arg({ type: 'Date', description: 'Default: today.' }) },
    resolve: (_, { asOf }, ctx) => {
      const day = dayOf(ctx, asOf);
      return ctx.db.rows<TemplateRow>(sql`
        /* reportTemplates */
        select ${templateColumns} from report_template t
        where t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to >= ${day}::date)
        order by t.code, t.version limit 50`);
    },
  }),
);
