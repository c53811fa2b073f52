import { type AdminLevel as Level, searchTokens } from '@cnscd/domain';
import sql, { type Sql } from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { connectionType, pageArguments, pagedList } from '../../connection-type.ts';
import { type Connection, listBelow } from '../../connections.ts';
import type { Context } from '../../context.ts';
import type { UnitRow } from '../../entities/rows.ts';
import { requireUnit, standsOn, unitColumns, unitSortKey } from '../../entities/unit.ts';
import { AdminLevel } from '../../enums.ts';
import { connectionOf, type PageArguments, pageOf } from '../../paging.ts';
import { PUBLIC } from '../../permissions/access.ts';
import { containsAll, startingAfter } from '../../sql-fragments.ts';

const AdminUnitConnection = connectionType('AdminUnit');

builder.queryFields((t) => ({
  adminUnit: t.field({
    extensions: PUBLIC,
    type: 'AdminUnit',
    nullable: true,
    description:
      'The unit that bears a code on a day. Errors: `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`.',
    args: {
      code: t.arg.string({ required: true, description: 'Official code with leading zeros, or `VN`.' }),
      asOf: t.arg({ type: 'Date', description: 'Default: today.' }),
    },
    resolve: (_, { code, asOf }, ctx) => requireUnit(ctx, code, dayOf(ctx, asOf), 'code'),
  }),
  adminUnits: t.field({
    extensions: PUBLIC,
    type: AdminUnitConnection,
    description: `Units that stand on a day, larger ones first, then by name. Search folds diacritics, đ, case and NFD: "quang tri" finds Quảng Trị.
Errors: \`SEARCH_INVALID\`, \`UNIT_NOT_FOUND\`, \`DATE_INVALID\`, \`AS_OF_BEFORE_DATA\`.`,
    listSize: pagedList,
    args: {
      search: t.arg.string({ description: 'Words of the name, at most 100 characters.' }),
      level: t.arg({ type: AdminLevel, description: 'Only units of this level.' }),
      parentCode: t.arg.string({ description: 'Only what lies below this unit, at any depth.' }),
      asOf: t.arg({ type: 'Date', description: 'Default: today.' }),
      ...pageArguments,
    },
    resolve: (_, args, ctx) => listUnits(ctx, args),
  }),
}));

builder.objectField('AdminUnit', 'children', (t) =>
  t.field({
    type: AdminUnitConnection,
    description: 'Units directly below it, by name; with `level`, all of that level below it.',
    listSize: pagedList,
    args: {
      level: t.arg({ type: AdminLevel, description: 'Default: the next level that there is.' }),
      asOf: t.arg({ type: 'Date', description: 'Default: today, or the last day of a unit that has ended.' }),
      ...pageArguments,
    },
    resolve: (unit, args, ctx) =>
      childrenOf(
        ctx,
        unit.id,
        { level: args.level ?? null, day: dayOf(ctx, args.asOf ?? unit.validTo) },
        args,
      ),
  }),
);

const ALL_UNITS = { name: 'adminUnits' };

interface UnitListArguments extends PageArguments {
  search?: string | null | undefined;
  level?: Level | null | undefined;
  parentCode?: string | null | undefined;
  asOf?: string | null | undefined;
}

async function listUnits(ctx: Context, args: UnitListArguments): Promise<Connection<UnitRow>> {
  const page = pageOf(args, ALL_UNITS);
  const day = dayOf(ctx, args.asOf);
  const above = args.parentCode == null ? null : await requireUnit(ctx, args.parentCode, day, 'parentCode');
  const where = sql`${standsOn(day)}
    and (${args.level ?? null}::admin_level is null or u.level = ${args.level ?? null}::admin_level)
    and ${containsAll(sql`u.search_text`, args.search == null ? [] : searchTokens(args.search, 'search'))}
    and ${above === null ? sql`true` : isBelow(above.id)}`;
  const rows = await ctx.db.rows<UnitRow>(sql`
    /* listUnits */
    select ${unitColumns} from admin_unit u
    where ${where} ${startingAfter(page, sql`${unitSortKey}`, sql`u.id`)}
    order by ${unitSortKey}, u.id limit ${page.limit}`);
  return { ...connectionOf(rows, page), total: () => countUnits(ctx, where) };
}

async function countUnits(ctx: Context, where: Sql): Promise<number> {
  const [row] = await ctx.db.rows<{ total: number }>(sql`
    /* countUnits */
    select count(*) as total from admin_unit u where ${where}`);
  return row?.total ?? 0;
}

const isBelow = (regionId: string) => sql`exists (
  select from unit_scope s
  where s.region_id = ${regionId} and s.unit_id = u.id and s.reason = 'DESCENT' and s.unit_id <> s.region_id)`;

interface ChildFilter {
  level: Level | null;
  day: string;
}

const childrenOf = listBelow<ChildFilter, UnitRow>({
  name: 'AdminUnit.children',
  rows: (ctx, ownerIds, { level, day }, page) =>
    ctx.db.rows(sql`
      /* childrenOf */
      select owner.id as "ownerId", u.* from unnest(${ownerIds}::text[]) as owner (id)
      cross join lateral (
        select ${unitColumns} from admin_unit u
        where ${standsOn(day)} and ${isChild(level)} ${startingAfter(page, sql`${unitSortKey}`, sql`u.id`)}
        order by ${unitSortKey}, u.id limit ${page.limit}) u
      order by owner.id, u."sortKey", u.id`),
  count: (ctx, ownerIds, { level, day }) =>
    ctx.db.rows(sql`
      /* countChildrenOf */
      select owner.id as "ownerId", count(*) as total from unnest(${ownerIds}::text[]) as owner (id)
      join admin_unit u on ${standsOn(day)} and ${isChild(level)} group by owner.id`),
});

const isChild = (level: Level | null) =>
  level === null
    ? sql`u.parent_id = owner.id`
    : sql`u.level = ${level}::admin_level and exists (
        select from unit_scope s
        where s.region_id = owner.id and s.unit_id = u.id and s.reason = 'DESCENT' and s.unit_id <> s.region_id)`;
