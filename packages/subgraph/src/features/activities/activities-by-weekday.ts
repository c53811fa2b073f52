import { DAY_PARTS, type Weekday as Day, type DayPart as Part, type Period, WEEKDAYS } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf, periodOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { requireUnit } from '../../entities/unit.ts';
import { DayPart, Weekday } from '../../enums.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { coversUnit, scopeOf } from '../../permissions/scope.ts';
import { notPermitted } from '../../permissions/sign-in.ts';
import { isWithin } from './activity-lists.ts';

interface WeekdayCount {
  weekday: Day;
  dayPart: Part;
  activities: number;
}

const WeekdayActivities = builder.objectRef<WeekdayCount>('WeekdayActivities').implement({
  description: 'How many activities begin on a day of the week and in a part of the day, in Việt Nam.',
  extensions: HELD,
  fields: (t) => ({
    weekday: t.expose('weekday', { type: Weekday, description: 'Day of the week.' }),
    dayPart: t.expose('dayPart', { type: DayPart, description: 'Part of the day.' }),
    activities: t.exposeInt('activities', { description: 'Verified activities; 0 is none.' }),
  }),
});

builder.queryField('activitiesByWeekday', (t) =>
  t.field({
    type: [WeekdayActivities],
    extensions: SCOPED,
    description:
      'When verified activities of a unit take place, to see whether they fit working people: all 21 pairs of weekday and part of the day, from Monday morning on [hoạt động theo thứ và buổi]. For officers of the unit. Errors: `NOT_PERMITTED`, `UNIT_NOT_FOUND`, `PERIOD_INVALID`.',
    listSize: { assumedSize: WEEKDAYS.length * DAY_PARTS.length },
    args: {
      unitCode: t.arg.string({ required: true, description: 'Official code; predecessors are included.' }),
      period: t.arg({ type: 'Period', required: true, description: 'When they begin.' }),
    },
    resolve: async (_, args, ctx) => {
      const period = periodOf(args.period);
      const unit = await requireUnit(ctx, args.unitCode, dayOf(ctx, null));
      return period === null ? [] : countByWeekday(ctx, unit.id, period);
    },
  }),
);

async function countByWeekday(ctx: Context, unitId: string, period: Period): Promise<WeekdayCount[]> {
  const [row] = await ctx.db.rows<{
    isCovered: boolean;
    counts: [isoDay: number, part: Part, count: number][];
  }>(sql`
    /* activitiesByWeekday */
    select ${coversUnit(await scopeOf(ctx), sql`region.id`)} as "isCovered", coalesce((
      select json_agg(json_build_array(weekday, part, activities)) from (
        select extract(isodow from local)::int as weekday, count(*) as activities,
          case when local::time < '12:00' then 'MORNING' when local::time < '18:00' then 'AFTERNOON' else 'EVENING' end as part
        from unit_scope s join team t on t.unit_id = s.unit_id join activity a on a.team_id = t.id
        cross join lateral (select a.starts_at at time zone 'Asia/Ho_Chi_Minh' as local) as begin
        where s.region_id = region.id and s.containment = 'WHOLE' and a.status = 'VERIFIED' and ${isWithin(period)}
        group by weekday, part) as counted), '[]') as counts
    from (select ${unitId}::text as id) as region`);
  if (row?.isCovered !== true) throw notPermitted('COMMUNE_OFFICER', 'unitCode');
  const found = new Map(row.counts.map(([isoDay, part, count]) => [`${isoDay} ${part}`, count]));
  return WEEKDAYS.flatMap((weekday, index) =>
    DAY_PARTS.map((dayPart) => ({ weekday, dayPart, activities: found.get(`${index + 1} ${dayPart}`) ?? 0 })),
  );
}
