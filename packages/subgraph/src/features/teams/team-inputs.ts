import { builder } from '../../builder.ts';
import { AdminLevel, TeamKind, TeamStatus, ZaloGroupStatus } from '../../enums.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';

const FoundingDecisionInput = builder.inputType('FoundingDecisionInput', {
  description: 'A decision that is not recorded yet [quyết định thành lập].',
  fields: (t) => ({
    id: t.id({
      description: "The client's own UUID, to name it for the next team. Left out: the server makes one.",
    }),
    number: t.string({
      required: true,
      description: 'Number as it stands on it: 103/QĐ-UBND. At most 100 characters.',
    }),
    title: t.string({ required: true, description: 'Title in Vietnamese, at most 300 characters.' }),
    issuer: t.string({
      required: true,
      description: 'Who issued it; for a commune, its chair (793/BTTTT-THH). At most 200 characters.',
    }),
    issuedOn: t.field({ type: 'Date', description: 'Day of issue, not ahead. Leave out what is not known.' }),
    effectiveOn: t.field({
      type: 'Date',
      description: 'First day in force; may differ from the day of issue.',
    }),
    fileUrl: t.string({ description: 'https address of the signed document, at most 500 characters.' }),
  }),
});

/** On what a team works, in every input that may say so. */
export interface GroundFields {
  decision?: typeof FoundingDecisionInput.$inferInput | null | undefined;
  decisionId?: string | null | undefined;
  noDecisionReason?: string | null | undefined;
}

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

const groundFields = (t: InputFields) => ({
  decision: t.field({
    type: FoundingDecisionInput,
    description: 'A new decision. At most one of the three.',
  }),
  decisionId: t.id({
    description:
      'A decision of the unit, or of one above it, that is recorded already. Error: `DECISION_NOT_FOUND`.',
  }),
  noDecisionReason: t.string({
    description: 'Why it works without a decision so far, at most 300 characters.',
  }),
});

const keyFields = (t: InputFields) => ({
  idempotencyKey: t.string(idempotencyKeyField),
  id: t.id({ required: true, description: 'UUID of the team. Error: `TEAM_NOT_FOUND`.' }),
  expectedVersion: t.int(expectedVersionField),
});

const placeFields = (t: InputFields, day: string) => ({
  unitCode: t.string({
    description: `Code of the unit, as it is borne ${day}. Errors: \`UNIT_NOT_FOUND\`, \`UNIT_CODE_INVALID\`.`,
  }),
  unitId: t.id({ description: 'Id of the unit instead, as for a village, which has no code.' }),
});

const EMPLOYER = 'Name of the enterprise; for teams of kind ENTERPRISE and for no other.';
const NAME = 'Name as people say it, 1 to 200 characters.';

export const EstablishTeamInput = builder.inputType('EstablishTeamInput', {
  description:
    'A new team [thành lập tổ]. It works at once if it has a decision or a reason why not; else it is planned.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID, best a UUIDv7. Left out: the server makes one." }),
    code: t.string({
      description:
        'Readable code, 2 to 40 capital letters, digits and hyphens. Default: the code of the unit and a number, `19375-01`. Error: `TEAM_CODE_TAKEN`.',
    }),
    name: t.string({ required: true, description: NAME }),
    kind: t.field({ type: TeamKind, required: true, description: 'Kind of team, independent of its level.' }),
    level: t.field({
      type: AdminLevel,
      required: true,
      description:
        'Level of the team: that of its unit; VILLAGE also in a commune, where no list has the village.',
    }),
    ...placeFields(t, 'on the day of foundation, else today'),
    employer: t.string({ description: EMPLOYER }),
    foundedOn: t.field({
      type: 'Date',
      description: 'Day of foundation; ahead only for a planned team. Leave out what is not known.',
    }),
    status: t.field({ type: TeamStatus, description: 'PLANNED or ACTIVE. Error: `DECISION_MISSING`.' }),
    ...groundFields(t),
  }),
});

