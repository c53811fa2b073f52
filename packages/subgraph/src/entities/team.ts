import sql, { raw } from 'sql-template-tag';
import { inOrder, perRequest } from '../context.ts';
import type { TeamRow } from './rows.ts';

/** The columns of a TeamRow, from team under the alias t. */
export const teamColumns = raw(`
  t.id, t.code, t.name, t.kind, t.status, t.level, t.unit_id as "unitId", t.employer, t.founded_on as "foundedOn",
  t.ended_on as "endedOn", t.decision_id as "decisionId", t.zalo_group_url as "zaloGroupUrl",
  t.zalo_group_status as "zaloGroupStatus", t.is_synthetic as "isSynthetic", t.version, t.search_text as "sortKey"`);

export const teamById = perRequest<string, TeamRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<TeamRow>(sql`
    /* teamById */
    select ${teamColumns} from team t where t.id = any(${ids.filter(isUuid)}::uuid[])`);
  return inOrder(ids, rows, (row) => row.id);
});

export const teamByCode = perRequest<string, TeamRow | null>(async (ctx, codes) => {
  const rows = await ctx.db.rows<TeamRow>(sql`
    /* teamByCode */
    select ${teamColumns} from team t where t.code = any(${codes}::text[])`);
  return inOrder(codes, rows, (row) => row.code);
});

/** What is no UUID names no row; PostgreSQL would refuse the whole statement. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
