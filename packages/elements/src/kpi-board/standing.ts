import type { UnitValue } from './board-query.ts';

/** How a value stands against its target. Each has a colour, a shape and words: colour alone tells nobody anything. */
export type Standing = 'MET' | 'NEAR' | 'BELOW' | 'KNOWN' | 'MISSING';

export const SHAPES: Readonly<Record<Standing, string>> = {
  MET: '●',
  NEAR: '◐',
  BELOW: '▼',
  KNOWN: '■',
  MISSING: '–',
};

const NEAR_RATIO = 0.8;

export function standingOf({ value, attainment }: Pick<UnitValue, 'value' | 'attainment'>): Standing {
  if (value === null) return 'MISSING';
  if (attainment === null) return 'KNOWN';
  if (attainment >= 1) return 'MET';
  return attainment >= NEAR_RATIO ? 'NEAR' : 'BELOW';
}
