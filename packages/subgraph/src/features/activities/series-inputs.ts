import { builder } from '../../builder.ts';
import { ActivityKind, Weekday } from '../../enums.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';

export const PlanActivitySeriesInput = builder.inputType('PlanActivitySeriesInput', {
  description:
    'What recurs [lịch hoạt động định kỳ]: on days of the week, or on a day of the month. At most 100 activities and a year ahead.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({
      description:
        "The client's own UUID for the series, best a UUIDv7. The id of each activity follows from it: the UUIDv5 of its day, `2026-03-07`, with the series as namespace.",
    }),
    teamId: t.id({ required: true, description: 'The team. Errors: `TEAM_NOT_FOUND`, `TEAM_ENDED`.' }),
    kind: t.field({ type: ActivityKind, required: true, description: 'How it is done.' }),
    title: t.string({ required: true, description: 'What it is, 1 to 200 characters.' }),
    from: t.field({ type: 'Date', required: true, description: 'First day that it may fall on.' }),
    until: t.field({
      type: 'Date',
      required: true,
      description: 'Last day that it may fall on. Error: `ACTIVITY_IN_FUTURE` more than a year ahead.',
    }),
    time: t.string({
      required: true,
      description: 'Begin as a time of day in Việt Nam: `08:00`, `19:30`. Error: `INSTANT_INVALID`.',
    }),
    weekdays: t.field({ type: [Weekday], description: 'Days of the week; or give `dayOfMonth`.' }),
    dayOfMonth: t.int({
      description: '1 to 31. A month without that day is left out: see `skippedMonths` of the series.',
    }),
    durationMinutes: t.int({ description: 'Minutes, 1 to 1440.' }),
    unitCode: t.string({
      description:
        "Code of the unit where it is held, if not in the team's own. It is looked up on the first day.",
    }),
    place: t.string({ description: 'Place in words, at most 200 characters.' }),
    note: t.string({ description: 'At most 2,000 characters, nothing sensitive.' }),
  }),
});

export const CancelActivitySeriesInput = builder.inputType('CancelActivitySeriesInput', {
  description: 'The rest of a series that will not take place.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ required: true, description: 'UUID of the series.' }),
    expectedVersion: t.int({ required: true, description: 'The version of the series that you saw.' }),
    from: t.field({
      type: 'Date',
      description: 'The first day that is cancelled. What lies before it stays. Default: today.',
    }),
    reason: t.string({ required: true, description: 'Why, 1 to 300 characters.' }),
  }),
});
