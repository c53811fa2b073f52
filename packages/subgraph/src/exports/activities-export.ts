import {
  ACTIVITY_KINDS,
  ACTIVITY_STATUSES,
  type ActivityKind,
  type ActivityStatus,
  formatNumber,
  type Topic,
  today,
} from '@cnscd/domain';
import sql from 'sql-template-tag';
import { periodOf } from '../arguments.ts';
import { activitiesAsked } from '../features/activities/activity-lists.ts';
import { defineExport } from './define-export.ts';
import { oneOf, text } from './export-filters.ts';
import { columnsOf, tableOf } from './export-table.ts';
import { readRows } from './read-rows.ts';
import { requireInsight } from './require-insight.ts';
import { requireWithin } from './row-limit.ts';
import { type Place, placeCells, placeColumns, placesOf } from './team-places.ts';
import { inPeriod, named, placeOf, untilDay } from './words.ts';

interface ActivityLine extends Place {
  id: string;
  teamCode: string;
  teamName: string;
  kind: ActivityKind;
  status: ActivityStatus;
  title: string;
  day: string;
  time: string;
  durationMinutes: number | null;
  heldAt: string | null;
  /** The unit that it was held in, if not the team's own. */
  heldIn: string | null;
  note: string | null;
  topic: Topic | null;
  reached: number | null;
  assisted: number | null;
  succeeded: number | null;
}

const column = columnsOf<ActivityLine>();

const FILTERS = {
  unitCode: text,
  teamId: text,
  period: text,
  status: oneOf(ACTIVITY_STATUSES),
  kind: oneOf(ACTIVITY_KINDS),
};

/**
 * Activities that the caller may see, newest first: a row for each topic of an activity, one for an activity without
 * any. The place is that of the team.
 */
export const activitiesExport = defineExport({
  kind: 'ACTIVITIES',
  access: 'SCOPED',
  filters: FILTERS,
  narrowedBy: ['period', 'unitCode', 'teamId', 'status'],
  async read(ctx, filters, limit) {
    const { region, team, where } = await activitiesAsked(ctx, filters);
    const rows = await readRows<ActivityLine>(
      ctx,
      sql`
      /* exportActivities */
      with chosen as materialized (
        select a.*, t.code as team_code, t.name as team_name, t.unit_id as team_unit_id
        from activity a join team t on t.id = a.team_id
        where ${where} and (${filters.kind}::activity_kind is null or a.kind = ${filters.kind}::activity_kind)
        order by a.starts_at desc, a.id desc limit ${limit.mostRows + 1}
      ), place as materialized ${placesOf(sql`select team_unit_id from chosen`)}
      select a.id, a.team_code as "teamCode", a.team_name as "teamName", ${placeColumns()}, a.kind, a.status, a.title,
        local.at::date as day, to_char(local.at, 'HH24:MI') as time, a.duration_minutes as "durationMinutes",
        a.place as "heldAt", held.full_name as "heldIn", a.note,
        o.topic, o.reached, o.assisted, o.succeeded
      from chosen a
      cross join lateral (select a.starts_at at time zone 'Asia/Ho_Chi_Minh' as at) local
      left join activity_outcome o on o.activity_id = a.id
      left join place on place.unit_id = a.team_unit_id
      left join admin_unit held on held.id = a.unit_id and a.unit_id <> a.team_unit_id
      order by a.starts_at desc, a.id desc, o.topic limit ${limit.mostRows + 1}`,
    );
    if (rows.length === 0) await requireInsight(ctx, region);
    return tableOf(
      {
        kind: 'ACTIVITIES',
        title: 'Danh sách hoạt động của tổ công nghệ số cộng đồng',
        place: team === null ? placeOf(region) : team.name,
        regionId: team?.unitId ?? region?.id ?? null,
        time: inPeriod(periodOf(filters.period)) ?? untilDay(today(ctx.now)),
        measureUnit: 'lượt người',
        counted: `${formatNumber(new Set(rows.map(({ id }) => id)).size)} hoạt động`,
        notes: ['Mỗi dòng là một nội dung của một hoạt động.'],
      },
      [
        column.text('Mã hoạt động', (row) => row.id, { widthCharacters: 38, onPaper: 'NEVER' }),
        column.text('Mã tổ', (row) => row.teamCode, { widthCharacters: 18, onPaper: 'NEVER' }),
        column.text('Tên tổ', (row) => row.teamName, { widthCharacters: 40, onPaper: 'HEADING' }),
        ...placeCells<ActivityLine>('NEVER'),
        column.text('Loại hoạt động', (row) => named('activityKind', row.kind), { widthCharacters: 28 }),
        column.text('Trạng thái', (row) => named('activityStatus', row.status), {
          widthCharacters: 16,
          onPaper: 'IF_TELLING',
        }),
        column.text('Tên hoạt động', (row) => row.title, { widthCharacters: 40 }),
        column.day('Ngày', (row) => row.day),
        column.text('Giờ', (row) => row.time, { widthCharacters: 8 }),
        column.count('Thời lượng (phút)', (row) => row.durationMinutes, { onPaper: 'NEVER' }),
        column.text('Địa điểm', (row) => row.heldAt),
        column.text('Đơn vị nơi tổ chức', (row) => row.heldIn, { onPaper: 'NEVER' }),
        column.text('Nội dung', (row) => named('topic', row.topic), { widthCharacters: 30 }),
        column.count('Số người được tiếp cận', (row) => row.reached, { isSummed: true }),
        column.count('Số người được hỗ trợ', (row) => row.assisted, { isSummed: true }),
        column.count('Số người làm được', (row) => row.succeeded, { isSummed: true }),
        column.text('Ghi chú', (row) => row.note, { widthCharacters: 40, onPaper: 'NEVER' }),
      ],
      requireWithin(rows, limit),
    );
  },
});
