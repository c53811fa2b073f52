import {
  ADMIN_LEVELS,
  type AdminLevel,
  formatNumber,
  TEAM_KINDS,
  TEAM_STATUSES,
  type TeamKind,
  type TeamStatus,
  ZALO_GROUP_STATUSES,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../arguments.ts';
import { teamsAsked } from '../features/teams/team-lists.ts';
import { scopeOf, seesTeam } from '../permissions/scope.ts';
import { inNaturalOrder } from '../sql-fragments.ts';
import { defineExport } from './define-export.ts';
import { flag, oneOf, text } from './export-filters.ts';
import { columnsOf, tableOf } from './export-table.ts';
import { readRows } from './read-rows.ts';
import { requireWithin } from './row-limit.ts';
import { type Place, placeCells, placeColumns, placesOf } from './team-places.ts';
import { named, placeOf, untilDay } from './words.ts';

interface TeamLine extends Place {
  code: string;
  name: string;
  kind: TeamKind;
  status: TeamStatus;
  level: AdminLevel;
  employer: string | null;
  foundedOn: string | null;
  endedOn: string | null;
  decisionNumber: string | null;
  decisionIssuedOn: string | null;
  /** These three are of the team's own: null for who does not see inside it. */
  noDecisionReason: string | null;
  zaloGroupUrl: string | null;
  members: number | null;
}

const column = columnsOf<TeamLine>();

const FILTERS = {
  unitCode: text,
  asOf: text,
  search: text,
  level: oneOf(ADMIN_LEVELS),
  kind: oneOf(TEAM_KINDS),
  status: oneOf(TEAM_STATUSES),
  hasDecision: flag,
  zaloGroupStatus: oneOf(ZALO_GROUP_STATUSES),
};

/** Teams, with the filters of the query `teams`. Members are counted on the day asked for, or today. */
export const teamsExport = defineExport({
  kind: 'TEAMS',
  access: 'PUBLIC',
  filters: FILTERS,
  narrowedBy: ['unitCode', 'level', 'kind', 'search'],
  async read(ctx, filters, limit) {
    const { region, where } = await teamsAsked(ctx, filters);
    const day = dayOf(ctx, filters.asOf);
    const rows = await readRows<TeamLine>(
      ctx,
      sql`
      /* exportTeams */
      with chosen as materialized (
        select t.* from team t where ${where} order by t.search_text, t.id limit ${limit.mostRows + 1}
      ), place as materialized ${placesOf(sql`select unit_id from chosen`)}
      select t.code, t.name, t.kind, t.status, t.level, t.employer, t.founded_on as "foundedOn", t.ended_on as "endedOn",
        d.number as "decisionNumber", d.issued_on as "decisionIssuedOn", ${placeColumns()},
        case when seen.it then t.no_decision_reason end as "noDecisionReason",
        -- A made-up team has a made-up link, which leads nowhere and which no import takes.
        case when seen.it and t.zalo_group_status <> 'NONE' and not t.is_synthetic then t.zalo_group_url end as "zaloGroupUrl",
        case when seen.it then (
          select count(distinct ms.member_id) from membership ms where ms.team_id = t.id
            and ms.valid_from <= ${day}::date and (ms.valid_to is null or ms.valid_to >= ${day}::date)) end as members
      from chosen t
      left join place on place.unit_id = t.unit_id
      left join founding_decision d on d.id = t.decision_id
      cross join lateral (select ${seesTeam(await scopeOf(ctx))} as it) seen
      order by place.in_order nulls last, ${inNaturalOrder(sql`t.search_text`)}, t.id`,
    );
    return tableOf(
      {
        kind: 'TEAMS',
        title: 'Danh sách tổ công nghệ số cộng đồng',
        place: placeOf(region),
        regionId: region?.id ?? null,
        time: untilDay(day),
        measureUnit: null,
        counted: `${formatNumber(rows.length)} tổ`,
        notes: rows.every(({ members }) => members === null) ? [] : [MEMBERS_NOTE],
      },
      [
        column.text('Mã tổ', (team) => team.code, { widthCharacters: 18, onPaper: 'NEVER' }),
        column.text('Tên tổ', (team) => team.name, { widthCharacters: 40 }),
        ...placeCells<TeamLine>(),
        column.text('Loại tổ', (team) => named('teamKind', team.kind), {
          widthCharacters: 30,
          onPaper: 'IF_TELLING',
        }),
        column.text('Cấp', (team) => named('adminLevel', team.level), {
          widthCharacters: 18,
          onPaper: 'NEVER',
        }),
        column.text('Trạng thái', (team) => named('teamStatus', team.status), {
          widthCharacters: 16,
          onPaper: 'IF_TELLING',
        }),
        column.text('Doanh nghiệp', (team) => team.employer, { onPaper: 'IF_TELLING' }),
        column.day('Ngày thành lập', (team) => team.foundedOn),
        column.day('Ngày kết thúc', (team) => team.endedOn, { onPaper: 'IF_TELLING' }),
        column.text('Số quyết định', (team) => team.decisionNumber, { widthCharacters: 18 }),
        column.day('Ngày quyết định', (team) => team.decisionIssuedOn),
        column.text('Lý do chưa có quyết định', (team) => team.noDecisionReason, { onPaper: 'NEVER' }),
        column.text('Link nhóm Zalo', (team) => team.zaloGroupUrl, { onPaper: 'NEVER' }),
        column.count('Số thành viên', (team) => team.members, { isSummed: true }),
      ],
      requireWithin(rows, limit),
    );
  },
});

const MEMBERS_NOTE = 'Số thành viên là số người trong từng tổ; một người ở hai tổ được đếm ở cả hai.';
