import { builder } from '../../builder.ts';
import { required } from '../../entities/required.ts';
import type { TargetRow } from '../../entities/rows.ts';
import { unitById } from '../../entities/unit.ts';
import { Comparator } from '../../enums.ts';
import { sourceField } from '../../source-field.ts';

export const Target = builder.objectRef<TargetRow>('Target').implement({
  description: 'A goal for an indicator, a unit and a period [chỉ tiêu được giao].',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Stable code of the target.' }),
    unit: t.field({
      type: 'AdminUnit',
      description: 'The unit it was set for; the nation for a national goal.',
      resolve: async (target, _, ctx) =>
        required(await unitById(ctx).load(target.unitId), `admin_unit ${target.unitId}`),
    }),
    period: t.expose('period', { type: 'Period', description: 'The period it was set for.' }),
    comparator: t.expose('comparator', { type: Comparator, description: 'How a value is held against it.' }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: "The goal. Null where the source's words allow several readings.",
    }),
    measureUnit: t.string({
      description: 'Unit of measure; UNKNOWN where the source leaves it out.',
      resolve: (target) => target.measureUnit ?? 'UNKNOWN',
    }),
    readings: t.floatList({
      description: "The values that the source's words allow, where they allow more than one.",
      listSize: { assumedSize: 2 },
      resolve: (target) => target.readings,
    }),
    statement: t.exposeString('statement', { description: "The goal in its source's words." }),
    source: t.field(sourceField),
  }),
});
