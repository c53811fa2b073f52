import { type ViewerRole as Role, VIEWER_ROLES } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { memberSeen } from '../../entities/member.ts';
import { teamById } from '../../entities/team.ts';
import { unitById } from '../../entities/unit.ts';
import { ViewerRole } from '../../enums.ts';
import { HELD, PUBLIC } from '../../permissions/access.ts';
import { type Scope, scopeOf } from '../../permissions/scope.ts';
import { isAtLeast, requireSignedIn } from '../../permissions/sign-in.ts';

interface GrantRow {
  role: Role;
  unitId: string | null;
  teamId: string | null;
}

interface ViewerRow {
  name: string | null;
  memberId: string | null;
  role: Role;
  grants: GrantRow[];
}

const ViewerGrant = builder.objectRef<GrantRow>('ViewerGrant').implement({
  description:
    'What somebody is in one place: an officer of a unit and of all that lies in it, or somebody of a team.',
  extensions: HELD,
  fields: (t) => ({
    role: t.expose('role', { type: ViewerRole, description: 'The role there. A deputy is a LEADER.' }),
    unit: t.field({
      type: 'AdminUnit',
      nullable: true,
      description: 'The unit that an officer oversees. Null for a role in a team.',
      resolve: ({ unitId }, _, ctx) => (unitId === null ? null : unitById(ctx).load(unitId)),
    }),
    team: t.field({
      type: 'Team',
      nullable: true,
      description: 'The team. Null for an officer.',
      resolve: ({ teamId }, _, ctx) => (teamId === null ? null : teamById(ctx).load(teamId)),
    }),
  }),
});

/** What each role may do somewhere, by the least role that may. */
const ABILITIES = {
  recordActivities: ['MEMBER', 'Record activities of a team, with evidence [ghi nhận hoạt động].'],
  planActivities: ['LEADER', 'Plan recurring activities and cancel what is planned [lập lịch hoạt động].'],
  manageMembers: ['LEADER', 'Add members to a team, change and end memberships [quản lý thành viên].'],
  verifyActivities: ['COMMUNE_OFFICER', 'Verify and return activities of others [xác nhận hoạt động].'],
  manageTeams: ['COMMUNE_OFFICER', 'Establish, merge, split and dissolve teams [quản lý tổ].'],
  setTargets: ['COMMUNE_OFFICER', 'Set targets and record measurements [giao chỉ tiêu, nhập số liệu].'],
  mergeUnits: ['ADMINISTRATOR', 'Merge units, and define indicators [sắp xếp đơn vị hành chính].'],
} as const satisfies Record<string, readonly [Role, string]>;

const ViewerAbilities = builder.objectRef<ViewerRow>('ViewerAbilities').implement({
  description:
    'What somebody may do in at least one of their places, so that a page shows what is of use. Whether it may be done to one thing is decided with the write.',
  extensions: HELD,
  fields: (t) =>
    Object.fromEntries(
      Object.entries(ABILITIES).map(([name, [atLeast, description]]) => [
        name,
        t.boolean({ description, resolve: ({ role }) => isAtLeast(role, atLeast) }),
      ]),
    ),
});

const Viewer = builder.objectRef<ViewerRow>('Viewer').implement({
  description: 'Who asks [người dùng hiện tại], by the token and the register of today.',
  extensions: HELD,
  fields: (t) => ({
    name: t.exposeString('name', {
      nullable: true,
      tag: ['pii'],
      description: 'Name by the sign-in. Null where the token has none.',
    }),
    member: t.field({
      type: 'Member',
      nullable: true,
      description: 'The own record in the register. Null for who has none.',
      resolve: ({ memberId }, _, ctx) => (memberId === null ? null : memberSeen(ctx).load(memberId)),
    }),
    role: t.expose('role', {
      type: ViewerRole,
      description: 'The strongest of the roles. PUBLIC: a valid sign-in that grants nothing here today.',
    }),
    roles: t.expose('grants', {
      type: [ViewerGrant],
      description: 'Roles by place, officers first. A role over a unit that ended is none.',
      listSize: { assumedSize: 5 },
    }),
    can: t.field({
      type: ViewerAbilities,
      description: 'What the strongest role may do.',
      resolve: (viewer) => viewer,
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    extensions: PUBLIC,
    description: 'Who asks; null for the public. Errors: `TOKEN_INVALID`, `IDENTITY_UNAVAILABLE`.',
    resolve: (_, __, ctx) => viewerOf(ctx),
  }),
);

async function viewerOf(ctx: Context): Promise<ViewerRow | null> {
  if (ctx.credential.kind === 'NONE') return null;
  const { name } = await requireSignedIn(ctx);
  const scope = await scopeOf(ctx);
  const grants = grantsOf(scope);
  const role = VIEWER_ROLES.findLast((each) => grants.some((grant) => grant.role === each)) ?? 'PUBLIC';
  return { name, memberId: scope.memberId, role, grants };
}

function grantsOf({ grants, teams }: Scope): GrantRow[] {
  return [
    ...grants.map(({ role, regionId }) => ({ role, unitId: regionId, teamId: null })),
    ...teams.map(({ teamId, role }) => ({
      ...{ role: role === 'MEMBER' ? ('MEMBER' as const) : ('LEADER' as const), unitId: null, teamId },
    })),
  ];
}
