import {
  DomainError,
  formatDate,
  isStorableText,
  type Language,
  type LocalDate,
  type Messages,
  shown,
} from '@cnscd/domain';
import sql, { raw, type Sql } from 'sql-template-tag';
import { type Context, inOrder, perRequest } from '../context.ts';
import type { TeamRow } from './rows.ts';
import { inLowerCase, isUuid } from './uuid.ts';

/** The columns of a TeamRow, from team under the alias t. */
export const teamColumns = raw(`
  t.id, t.code, t.name, t.kind, t.status, t.level, t.unit_id as "unitId", t.employer, t.founded_on as "foundedOn",
  t.ended_on as "endedOn", t.decision_id as "decisionId", t.no_decision_reason as "noDecisionReason", t.zalo_group_url as "zaloGroupUrl",
  t.zalo_group_status as "zaloGroupStatus", t.is_synthetic as "isSynthetic", t.version, t.search_text as "sortKey"`);

/** Whether the team under the alias t worked on one of these days: founded, not yet ended, and more than a plan. */
export const workedWithin = (from: string | Sql, to: string | Sql) => sql`(t.status <> 'PLANNED'
  and (t.founded_on is null or t.founded_on <= ${to}::date) and (t.ended_on is null or t.ended_on >= ${from}::date))`;

/** Whether it worked on a day. */
export const workedOn = (day: string | Sql) => workedWithin(day, day);

export const teamById = perRequest<string, TeamRow | null>(async (ctx, ids) => {
  const rows = await ctx.db.rows<TeamRow>(sql`
    /* teamById */
    select ${teamColumns} from team t where t.id = any(${ids.filter(isUuid)}::uuid[])`);
  return inOrder(inLowerCase(ids), rows, (row) => row.id);
});

export const teamByCode = perRequest<string, TeamRow | null>(async (ctx, codes) => {
  const rows = await ctx.db.rows<TeamRow>(sql`
    /* teamByCode */
    select ${teamColumns} from team t where t.code = any(${codes.filter(isStorableText)}::text[])`);
  return inOrder(codes, rows, (row) => row.code);
});

/** @throws {DomainError} `TEAM_NOT_FOUND` naming the field */
export async function requireTeam(ctx: Context, id: string, field = 'id'): Promise<TeamRow> {
  const team = await teamById(ctx).load(id);
  if (team === null) throw teamNotFound(field, id);
  return team;
}

/**
 * The refusal of what a team that was merged or dissolved no longer takes.
 *
 * @param instead - what to do, in the words that follow "The team ended on …;"
 */
export function teamEnded(
  { endedOn }: Pick<TeamRow, 'endedOn'>,
  field: string,
  instead: Messages,
): DomainError {
  const day = (language: Language) => formatDate(endedOn as LocalDate, language); // from the database, a real day
  const [vi, en] = endedOn === null ? ['', ''] : [` ngày ${day('vi')}`, ` on ${day('en')}`];
  return new DomainError(
    'TEAM_ENDED',
    { vi: `Tổ đã kết thúc${vi}; ${instead.vi}.`, en: `The team ended${en}; ${instead.en}.` },
    { field },
  );
}

/** The refusal of an id or a code that no team has. */
export function teamNotFound(field: string, value: string): DomainError {
  return new DomainError(
    'TEAM_NOT_FOUND',
    {
      vi: `Không có tổ nào với ${field} ${shown(value)}.`,
      en: `There is no team with the ${field} ${shown(value)}.`,
    },
    { field, value: shown(value) },
  );
}
