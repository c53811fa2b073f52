import type { Total } from '@cnscd/domain';
import { builder } from '../../builder.ts';
import { requireSource } from '../../entities/source.ts';
import { Qualifier } from '../../enums.ts';
import { PUBLIC } from '../../permissions/access.ts';

/** A total as it is shown: with its unit of measure. */
export interface ShownTotal extends Total {
  measureUnit: string;
}

export const ReportedFigure = builder.objectRef<ShownTotal>('ReportedFigure').implement({
  extensions: PUBLIC,
  shareable: true,
  description: `A figure as its source states it [số báo cáo], or a sum of such figures. A sum is as unsure as its least
sure part; its day is the latest of its parts.`,
  fields: (t) => ({
    value: t.exposeFloat('value', {
      description: 'The number. 0 is a value; what is missing has no ReportedFigure.',
    }),
    qualifier: t.expose('qualifier', {
      type: Qualifier,
      description: 'How sure it is: "hơn 4.000" is AT_LEAST 4000.',
    }),
    unit: t.exposeString('measureUnit', { description: 'Unit of measure: TEAM, PERSON, PERCENT …' }),
    asOf: t.expose('asOf', { type: 'Date', description: 'The day it is about.' }),
    source: t.field({
      type: 'SourceDocument',
      description: 'Where it is stated; for a sum, the source of its first part.',
      resolve: (total, _, ctx) => requireSource(ctx, total.parts[0]?.sourceId ?? ''),
    }),
    sources: t.field({
      type: ['SourceDocument'],
      description: 'Where its parts are stated, each document once.',
      listSize: { assumedSize: 3 },
      resolve: (total, _, ctx) =>
        Promise.all(
          [...new Set(total.parts.map((part) => part.sourceId))].map((id) => requireSource(ctx, id)),
        ),
    }),
  }),
});

/** A reported and a registered number side by side. */
export interface FigurePairShape {
  reported: ShownTotal | null;
  registered: number | null;
  completeness: number;
}

export const FigurePair = builder.objectRef<FigurePairShape>('FigurePair').implement({
  extensions: PUBLIC,
  shareable: true,
  description: 'What is reported and what the register holds: two facts, never mixed.',
  fields: (t) => ({
    reported: t.field({
      type: ReportedFigure,
      nullable: true,
      description: 'As sources state it. Null: no source does; never 0 for that.',
      resolve: (pair) => pair.reported,
    }),
    registered: t.exposeInt('registered', {
      nullable: true,
      description: `Counted in the register for the day, in either borders: teams of a former unit are counted where it lies
today. Null: the region had no register yet, or its teams cannot be told apart from its neighbours'.`,
    }),
    variance: t.int({
      nullable: true,
      description: 'registered − reported. Null when either is missing, or the reported number is not EXACT.',
      resolve: pairVariance,
    }),
    completeness: t.exposeFloat('completeness', {
      description: 'The share, 0–1, of what the reported number sums that has a figure.',
    }),
  }),
});

/** Registered minus reported. Null where either is missing, or what is reported is not exact. */
export function pairVariance({ reported, registered }: FigurePairShape): number | null {
  if (reported === null || registered === null || reported.qualifier !== 'EXACT') return null;
  return Math.round(registered - reported.value);
}
