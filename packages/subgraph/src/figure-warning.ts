import type { Warning } from '@cnscd/domain';
import { builder } from './builder.ts';
import { PUBLIC } from './permissions/access.ts';

export const FigureWarning = builder.objectRef<Warning>('FigureWarning').implement({
  extensions: PUBLIC,
  description: 'Something that a reader of a figure must know. Contradictions are shown, not repaired.',
  shareable: true,
  fields: (t) => ({
    code: t.exposeString('code', {
      description:
        'RULE_MIN_SIZE CHILD_SUM LOCAL_TEAMS_EXCEED_VILLAGES MIXED_AS_OF DISTRICT_LEVEL_ENDED UNIT_UNKNOWN ALLOCATION_UNKNOWN UNITS_NOT_REPORTING UNIT_ENDED SOURCES_DISAGREE RATIO_PARTS_MISSING TARGET_AMBIGUOUS. More may come.',
    }),
    message: t.string({
      description: 'One sentence in Vietnamese.',
      resolve: (warning) => warning.messages.vi,
    }),
    messageEn: t.string({
      description: 'The same sentence in English.',
      resolve: (warning) => warning.messages.en,
    }),
    shortfall: t.exposeFloat('shortfall', {
      nullable: true,
      description: 'By how much, in the unit of the figure. Null where there is no such number.',
    }),
  }),
});
