import { type StatedFigure, statedTotal } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { type Context, groupedBy, perRequest } from '../../context.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { MOST_STATED, regionArguments, statedFor } from '../../region-statements.ts';
import { sourceField } from '../../source-field.ts';

const BenefitProgramme = builder.prismaObject('BenefitProgramme', {
  extensions: PUBLIC,
  description:
    'A grant in kind [chương trình hỗ trợ]: free mobile data for core members, a phone for each team.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code.' }),
    name: t.exposeString('name', { description: 'Name in Vietnamese.' }),
    providers: t.exposeStringList('providers', {
      description: 'Who gives it.',
      listSize: { assumedSize: 3 },
    }),
    minRecipientsPerTeam: t.exposeInt('minRecipientsPerTeam', {
      nullable: true,
      description: 'Fewest people a team. Null where it goes to teams.',
    }),
    itemsPerTeam: t.exposeInt('itemsPerTeam', {
      nullable: true,
      description: 'Items a team. Null where it goes to people.',
    }),
    minSlots: t.int({
      nullable: true,
      description:
        'Fewest people that it must reach: the teams that the unit reports × people a team. Null where either is missing.',
      resolve: async ({ unitId, minRecipientsPerTeam }, _, ctx) => {
        const teams = statedTotal(await teamFigures(ctx).load(unitId), 'TEAMS');
        return teams === null || minRecipientsPerTeam === null ? null : teams.value * minRecipientsPerTeam;
      },
    }),
    eligible: t.exposeString('eligible', { nullable: true, description: 'Who gets it, in Vietnamese.' }),
    statement: t.exposeString('statement', { description: "The programme in its source's words." }),
    source: t.field(sourceField),
  }),
});

builder.queryField('benefitProgrammes', (t) =>
  t.prismaField({
    extensions: PUBLIC,
    type: [BenefitProgramme],
    description:
      'Programmes of a unit, of those in it and of those above it, by code; at most 200. Error: `UNIT_NOT_FOUND`.',
    listSize: { assumedSize: 5 },
    args: regionArguments,
    resolve: async (query, _, { unitCode, asOf }, ctx) =>
      ctx.db.prisma.benefitProgramme.findMany({
        ...query,
        where: await statedFor(ctx, unitCode, asOf),
        orderBy: { code: 'asc' },
        take: MOST_STATED,
      }),
  }),
);

const teamFigures = perRequest<string, StatedFigure[]>(async (ctx: Context, unitIds) => {
  const rows = await ctx.db.rows<StatedFigure>(sql`
    /* teamFigures */
    select indicator_code as "indicatorCode", unit_id as "unitId", level, team_kind as "teamKind", value, numerator,
      denominator, qualifier, as_of as "asOf", source_id as "sourceId"
    from reported_figure
    where unit_id = any(${unitIds}::text[]) and indicator_code = 'TEAMS' and superseded_at is null
      and as_of <= ${dayOf(ctx, null)}::date
    order by unit_id, as_of desc, id`);
  return groupedBy(unitIds, rows, (row) => row.unitId);
});
