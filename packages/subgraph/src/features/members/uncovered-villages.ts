import sql, { type Sql } from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import type { Connection } from '../../connections.ts';
import type { Context } from '../../context.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { workedOn } from '../../entities/team.ts';
import { standsOn, unitColumns, unitSortKey } from '../../entities/unit.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { HELD, SCOPED } from '../../permissions/access.ts';
import { startingAfter } from '../../sql-fragments.ts';
import { requireOverseen } from './overseen-unit.ts';

interface UncoveredVillageRow extends UnitRow {
  hasTeam: boolean;
}

const UncoveredVillage = builder.objectRef<UncoveredVillageRow>('UncoveredVillage').implement({
  description: 'A village that nobody looks after [thôn, ấp chưa có người phụ trách].',
  extensions: HELD,
  fields: (t) => ({
    village: t.field({ type: 'AdminUnit', description: 'The village.', resolve: (row) => row }),
    hasTeam: t.exposeBoolean('hasTeam', {
      description:
        'Whether a team of its own works there, although none of the members has it as a responsibility.',
    }),
  }),
});

const UncoveredVillageConnection = connectionType(UncoveredVillage);

builder.queryField('uncoveredVillages', (t) =>
  t.field({
    type: UncoveredVillageConnection,
    extensions: SCOPED,
    description: `Villages of a unit for which no member of a working team is responsible on a day, by name [thôn, ấp chưa có người phụ trách].
For officers of the unit. Errors: \`SIGN_IN_REQUIRED\`, \`UNIT_NOT_FOUND\`, \`NOT_PERMITTED\`, \`DATE_INVALID\`, \`AS_OF_BEFORE_DATA\`.`,
    listSize: pagedList,
    args: {
      unitCode: t.arg.string({ required: true, description: 'Code of the commune, or of a unit above it.' }),
      asOf: t.arg({ type: 'Date', description: 'Default: today.' }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listUncovered(ctx, args),
  }),
);

interface UncoveredArguments extends PageArguments {
  unitCode: string;
  asOf?: string | null | undefined;
}

async function listUncovered(
  ctx: Context,
  args: UncoveredArguments,
): Promise<Connection<UncoveredVillageRow>> {
  const page = pageOf(args, { name: 'uncoveredVillages' });
  const day = dayOf(ctx, args.asOf);
  const region = await requireOverseen(ctx, args.unitCode, day);
  const where = isUncovered(region.id, day);
  const rows = await ctx.db.rows<UncoveredVillageRow>(sql`
    /* listUncovered */
    select ${unitColumns}, exists (select from team t where t.unit_id = u.id and ${workedOn(day)}) as "hasTeam"
    from admin_unit u where ${where} ${startingAfter(page, sql`${unitSortKey}`, sql`u.id`)}
    order by ${unitSortKey}, u.id limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countUncovered(ctx, where) };
}

async function countUncovered(ctx: Context, where: Sql): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countUncovered */
    select count(*) as total from admin_unit u where ${where}`);
  return row?.total ?? 0;
}

const isUncovered = (regionId: string, day: string) => sql`u.level = 'VILLAGE' and ${standsOn(day)}
  and u.id in (select s.unit_id from unit_scope s where s.region_id = ${regionId})
  and not exists (
    select from responsibility r join membership ms on ms.id = r.membership_id join team t on t.id = ms.team_id
    where r.unit_id = u.id and r.kind = 'VILLAGE' and ${workedOn(day)}
      and ms.valid_from <= ${day}::date and (ms.valid_to is null or ms.valid_to >= ${day}::date))`;
