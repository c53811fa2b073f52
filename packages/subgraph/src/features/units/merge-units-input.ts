import { builder } from '../../builder.ts';
import { UnitLinkKind } from '../../enums.ts';
import { SourceInput } from '../../operations/cite-source.ts';
import { idempotencyKeyField } from '../../operations/write-inputs.ts';

const MergedUnitInput = builder.inputType('MergedUnitInput', {
  description: 'A unit that goes over into the new one.',
  fields: (t) => ({
    code: t.string({
      description: 'Its code on its last day. Errors: `UNIT_CODE_INVALID`, `UNIT_NOT_FOUND`.',
    }),
    id: t.id({ description: 'Its id, for a village, which has no code.' }),
    kind: t.field({
      type: UnitLinkKind,
      description:
        'Default: WHOLE. For a single unit also UNCHANGED, RENAMED, KIND_CHANGED. PART is not merged here: `MERGER_INVALID`.',
    }),
  }),
});

export const MergeUnitsInput = builder.inputType('MergeUnitsInput', {
  description: 'Units that become one [sáp nhập đơn vị hành chính].',
  fields: (t) => ({
    idempotencyKey: t.string(idempotencyKeyField),
    id: t.id({ description: "The client's own UUID of the merger. Left out: the server makes one." }),
    fromUnits: t.field({
      type: [MergedUnitInput],
      required: true,
      description: '1 to 50 communes, or villages, that stand the day before and have not ended yet.',
    }),
    code: t.string({ description: 'Code of the new commune, 5 digits; none for a village.' }),
    name: t.string({ required: true, description: 'Its name without its kind, 1 to 200 characters.' }),
    kind: t.string({
      required: true,
      description:
        'XA, PHUONG, DAC_KHU for a commune; THON, BAN, AP, KHU_PHO, TO_DAN_PHO, KHU_DAN_CU for a village.',
    }),
    parentCode: t.string({ description: 'The unit above it. Default: that of the merged ones.' }),
    effectiveOn: t.field({
      type: 'Date',
      required: true,
      description: 'Its first day, from 2025-07-02 to a year ahead. Errors: `DATE_INVALID`, `INPUT_INVALID`.',
    }),
    source: t.field({ type: SourceInput, required: true, description: 'The resolution on the merger.' }),
    reason: t.string({ description: 'What else is to be said, at most 300 characters.' }),
    dryRun: t.boolean({ description: 'Shows the report and writes nothing. Default: false.' }),
  }),
});
