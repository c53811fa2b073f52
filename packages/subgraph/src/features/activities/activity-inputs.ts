import { builder } from '../../builder.ts';
import { ActivityKind, ActivityStatus, Topic } from '../../enums.ts';
import { expectedVersionField, idempotencyKeyField } from '../../operations/write-inputs.ts';

const OutcomeInput = builder.inputType('ActivityOutcomeInput', {
  description: 'Three counts of people on one topic. Leave out what is not known: 0 means nobody.',
  fields: (t) => ({
    topic: t.field({
      type: Topic,
      required: true,
      description: 'What people were helped with; each topic once.',
    }),
    reached: t.int({ description: 'People who were told, 0 to 1,000,000.' }),
    assisted: t.int({ description: 'People who were helped, at most as many as reached.' }),
    succeeded: t.int({ description: 'People for whom it worked, at most as many as assisted.' }),
  }),
});

export const RecordActivityInput = builder.inputType('RecordActivityInput', {
  description: 'An activity, planned or done [ghi nhận hoạt động].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID, best a UUIDv7. Left out: the server makes one." }),
    teamId: t.id({ required: true, description: 'The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`.' }),
    kind: t.field({ type: ActivityKind, required: true, description: 'How it is done.' }),
    status: t.field({
      type: ActivityStatus,
      description: 'PLANNED or DONE. Default: DONE, or PLANNED for what lies ahead.',
    }),
    title: t.string({ required: true, description: 'What it is, 1 to 200 characters.' }),
    startsAt: t.field({
      type: 'DateTime',
      required: true,
      description: 'Begin, with its offset. Errors: `INSTANT_INVALID`, `ACTIVITY_IN_FUTURE`.',
    }),
    durationMinutes: t.int({ description: 'Minutes, 1 to 1440.' }),
    unitCode: t.string({ description: "Code of the unit where it was held, if not in the team's own." }),
    place: t.string({ description: 'Place in words, at most 200 characters.' }),
    note: t.string({
      description:
        'At most 2,000 characters. No citizen-ID number, password or phone number: `TEXT_SENSITIVE`.',
    }),
    outcomes: t.field({ type: [OutcomeInput], description: 'Counts by topic. Error: `COUNTS_CONTRADICT`.' }),
  }),
});

export const UpdateActivityInput = builder.inputType('UpdateActivityInput', {
  description:
    'What changes; what is left out stays, null clears. A verified or returned activity becomes DONE and is verified anew.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the activity.' }),
    expectedVersion: t.int(expectedVersionField),
    kind: t.field({ type: ActivityKind, description: 'How it was done.' }),
    status: t.field({ type: ActivityStatus, description: 'DONE for a planned one that took place.' }),
    title: t.string({ description: '1 to 200 characters.' }),
    startsAt: t.field({ type: 'DateTime', description: 'Begin, with its offset.' }),
    durationMinutes: t.int({ description: 'Minutes, 1 to 1440.' }),
    place: t.string({ description: 'At most 200 characters.' }),
    note: t.string({ description: 'At most 2,000 characters, nothing sensitive.' }),
    outcomes: t.field({ type: [OutcomeInput], description: 'All counts anew: topics left out are removed.' }),
  }),
});

export const VerifyActivityInput = builder.inputType('VerifyActivityInput', {
  description: 'An activity that an officer found to be as recorded.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the activity.' }),
    expectedVersion: t.int({ required: true, description: 'The version that was looked at.' }),
  }),
});

const judged = (description: string, reason: string) => ({ description, reason });
const RETURNED = judged(
  'An activity that goes back to its team.',
  'What is to be mended, 1 to 300 characters.',
);
const CANCELLED = judged('An activity that did not take place.', 'Why, 1 to 300 characters.');

const judgedInput = (name: string, { description, reason }: ReturnType<typeof judged>) =>
  builder.inputType(name, {
    description,
    fields: (t) => ({
      idempotencyKey: t.string(idempotencyKeyField),
      id: t.id({ required: true, description: 'UUID of the activity.' }),
      expectedVersion: t.int(expectedVersionField),
      reason: t.string({ required: true, description: reason }),
    }),
  });

export const ReturnActivityInput = judgedInput('ReturnActivityInput', RETURNED);
export const CancelActivityInput = judgedInput('CancelActivityInput', CANCELLED);
