import { builder } from '../../builder.ts';
import { Affiliation, MemberRole, ResponsibilityKind } from '../../enums.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';

const ResponsibilityInput = builder.inputType('ResponsibilityInput', {
  description: 'What a member looks after: a hamlet, a school, the one-stop desk.',
  fields: (t) => ({
    kind: t.field({ type: ResponsibilityKind, required: true, description: 'Kind of place or facility.' }),
    name: t.string({ description: 'Its name, 1 to 200 characters. May be left out where a unit is named.' }),
    unitId: t.id({
      description: "The unit, where it is one: in the team's own or around it. Error: `UNIT_NOT_FOUND`.",
    }),
  }),
});

const NewPersonInput = builder.inputType('NewPersonInput', {
  description: 'A person who is not in the register yet.',
  fields: (t) => ({
    id: t.id({ description: "The client's own UUID, best a UUIDv7. Left out: the server makes one." }),
    displayName: t.string({
      required: true,
      description: 'Name as the person is called, 1 to 100 characters.',
    }),
    phone: t.string({
      description: 'Vietnamese mobile number. Kept encrypted. Errors: `PHONE_INVALID`, `PHONE_UNAVAILABLE`.',
    }),
  }),
});

export const AddMemberInput = builder.inputType('AddMemberInput', {
  description: 'A person who joins a team: somebody of the register (memberId), or somebody new (person).',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID for the membership. Left out: the server makes one." }),
    teamId: t.id({ required: true, description: 'The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`.' }),
    memberId: t.id({ description: 'Somebody whom the caller knows already. Error: `MEMBER_NOT_FOUND`.' }),
    person: t.field({ type: NewPersonInput, description: 'Somebody new.' }),
    from: t.field({
      type: 'Date',
      required: true,
      description: 'First day, since 2022-01-01 and at most a year ahead. Error: `MEMBER_ALREADY_IN_TEAM`.',
    }),
    role: t.field({ type: MemberRole, description: 'Default: MEMBER. Error: `TEAM_HAS_LEADER`.' }),
    isCore: t.boolean({ description: 'Core member. Default: false.' }),
    affiliations: t.field({ type: [Affiliation], description: 'Where the person comes from.' }),
    responsibilities: t.field({ type: [ResponsibilityInput], description: 'At most 20.' }),
  }),
});

export const UpdateMemberInput = builder.inputType('UpdateMemberInput', {
  description: 'What changes about a person; what is left out stays.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the person.' }),
    expectedVersion: t.int(expectedVersionField),
    displayName: t.string({ description: '1 to 100 characters.' }),
    phone: t.string({
      description: 'Vietnamese mobile number; null removes it. Errors: `PHONE_INVALID`, `PHONE_UNAVAILABLE`.',
    }),
  }),
});

export const ChangeMembershipInput = builder.inputType('ChangeMembershipInput', {
  description:
    'What is different from a day on; what is left out stays. The membership ends the day before and another one begins; from its own first day on it is corrected in place.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the membership.' }),
    expectedVersion: t.int(expectedVersionField),
    from: t.field({ type: 'Date', required: true, description: 'First day of the change.' }),
    newId: t.id({ description: "The client's own UUID for the membership that begins." }),
    role: t.field({ type: MemberRole, description: 'Error: `TEAM_HAS_LEADER`.' }),
    isCore: t.boolean({ description: 'Core member.' }),
    affiliations: t.field({ type: [Affiliation], description: 'All of them anew.' }),
    responsibilities: t.field({ type: [ResponsibilityInput], description: 'All of them anew, at most 20.' }),
  }),
});

export const EndMembershipInput = builder.inputType('EndMembershipInput', {
  description: 'Somebody who leaves a team.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the membership.' }),
    expectedVersion: t.int(expectedVersionField),
    lastDay: t.field({ type: 'Date', required: true, description: 'Last day. Error: `MEMBERSHIP_ENDED`.' }),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});

export const MergeMembersInput = builder.inputType('MergeMembersInput', {
  description: 'Several records of one person that become one.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID for the merger. Left out: the server makes one." }),
    keepId: t.id({ required: true, description: 'The record that stays. Error: `MEMBER_NOT_FOUND`.' }),
    duplicateIds: t.idList({
      required: true,
      description: 'The records that go into it, 1 to 10. Errors: `MEMBER_NOT_FOUND`, `MERGER_INVALID`.',
    }),
    dryRun: t.boolean({ description: 'True: only show what would happen. Default: false.' }),
    reason: t.string({ required: true, description: 'Why it is one person, 1 to 300 characters.' }),
  }),
});
