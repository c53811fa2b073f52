import sql from 'sql-template-tag';
import { builder } from '../../builder.ts';
import { inOrder, perRequest } from '../../context.ts';
import { required } from '../../entities/required.ts';
import { unitById } from '../../entities/unit.ts';
import { inLowerCase, isUuid } from '../../entities/uuid.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';
import { oversees, scopeOf } from '../../permissions/scope.ts';
import { type WaiverRow, waiverColumns } from '../../reports/report-rows.ts';

export const ReportWaiver = builder.objectRef<WaiverRow>('ReportWaiver').implement({
  extensions: HELD,
  description: 'The report above is made without that of a unit [miễn báo cáo]: why, and who decided.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    templateCode: t.exposeString('templateCode', { description: 'The template.' }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    unit: t.field({
      type: 'AdminUnit',
      description: 'Whose report is done without.',
      resolve: async ({ unitId }, _, ctx) =>
        required(await unitById(ctx).load(unitId), `admin_unit ${unitId}`),
    }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    by: t.exposeString('actor', { description: 'Who decided: the subject of the sign-in.' }),
    waivedAt: t.expose('waivedAt', { type: 'DateTime', description: 'When.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was taken back. Null while it holds.',
    }),
    version: t.exposeInt('version', { description: 'Rises with each change.' }),
  }),
});

/** Waivers of units that the caller oversees; null for all others. */
export const waiverById = perRequest<string, WaiverRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<WaiverRow>(sql`
    /* waiverById */
    select ${waiverColumns} from report_waiver w
    where w.id = any(${ids.filter(isUuid)}::uuid[]) and ${oversees(scope, sql`w.unit_id`)}`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

versioned({
  type: 'ReportWaiver',
  load: (ctx, id) => waiverById(ctx).load(id),
  notFound: 'WAIVER_NOT_FOUND',
});

/** What the writes of a waiver answer. */
export const ReportWaiverResult = resultUnion('ReportWaiver');
