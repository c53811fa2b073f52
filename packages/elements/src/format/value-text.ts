import {
  formatNumber,
  formatQualified,
  type Language,
  measureUnitLabels,
  type Qualifier,
} from '@cnscd/domain';

/** Their names changed with the years; the name of the indicator says which places are counted. */
const COUNTS_OF_PLACES: readonly string[] = ['COMMUNE', 'DISTRICT', 'VILLAGE'];

/** A value with its unit of measure: "42,8%", "hạng 55", "hơn 4.000 người". */
export function valueText(
  value: number,
  { qualifier, measureUnit, language }: { qualifier: Qualifier; measureUnit: string; language: Language },
): string {
  const number = formatQualified(value, qualifier, language);
  if (measureUnit === 'PERCENT') return `${number}%`;
  if (COUNTS_OF_PLACES.includes(measureUnit)) return number;
  const labels: Readonly<Record<string, Readonly<Record<Language, string>>>> = measureUnitLabels;
  const unit = labels[measureUnit]?.[language] ?? measureUnit;
  if (measureUnit === 'RANK') return `${unit} ${number}`;
  return measureUnit === 'UNKNOWN' ? `${number} (${unit})` : `${number} ${unit}`;
}

export const numberText = (value: number, language: Language): string => formatNumber(value, { language });
