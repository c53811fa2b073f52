import { builder } from '../../builder.ts';
import { AdminLevel, Qualifier, TeamKind } from '../../enums.ts';
import { SourceInput } from '../../operations/cite-source.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';

export const RecordMeasurementInput = builder.inputType('RecordMeasurementInput', {
  description: 'A figure as a source states it [số liệu báo cáo]; the same fact again is its correction.',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    unitCode: t.string({ description: 'Code of the unit on the day `asOf`. Error: `UNIT_NOT_FOUND`.' }),
    unitId: t.id({ description: 'Id of the unit, for a village, which has no code.' }),
    indicatorCode: t.string({
      required: true,
      description: 'What is measured. Error: `INDICATOR_NOT_FOUND`.',
    }),
    level: t.field({ type: AdminLevel, description: 'Where it is about the teams of one level only.' }),
    teamKind: t.field({ type: TeamKind, description: 'Where it is about one kind of team only.' }),
    asOf: t.field({
      type: 'Date',
      required: true,
      description: 'The day it is about, today or earlier. Error: `DATE_INVALID`.',
    }),
    period: t.field({ type: 'Period', description: 'The period, where the source names one.' }),
    value: t.float({
      required: true,
      description:
        'In the unit of measure of the indicator; counts are whole. Errors: `COUNT_INVALID`, `NUMBER_INVALID`.',
    }),
    valueMax: t.float({ description: 'Upper end, where the source states a range.' }),
    numerator: t.float({ description: 'Of a ratio, with its denominator. Error: `COUNTS_CONTRADICT`.' }),
    denominator: t.float({ description: 'Of a ratio, at least 1.' }),
    qualifier: t.field({
      type: Qualifier,
      required: true,
      description: 'How sure it is: "hơn 4.000" is AT_LEAST and stays so.',
    }),
    statement: t.string({ description: "The figure in its source's words, at most 300 characters." }),
    source: t.field({ type: SourceInput, required: true, description: 'Where it is stated.' }),
    expectedVersion: t.int({
      description: 'For a correction: the version that you saw. Left out: it is not there yet.',
    }),
    reason: t.string({
      description:
        'Why it is corrected, or why a ratio has no numerator and denominator, at most 300 characters. Error: `REASON_MISSING`.',
    }),
  }),
});
