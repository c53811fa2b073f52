import { type AdminLevel, DomainError, shown, type ViewerRole } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { type Context, inOrder, perRequest } from '../context.ts';
import { inLowerCase, isUuid } from '../entities/uuid.ts';
import type { Write } from '../operations/write.ts';
import { oversees, regionsAround, roleWithin, type Scope, scopeOf } from '../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../permissions/sign-in.ts';
import { type ReportRow, reportColumns } from './report-rows.ts';

/** Who fills and submits the reports of a level, and so approves those of the level below. */
const FILLERS: Readonly<Record<AdminLevel, ViewerRole>> = {
  NATION: 'ADMINISTRATOR',
  PROVINCE: 'PROVINCIAL_OFFICER',
  // The level has no officers of its own here.
  DISTRICT: 'PROVINCIAL_OFFICER',
  COMMUNE: 'COMMUNE_OFFICER',
  // A village has no officer: the leader of a team there reports, or the commune for it.
  VILLAGE: 'LEADER',
};

/** What somebody may do with the reports of a unit. */
export interface ReportRights {
  /** Fill, correct and submit them. */
  mayFill: boolean;
  /** Return, approve, lock and reopen them, and do without them. */
  mayApprove: boolean;
}

/** What the rights of the caller follow from. */
interface Standing {
  level: AdminLevel;
  /** Regions of the caller around the unit. */
  regionIds: string[];
  /** Regions of the caller around the unit that it reports to; of the uppermost, around itself. */
  aboveIds: string[];
  aboveLevel: AdminLevel | null;
  /** Whether the caller leads a team of the unit itself. */
  leads: boolean;
}

export function rightsOf(
  scope: Scope,
  { level, regionIds, aboveIds, aboveLevel, leads }: Standing,
): ReportRights {
  const own = roleWithin(scope, regionIds, null) ?? (leads && level === 'VILLAGE' ? 'LEADER' : null);
  const above = roleWithin(scope, aboveIds, null);
  return {
    mayFill: isAtLeast(own, FILLERS[level]),
    mayApprove: isAtLeast(above, FILLERS[aboveLevel ?? level]),
  };
}

/** The columns that rights follow from, for a unit and the one that it reports to. */
export const standingColumns = (scope: Scope, unitId: Sql, parentId: Sql): Sql => sql`
  ${regionsAround(scope, unitId)} as "regionIds",
  ${regionsAround(scope, sql`coalesce(${parentId}, ${unitId})`)} as "aboveIds",
  (select above.level from admin_unit above where above.id = ${parentId}) as "aboveLevel",
  ${leadsIn(scope, unitId)} as leads`;

/** Whether the caller leads a team that belongs to the unit itself. */
const leadsIn = ({ teams }: Scope, unitId: Sql): Sql => {
  const led = teams.filter(({ role }) => role !== 'MEMBER').map(({ teamId }) => teamId);
  return sql`exists (select from team led where led.unit_id = ${unitId} and led.id = any(${led}::uuid[]))`;
};

/** Whether the scope sees the report under the alias r: it oversees the unit, or leads a team of a village. */
export const seesReport = (scope: Scope): Sql =>
  sql`(${oversees(scope, sql`r.unit_id`)} or (r.level = 'VILLAGE' and ${leadsIn(scope, sql`r.unit_id`)}))`;

/** Reports that the caller sees; null for all others. */
export const reportSeen = perRequest<string, ReportRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<ReportRow>(sql`
    /* reportSeen */
    select ${reportColumns} from report r where r.id = any(${ids.filter(isUuid)}::uuid[]) and ${seesReport(scope)}`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

/** What the caller may do with reports that they see. */
export const reportRights = perRequest<string, ReportRights>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<Standing & { id: string }>(sql`
    /* reportRights */
    select r.id, r.level, ${standingColumns(scope, sql`r.unit_id`, sql`r.parent_id`)}
    from report r where r.id = any(${ids}::uuid[])`);
  return inOrder(ids, rows, (row) => row.id).map((row) =>
    row === null ? { mayFill: false, mayApprove: false } : rightsOf(scope, row),
  );
});

/** A report that a write is about, kept from others until the write is done. */
export interface ReportForWrite extends ReportRow {
  unitName: string;
}

/**
 * The report of an id, for who may fill it (FILL), or for who decides about it (APPROVE). The one above is locked
 * first, so that two writes about both never wait for one another for ever.
 *
 * @throws {DomainError} `REPORT_NOT_FOUND`, also for one that the caller does not see; `NOT_PERMITTED`
 */
export async function requireReportAs(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  id: string,
  right: 'FILL' | 'APPROVE',
): Promise<ReportForWrite> {
  if (right === 'APPROVE' && isUuid(id)) {
    await tx.rows(sql`
      /* lockReportAbove */
      select above.id from report r join report above
        on above.template_code = r.template_code and above.period = r.period
        and (above.unit_id = r.parent_id or above.unit_id in (select l.to_id from unit_link l where l.from_id = r.unit_id))
      where r.id = ${id}::uuid order by above.id for share of above`);
  }
  const [row] = isUuid(id)
    ? await tx.rows<ReportForWrite & Standing>(sql`
        /* reportForWrite */
        select ${reportColumns}, u.full_name as "unitName", ${standingColumns(scope, sql`r.unit_id`, sql`r.parent_id`)}
        from report r join admin_unit u on u.id = r.unit_id
        where r.id = ${id}::uuid and ${seesReport(scope)} for no key update of r`)
    : [];
  if (row === undefined) throw reportNotFound(id);
  const { mayFill, mayApprove } = rightsOf(scope, row);
  if (right === 'FILL' && !mayFill) throw notPermitted(FILLERS[row.level], 'id');
  if (right === 'APPROVE' && !mayApprove) throw notPermitted(FILLERS[row.aboveLevel ?? row.level], 'id');
  return row;
}

/** The refusal of somebody who may not fill, or not decide about, reports of a level. */
export const reportNotPermitted = (level: AdminLevel, field: string): DomainError =>
  notPermitted(FILLERS[level], field);

/** The refusal of an id that no report has, or none that the caller sees. */
export function reportNotFound(id: string): DomainError {
  return new DomainError(
    'REPORT_NOT_FOUND',
    { vi: `Không có báo cáo nào với id ${shown(id)}.`, en: `There is no report with the id ${shown(id)}.` },
    { field: 'id', value: shown(id) },
  );
}

/** @throws {DomainError} `REPORT_NOT_FOUND` */
export async function requireReportSeen(ctx: Context, id: string): Promise<ReportRow> {
  const report = await reportSeen(ctx).load(id);
  if (report === null) throw reportNotFound(id);
  return report;
}
