import sql, { raw, type Sql } from 'sql-template-tag';
import { dayOf } from '../../arguments.ts';
import { builder } from '../../builder.ts';
import { groupedBy, inOrder, perRequest } from '../../context.ts';
import { memberById } from '../../entities/member.ts';
import { required } from '../../entities/required.ts';
import type { MembershipRow, ResponsibilityRow } from '../../entities/rows.ts';
import { teamById } from '../../entities/team.ts';
import { unitById } from '../../entities/unit.ts';
import { Affiliation, MemberRole, ResponsibilityKind } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD } from '../../permissions/access.ts';
import { type Scope, scopeOf, seesTeamOf } from '../../permissions/scope.ts';

const Responsibility = builder.objectRef<ResponsibilityRow>('Responsibility').implement({
  extensions: HELD,
  description: 'What a member looks after [phụ trách]: a hamlet, a school, the one-stop desk.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ResponsibilityKind, description: 'Kind of place or facility.' }),
    name: t.exposeString('name', { description: 'Name of the place or facility.' }),
    unit: t.field({
      type: 'AdminUnit',
      nullable: true,
      description: 'The unit, where it is one.',
      resolve: (row, _, ctx) => (row.unitId === null ? null : unitById(ctx).load(row.unitId)),
    }),
  }),
});

const Membership = builder.objectRef<MembershipRow>('Membership').implement({
  extensions: HELD,
  description: 'One person in one team, for a time [tư cách thành viên].',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    team: t.field({
      type: 'Team',
      description: 'The team.',
      resolve: async (row, _, ctx) => required(await teamById(ctx).load(row.teamId), `team ${row.teamId}`),
    }),
    member: t.field({
      type: 'Member',
      description: 'The person.',
      resolve: async (row, _, ctx) =>
        required(await memberById(ctx).load(row.memberId), `member ${row.memberId}`),
    }),
    role: t.expose('role', { type: MemberRole, description: 'Role in this team.' }),
    isCore: t.exposeBoolean('isCore', { description: 'Core member [nòng cốt], as benefits ask for.' }),
    affiliations: t.expose('affiliations', {
      type: [Affiliation],
      description: 'Where the member comes from.',
      listSize: { assumedSize: 3 },
    }),
    from: t.expose('validFrom', { type: 'Date', description: 'First day.' }),
    to: t.expose('validTo', { type: 'Date', nullable: true, description: 'Last day. Null while it lasts.' }),
    version: t.exposeInt('version', { description: 'Rises with each change.' }),
    responsibilities: t.field({
      type: [Responsibility],
      description: 'What the member looks after in this team.',
      listSize: { assumedSize: 3 },
      resolve: (row, _, ctx) => responsibilitiesOf(ctx).load(row.id),
    }),
  }),
});

builder.objectField('Member', 'memberships', (t) =>
  t.field({
    type: [Membership],
    description: 'Memberships of the person that the caller may see, newest first, at most 100.',
    listSize: { assumedSize: 3 },
    args: { asOf: t.arg({ type: 'Date', description: 'Only those of this day. Default: all.' }) },
    resolve: (member, { asOf }, ctx) =>
      membershipsOf(ctx).load({ memberId: member.id, day: asOf == null ? null : dayOf(ctx, asOf) }),
  }),
);

/** Columns of a MembershipRow, from membership under the alias ms. */
export const membershipColumns = raw(`
  ms.id, ms.team_id as "teamId", ms.member_id as "memberId", ms.role, ms.is_core as "isCore",
  ms.affiliations::text[] as affiliations, ms.valid_from as "validFrom", ms.valid_to as "validTo", ms.version`);

/** Whether the scope may see the membership under the alias ms: its own, or one of a team that it sees into. */
const seesMembership = (scope: Scope): Sql =>
  scope.memberId === null
    ? seesTeamOf(scope, sql`ms.team_id`)
    : sql`(ms.member_id = ${scope.memberId}::uuid or ${seesTeamOf(scope, sql`ms.team_id`)})`;

interface MemberOnDay {
  memberId: string;
  day: string | null;
}

const membershipsOf = perRequest<MemberOnDay, MembershipRow[]>(
  async (ctx, keys) => {
    const scope = await scopeOf(ctx);
    const rows = await ctx.db.rows<MembershipRow & { askedDay: string | null }>(sql`
      /* membershipsOf */
      select asked.day as "askedDay", ms.*
      from unnest(${keys.map((key) => key.memberId)}::uuid[], ${keys.map((key) => key.day)}::date[]) as asked (member_id, day)
      cross join lateral (
        select ${membershipColumns} from membership ms
        where ms.member_id = asked.member_id and ${seesMembership(scope)}
          and (asked.day is null or (ms.valid_from <= asked.day and (ms.valid_to is null or ms.valid_to >= asked.day)))
        order by ms.valid_from desc, ms.id limit 100) ms`);
    return groupedBy(
      keys.map((key) => `${key.memberId} ${key.day}`),
      rows,
      (row) => `${row.memberId} ${row.askedDay}`,
    );
  },
  (key) => `${key.memberId} ${key.day}`,
);

const responsibilitiesOf = perRequest<string, ResponsibilityRow[]>(async (ctx, ids) => {
  const rows = await ctx.db.rows<ResponsibilityRow>(sql`
    /* responsibilitiesOf */
    select membership_id as "membershipId", kind, name, unit_id as "unitId" from responsibility
    where membership_id = any(${ids}::uuid[]) order by kind, name, id`);
  return groupedBy(ids, rows, (row) => row.membershipId);
});

const membershipSeen = perRequest<string, MembershipRow | null>(async (ctx, ids) => {
  const scope = await scopeOf(ctx);
  const rows = await ctx.db.rows<MembershipRow>(sql`
    /* membershipSeen */
    select ${membershipColumns} from membership ms where ms.id = any(${ids}::uuid[]) and ${seesMembership(scope)}`);
  return inOrder(ids, rows, (row) => row.id);
});

versioned({
  type: 'Membership',
  load: (ctx, id) => membershipSeen(ctx).load(id),
  notFound: 'MEMBERSHIP_NOT_FOUND',
});

/** What the writes of a membership answer. */
export const MembershipResult = resultUnion('Membership');
