import {
  type ComputedMeasure,
  type Period,
  period,
  periodBounds,
  type Qualifier,
  today,
} from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { groupBy, perRequest } from '../../context.ts';
import type { IndicatorRow, TargetRow } from '../../entities/rows.ts';
import { Qualifier as QualifierEnum } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { INSIDE_TEAM } from '../../permissions/guards.ts';
import type { ComputedRegion } from '../../rollup/computed-in-regions.ts';
import { computedOfTeams } from '../../rollup/computed-of-teams.ts';
import { computedOf } from '../../rollup/computed-value.ts';
import { indicators } from './kpi-loader.ts';
import { attainmentOf } from './kpi-value.ts';
import { Target, targetsOfTeams } from './target.ts';

interface TeamKpiRow {
  indicator: IndicatorRow;
  period: Period;
  value: number | null;
  qualifier: Qualifier;
  target: TargetRow | null;
}

const TeamKpi = builder.objectRef<TeamKpiRow>('TeamKpi').implement({
  extensions: PUBLIC,
  description:
    'An indicator as the verified activities of one team give it, with its target [kết quả của tổ].',
  fields: (t) => ({
    indicator: t.field({
      type: 'Indicator',
      description: 'What is measured.',
      resolve: (kpi) => kpi.indicator,
    }),
    period: t.expose('period', { type: 'Period', description: 'The period.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description:
        'In the unit of measure of the indicator; 0 is none. Null: the period has not begun, or nobody took the count.',
    }),
    qualifier: t.expose('qualifier', {
      type: QualifierEnum,
      description: 'AT_LEAST where some activities have no count; EXACT where there is no value.',
    }),
    target: t.field({
      type: Target,
      nullable: true,
      description: 'The target set for the team in this very period. Null where there is none.',
      resolve: (kpi) => kpi.target,
    }),
    attainment: t.float({
      nullable: true,
      description: 'Value ÷ target (target ÷ value for AT_MOST), 1 = just attained. Null where unclear.',
      resolve: attainmentOf,
    }),
  }),
});

builder.objectField('Team', 'kpis', (t) =>
  t.field({
    type: [TeamKpi],
    description:
      'Every indicator that is counted from what one team does, by code, at most 100: as its verified activities in the period give it, against the target set for it. For who sees inside the team. Errors: `SIGN_IN_REQUIRED`, `NOT_PERMITTED`, `PERIOD_INVALID`.',
    extensions: INSIDE_TEAM,
    listSize: { assumedSize: 20 },
    args: { period: t.arg({ type: 'Period', required: true, description: 'The period.' }) },
    async resolve({ id }, args, ctx) {
      const asked = period(args.period);
      const [all, computed, targets] = await Promise.all([
        indicators(ctx).load('ALL'),
        activitiesOfTeam(ctx).load({ teamId: id, period: asked }),
        targetsOfTeams(ctx).load(id),
      ]);
      const hasBegun = periodBounds(asked).from <= today(ctx.now);
      return all.filter(isOfOneTeam).map((indicator): TeamKpiRow => {
        const { value } = computedOf({ computed, registered: null, hasBegun }, indicator);
        return {
          ...{
            indicator,
            period: asked,
            value: value?.value ?? null,
            qualifier: value?.qualifier ?? 'EXACT',
          },
          target:
            targets.find((target) => target.indicatorCode === indicator.code && target.period === asked) ??
            null,
        };
      });
    },
  }),
);

/** What teams are counted for says nothing of one of them. */
const OF_MANY_TEAMS: readonly (ComputedMeasure | null)[] = ['ACTIVE_TEAMS', 'TEAMS', 'MEMBERS', null];

const isOfOneTeam = ({ measure }: IndicatorRow) => !OF_MANY_TEAMS.includes(measure);

interface TeamPeriod {
  teamId: string;
  period: Period;
}

const activitiesOfTeam = perRequest<TeamPeriod, ComputedRegion | null>(
  async (ctx, keys) => {
    const found = new Map<string, ComputedRegion>();
    for (const group of groupBy(keys, ({ period }) => period).values()) {
      const [{ period }] = group;
      for (const row of await computedOfTeams(
        ctx,
        group.map(({ teamId }) => teamId),
        period,
      ))
        found.set(nameOf({ teamId: row.regionId, period }), row);
    }
    return keys.map((key) => found.get(nameOf(key)) ?? null);
  },
  (key) => nameOf(key),
);

const nameOf = ({ teamId, period }: TeamPeriod) => `${period} ${teamId}`;
