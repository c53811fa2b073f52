import { reportVariance } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { required } from '../../entities/required.ts';
import { unitById } from '../../entities/unit.ts';
import { Aggregation, Qualifier, ReportOrigin } from '../../enums.ts';
import { FigureWarning } from '../../figure-warning.ts';
import { HELD } from '../../permissions/access.ts';
import { standingNumber, type ValuePart, type ValueRow } from '../../reports/report-rows.ts';
import type { ReportTable as TableRow } from '../../reports/report-tables.ts';

const ReportPart = builder.objectRef<ValuePart>('ReportPart').implement({
  extensions: HELD,
  description:
    'What a unit contributes to a value for a stretch of the period [phần trước và sau sáp nhập]: one that went into the reporting unit, or that unit itself.',
  fields: (t) => ({
    unit: t.field({
      type: 'AdminUnit',
      description: 'The unit that had the place.',
      resolve: async ({ unitId }, _, ctx) =>
        required(await unitById(ctx).load(unitId), `admin_unit ${unitId}`),
    }),
    from: t.expose('from', { type: 'Date', description: 'First day of the stretch.' }),
    to: t.expose('to', { type: 'Date', description: 'Last day of the stretch.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'Its value. Null: not known.' }),
    reportId: t.exposeID('reportId', {
      nullable: true,
      description: 'The approved report that the value is taken from. Null: it was counted.',
    }),
  }),
});

const ReportCorrection = builder.objectRef<ValueRow>('ReportCorrection').implement({
  extensions: HELD,
  description: 'A value that was set by hand in place of the filled one [số sửa tay].',
  fields: (t) => ({
    value: t.exposeFloat('corrected', { nullable: true, description: 'The value instead.' }),
    replaces: t.exposeFloat('correctedFrom', {
      nullable: true,
      description: 'What had been filled at that time; compare it with `filled`. Null: nothing was known.',
    }),
    reason: t.string({ description: 'Why.', resolve: ({ correctionReason }) => correctionReason ?? '' }),
    by: t.string({
      description: 'Who: the subject of the sign-in.',
      resolve: ({ correctedBy }) => correctedBy ?? '',
    }),
    at: t.field({
      type: 'DateTime',
      description: 'When.',
      resolve: ({ correctedAt }) => required(correctedAt, 'the time of a correction'),
    }),
  }),
});

export const ReportValue = builder.objectRef<ValueRow>('ReportValue').implement({
  extensions: HELD,
  description:
    'A value of a report [giá trị trong báo cáo], with where it comes from and what it is compared with.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'The line of the template.' }),
    label: t.exposeString('labelVi', { description: 'What it is, in Vietnamese.' }),
    labelEn: t.exposeString('labelEn', { description: 'The same in English.' }),
    indicatorCode: t.exposeString('indicatorCode', { description: 'The indicator.' }),
    measureUnit: t.exposeString('measureUnit', { description: 'Unit of measure: PERSON TEAM PERCENT …' }),
    aggregation: t.expose('aggregation', {
      type: Aggregation,
      description: 'How values of several units become one.',
    }),
    isRequired: t.exposeBoolean('isRequired', { description: 'Whether a missing value needs a reason.' }),
    value: t.float({
      nullable: true,
      description:
        'The value that the report stands for: corrected, or else filled. Null: not known, never 0 for that.',
      resolve: (value) => standingNumber(value).value,
    }),
    numerator: t.float({
      nullable: true,
      description: 'Of a rate. Null where not known.',
      resolve: (value) => standingNumber(value).numerator,
    }),
    denominator: t.float({
      nullable: true,
      description: 'Of a rate. Null where not known.',
      resolve: (value) => standingNumber(value).denominator,
    }),
    filled: t.exposeFloat('value', {
      nullable: true,
      description: 'As it was filled, whatever was corrected. Null: not known.',
    }),
    qualifier: t.expose('qualifier', { type: Qualifier, description: 'How sure the filled value is.' }),
    origin: t.field({
      type: ReportOrigin,
      description: 'Where the value comes from.',
      resolve: ({ isCorrected, origin }) => (isCorrected ? 'CORRECTED' : origin),
    }),
    own: t.exposeFloat('own', {
      nullable: true,
      description:
        "What the unit's own register, activities or figures give, beside what was gathered from below. Null: nothing.",
    }),
    variance: t.float({
      nullable: true,
      description: 'Own less the value. Null where either is missing, or they are the same thing.',
      resolve: (value) =>
        value.origin === 'CHILDREN' || value.isCorrected
          ? reportVariance(value.own, standingNumber(value).value)
          : null,
    }),
    completeness: t.exposeFloat('completeness', {
      description: 'The share, 0–1, of what it joins that has a value.',
    }),
    warnings: t.expose('warnings', {
      type: [FigureWarning],
      description: 'What a reader must know.',
      listSize: { assumedSize: 1 },
    }),
    parts: t.expose('parts', {
      type: [ReportPart],
      description:
        'Before and after a merger within the period. Of what happens, they add up to the value; of teams and people that were there in several stretches, they do not. Empty without a merger.',
      listSize: { assumedSize: 1 },
    }),
    correction: t.field({
      type: ReportCorrection,
      nullable: true,
      description: 'What was set by hand. Null: nothing.',
      resolve: (value) => (value.isCorrected ? value : null),
    }),
  }),
});

export const ReportTable = builder.objectRef<TableRow>('ReportTable').implement({
  extensions: HELD,
  description: 'A table of a report [bảng số liệu].',
  fields: (t) => ({
    code: t.exposeString('code', { description: '`I`, `II` …' }),
    title: t.exposeString('title', { description: 'Title in Vietnamese.' }),
    titleEn: t.exposeString('titleEn', { description: 'The same in English.' }),
    values: t.expose('values', {
      type: [ReportValue],
      description: 'Its lines in order.',
      listSize: { assumedSize: 8 },
    }),
  }),
});
