import { fold, type ImportKind } from '@cnscd/domain';
import { unitWordsOn } from '../../place-words.ts';
import type { ImportKindRules } from '../import-kind.ts';
import { applyFigures } from './apply-figures.ts';
import { checkFigures } from './check-figures.ts';
import { lockFigures } from './lock-figures.ts';
import { matchFigures } from './match-figures.ts';
import { planFigures } from './plan-figures.ts';
import { readFigures } from './read-figures.ts';

/** One stated number in each row: of which unit, indicator, day, period and source. */
export function figureRules(kind: ImportKind, { needsSource }: { needsSource: boolean }): ImportKindRules {
  return {
    kind,
    team: 'NONE',
    placeOf: (values) => unitWordsOn(values, values['asOf']),
    keysOf: ({ indicatorName }) =>
      typeof indicatorName === 'string' ? { searchText: '', nameKey: fold(indicatorName) } : null,
    async judge(tx, work) {
      await readFigures(tx, work);
      await matchFigures(tx, { needsSource });
      await planFigures(tx);
      await checkFigures(tx, work);
    },
    lock: lockFigures,
    apply: applyFigures,
  };
}

export const figuresRules = figureRules('FIGURES', { needsSource: true });
