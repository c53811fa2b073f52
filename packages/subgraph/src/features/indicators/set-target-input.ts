import { builder } from '../../builder.ts';
import { AdminLevel, Comparator } from '../../enums.ts';
import { SourceInput } from '../../operations/cite-source.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';

export const SetTargetInput = builder.inputType('SetTargetInput', {
  description:
    'A goal for an indicator, a unit or a team, and a period [giao chỉ tiêu]; set again, it is changed.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    unitCode: t.string({
      description: 'Code of the unit today, or on the last day of a period that is over.',
    }),
    unitId: t.id({ description: 'Id of the unit, for a village, which has no code.' }),
    teamId: t.id({ description: 'A team instead of a whole unit. Error: `TEAM_NOT_FOUND`.' }),
    indicatorCode: t.string({
      required: true,
      description: 'What is measured. Error: `INDICATOR_NOT_FOUND`.',
    }),
    level: t.field({ type: AdminLevel, description: 'Where it is about the teams of one level only.' }),
    period: t.field({ type: 'Period', required: true, description: 'The period. Error: `PERIOD_INVALID`.' }),
    comparator: t.field({ type: Comparator, required: true, description: 'How a value is held against it.' }),
    value: t.float({
      required: true,
      description: 'In the unit of measure of the indicator. Errors: `COUNT_INVALID`, `NUMBER_INVALID`.',
    }),
    statement: t.string({
      description: "The goal in its source's words, at most 300 characters. Default: made of the number.",
    }),
    source: t.field({ type: SourceInput, description: 'The plan or decision. Default: this register.' }),
    code: t.string({
      description:
        'Which of several targets of the same indicator, unit and period is changed. Error: `TARGET_NOT_FOUND`.',
    }),
    expectedVersion: t.int({
      description: 'For a change: the version that you saw. Left out: it is not there yet.',
    }),
    reason: t.string({
      description: 'Why it is changed: required once its period has begun. Error: `REASON_MISSING`.',
    }),
  }),
});
