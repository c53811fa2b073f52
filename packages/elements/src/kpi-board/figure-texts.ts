import { comparatorLabels, formatPercent, formatQualified, type Language } from '@cnscd/domain';
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

/** The value without the unit that all tiles of a grid have; nothing where there is none. */
export function shownNumber(
  { value, qualifier }: UnitValue,
  measureUnit: string,
  language: Language,
): string {
  if (value === null) return '';
  const number = formatQualified(value, qualifier, language);
  return measureUnit === 'PERCENT' ? `${number}%` : number;
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
  // Rounded down: "100%" is what has been attained, and "80%" what is near. A whole share of a float is one all the same.
  const share = Math.floor(attainment * 100 + 1e-9);
  return texts.attained(formatPercent(share, { decimals: 0, language }));
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