export const UpdateTeamInput = builder.inputType('UpdateTeamInput', {
  description: 'What changes; what is left out stays, null clears.',
  fields: (t) => ({
    ...keyFields(t),
    name: t.string({ description: NAME }),
    kind: t.field({
      type: TeamKind,
      description: 'Kind of team: MERGED_DE_AN_06 for one that takes on the tasks of Đề án 06.',
    }),
    level: t.field({ type: AdminLevel, description: 'Level of the team; must fit its unit.' }),
    ...placeFields(t, 'today'),
    employer: t.string({ description: EMPLOYER }),
    foundedOn: t.field({ type: 'Date', description: 'Day of foundation.' }),
    status: t.field({
      type: TeamStatus,
      description: 'ACTIVE for a planned team that begins. Error: `DECISION_MISSING`.',
    }),
    ...groundFields(t),
  }),
});

export const LinkZaloGroupInput = builder.inputType('LinkZaloGroupInput', {
  description:
    'The Zalo group that the team works through [nhóm Zalo]: link and status, never its member list.',
  fields: (t) => ({
    ...keyFields(t),
    url: t.string({ description: 'Invitation link of the group, `https://zalo.me/g/…`. Null: none.' }),
    status: t.field({ type: ZaloGroupStatus, description: 'Default: LINKED with a link, NONE without.' }),
  }),
});

export const DissolveTeamInput = builder.inputType('DissolveTeamInput', {
  description: 'A team that ends without a successor [giải thể tổ].',
  fields: (t) => ({
    ...keyFields(t),
    lastDay: t.field({ type: 'Date', required: true, description: 'Last day of the team, not ahead.' }),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

const mergerFields = (t: InputFields) => ({
  idempotencyKey: t.string(idempotencyKeyField),
  id: t.id({
    description:
      "The client's own UUID of the merger or split, by which it is undone. Left out: the server makes one.",
  }),
  expectedVersion: t.int({
    required: true,
    description: 'The version of the team that goes on; another one is a Conflict.',
  }),
  effectiveOn: t.field({
    type: 'Date',
    required: true,
    description: 'First day of the new state: today or earlier, at the latest tomorrow.',
  }),
  reason: t.string({ description: 'Why, at most 300 characters.' }),
  dryRun: t.boolean({ description: 'Only show what it would do, and change nothing. Default: false.' }),
});

export const MergeTeamsInput = builder.inputType('MergeTeamsInput', {
  description: 'Teams that go on in another one [sáp nhập tổ]. Their histories stay with them.',
  fields: (t) => ({
    ...mergerFields(t),
    teamIds: t.idList({ required: true, description: 'Teams that end, 1 to 20.' }),
    intoTeamId: t.id({ required: true, description: 'The team that goes on.' }),
    decision: t.field({
      type: FoundingDecisionInput,
      description: 'The decision on the merger, if it is not recorded yet.',
    }),
    decisionId: t.id({ description: 'The decision on the merger, if it is recorded already.' }),
  }),
});

const SplitOffTeamInput = builder.inputType('SplitOffTeamInput', {
  description: 'A team that is split off another one.',
  fields: (t) => ({
    id: t.id({ description: "The client's own UUID of the new team. Left out: the server makes one." }),
    code: t.string({ description: 'Readable code. Default: the code of the unit and a number.' }),
    name: t.string({ required: true, description: NAME }),
    ...placeFields(t, 'today'),
    memberIds: t.idList({
      required: true,
      description: 'People of the team who move to the new one, 1 to 100.',
    }),
    leaderId: t.id({
      description: 'The one of them who leads it. Default: who led the old team, if among them.',
    }),
  }),
});

export const SplitTeamInput = builder.inputType('SplitTeamInput', {
  description: 'A team of which others are split off [tách tổ]. Its history stays with it.',
  fields: (t) => ({
    ...mergerFields(t),
    teamId: t.id({ required: true, description: 'The team that is split, and goes on.' }),
    newTeams: t.field({
      type: [SplitOffTeamInput],
      required: true,
      description: 'Teams that are split off, 1 to 10.',
    }),
    ...groundFields(t),
  }),
});
