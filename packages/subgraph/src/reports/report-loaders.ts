import sql from 'sql-template-tag';
import { type Context, groupedBy, inOrder, perRequest } from '../context.ts';
import { required } from '../entities/required.ts';
import {
  type EditionRow,
  editionColumns,
  type ReportRow,
  type StepRow,
  stepColumns,
  type TemplateRow,
  templateColumns,
  type ValueRow,
  valueColumns,
} from './report-rows.ts';

// What hangs on reports, for all that a request asks about: one statement each.

export const templateById = perRequest<string, TemplateRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<TemplateRow>(sql`
    /* templateById */
    select ${templateColumns} from report_template t where t.id = any(${ids}::text[])`);
  return inOrder(ids, rows, (row) => row.id);
});

/** The version of the template that a report follows. */
export async function templateOf(
  ctx: Context,
  { templateId }: Pick<ReportRow, 'templateId'>,
): Promise<TemplateRow> {
  return required(await templateById(ctx).load(templateId), `report_template ${templateId}`);
}

/** Editions of reports, newest first. */
export const editionsOf = perRequest<string, EditionRow[]>(async (ctx, reportIds) => {
  const rows = await ctx.db.rows<EditionRow>(sql`
    /* editionsOf */
    select ${editionColumns} from report_edition e where e.report_id = any(${reportIds}::uuid[])
    order by e.report_id, e.number desc`);
  return groupedBy(reportIds, rows, (row) => row.reportId);
});

/** The edition that a report stands at. */
export async function editionOf(
  ctx: Context,
  { id, edition }: Pick<ReportRow, 'id' | 'edition'>,
): Promise<EditionRow> {
  const editions = await editionsOf(ctx).load(id);
  return required(
    editions.find(({ number }) => number === edition) ?? null,
    `report_edition ${id} ${edition}`,
  );
}

/** Names an edition. */
export interface EditionKey {
  reportId: string;
  edition: number;
}

const keyOf = ({ reportId, edition }: EditionKey) => `${reportId} ${edition}`;

/** Values of editions, in the order of their lines. */
export const valuesOf = perRequest<EditionKey, ValueRow[]>(async (ctx, keys) => {
  const rows = await ctx.db.rows<ValueRow>(sql`
    /* reportValues */
    select ${valueColumns} from unnest(${keys.map((key) => key.reportId)}::uuid[], ${keys.map((key) => key.edition)}::int[])
      as asked (report_id, edition)
    join report_value v on v.report_id = asked.report_id and v.edition = asked.edition
    order by v.report_id, v.edition, v.position, v.code`);
  return groupedBy(keys.map(keyOf), rows, keyOf);
}, keyOf);

/** What was done with reports, oldest first. */
export const stepsOf = perRequest<string, StepRow[]>(async (ctx, reportIds) => {
  const rows = await ctx.db.rows<StepRow>(sql`
    /* reportSteps */
    select ${stepColumns} from report_step s where s.report_id = any(${reportIds}::uuid[]) order by s.report_id, s.id`);
  return groupedBy(reportIds, rows, (row) => row.reportId);
});
