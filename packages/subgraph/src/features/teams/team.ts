import { builder } from '../../builder.ts';
import { keyOfReference } from '../../entities/key-of-reference.ts';
import type { TeamRow } from '../../entities/rows.ts';
import { teamByCode, teamById } from '../../entities/team.ts';
import { unitById } from '../../entities/unit.ts';
import { AdminLevel, TeamKind, TeamStatus, ZaloGroupStatus } from '../../enums.ts';
import { versioned } from '../../operations/versioned.ts';
import { resultUnion } from '../../operations/write-types.ts';
import { HELD, PUBLIC } from '../../permissions/access.ts';
import { INSIDE_TEAM_OR_NULL } from '../../permissions/guards.ts';

const ZaloGroup = builder.objectRef<TeamRow>('ZaloGroup').implement({
  extensions: HELD,
  description: 'The Zalo group a team works through [nhóm Zalo]: its link and status, never its member list.',
  fields: (t) => ({
    url: t.exposeString('zaloGroupUrl', { nullable: true, description: 'Null where it is not recorded.' }),
    status: t.expose('zaloGroupStatus', {
      type: ZaloGroupStatus,
      description: 'Whether there is one that works.',
    }),
  }),
});

const Team = builder.objectType('Team', {
  extensions: PUBLIC,
  description: 'A community digital technology team [tổ công nghệ số cộng đồng].',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'UUID.' }),
    code: t.exposeString('code', { description: 'Readable code, unique and stable.' }),
    name: t.exposeString('name', { description: 'Name as people say it.' }),
    kind: t.expose('kind', { type: TeamKind, description: 'Kind of team, independent of its level.' }),
    status: t.expose('status', { type: TeamStatus, description: 'Whether it works.' }),
    level: t.expose('level', { type: AdminLevel, description: 'Level at which it was founded.' }),
    unit: t.field({
      type: 'AdminUnit',
      nullable: true,
      description:
        'The unit it was founded in, in the version of that time; follow `successors` for today. Null for a team without a territory.',
      resolve: (team, _, ctx) => (team.unitId === null ? null : unitById(ctx).load(team.unitId)),
    }),
    employer: t.exposeString('employer', {
      nullable: true,
      description: 'The enterprise of an enterprise team.',
    }),
    foundedOn: t.expose('foundedOn', {
      type: 'Date',
      nullable: true,
      description: 'Day of foundation. Null where it is not known.',
    }),
    endedOn: t.expose('endedOn', {
      type: 'Date',
      nullable: true,
      description: 'Last day of a merged or dissolved team. Null while it works.',
    }),
    zaloGroup: t.field({
      extensions: INSIDE_TEAM_OR_NULL,
      type: ZaloGroup,
      nullable: true,
      description: 'Null where the team has none, and for who does not see inside the team.',
      resolve: (team) => (team.zaloGroupStatus === 'NONE' ? null : team),
    }),
    noDecisionReason: t.string({
      extensions: INSIDE_TEAM_OR_NULL,
      nullable: true,
      description:
        'Why it works without a founding decision. Null where it has one, and for who does not see inside the team.',
      resolve: (team) => team.noDecisionReason,
    }),
    isSynthetic: t.exposeBoolean('isSynthetic', {
      description:
        'True for a made-up team of the demonstration register; its members and activities are made up too.',
    }),
    version: t.exposeInt('version', {
      description: 'Rises with each change; updates name the version they saw.',
    }),
  }),
});

builder.asEntity(Team, {
  key: [builder.selection<{ id: string }>('id'), builder.selection<{ code: string }>('code')],
  resolveReference: (reference: { id?: string | null; code?: string | null }, ctx) => {
    const id = keyOfReference(reference.id);
    const code = keyOfReference(reference.code);
    if (id !== null) return teamById(ctx).load(id);
    return code === null ? null : teamByCode(ctx).load(code);
  },
});

versioned({ type: 'Team', load: (ctx, id) => teamById(ctx).load(id), notFound: 'TEAM_NOT_FOUND' });

/** What the writes of a team answer. */
export const TeamResult = resultUnion('Team');
