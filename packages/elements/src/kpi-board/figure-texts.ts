import { comparatorLabels, formatPercent, type Language } from '@cnscd/domain';
import { baseTexts } from '../base/texts.ts';
import { numberText, valueText } from '../format/value-text.ts';
import type { UnitValue } from './board-query.ts';
import { boardTexts } from './texts.ts';

/** The value in words; missing is missing, never 0. */
export function shownValue({ value, qualifier }: UnitValue, measureUnit: string, language: Language): string {
  return value === null
    ? baseTexts[language].noFigure
    : valueText(value, { qualifier, measureUnit, language });
}

export function shownTarget({ target }: UnitValue, language: Language): string {
  const texts = boardTexts[language];
  if (target === null) return texts.noTarget;
  const goal = (value: number) =>
    valueText(value, { qualifier: 'EXACT', measureUnit: target.measureUnit, language });
  if (target.value === null) return texts.readings(target.readings.map(goal).join(' / '));
  return `${comparatorLabels[target.comparator][language]} ${goal(target.value)}`;
}

export function shownAttainment({ target, attainment }: UnitValue, language: Language): string {
  const texts = boardTexts[language];
  if (target === null) return texts.noTarget;
  if (attainment === null) return texts.notComparable;
  return texts.attained(formatPercent(attainment * 100, { decimals: 0, language }));
}

/** Null where there is none to show. */
export function shownFraction({ numerator, denominator }: UnitValue, language: Language): string | null {
  if (numerator === null || denominator === null) return null;
  return boardTexts[language].fraction(numberText(numerator, language), numberText(denominator, language));
}

/** A count, or the words for a missing one. */
export function shownCount(count: number | null, language: Language): string {
  return count === null ? baseTexts[language].noFigure : numberText(count, language);
}
