import {
  formatDate,
  formatNumber,
  formatQualified,
  type Language,
  label,
  localDate,
  period,
  periodLabel,
  type Qualifier,
} from '@cnscd/domain';

const COUNTS_OF_PLACES = ['COMMUNE', 'DISTRICT', 'VILLAGE'];

/** A value with its unit of measure: "42,8%", "hạng 55", "hơn 4.000 người". */
export function valueWithUnit(
  value: number,
  qualifier: Qualifier,
  measureUnit: string,
  language: Language,
): string {
  const number = formatQualified(value, qualifier, language);
  if (measureUnit === 'PERCENT') return `${number}%`;
  // What a place was called changed with the years; the name of the indicator says which places are counted.
  if (COUNTS_OF_PLACES.includes(measureUnit)) return number;
  const unit = label('measureUnit', measureUnit, language);
  if (measureUnit === 'RANK') return `${unit} ${number}`;
  return measureUnit === 'UNKNOWN' ? `${number} (${unit})` : `${number} ${unit}`;
}

/** A day as people read it; the day itself where it is none of the calendar, as an address may hold one. */
export function dayText(day: string, language: Language): string {
  try {
    return formatDate(localDate(day), language);
  } catch {
    return day;
  }
}

/** A period as people say it; the text itself where it is none, as an address may hold one. */
export function periodText(text: string, language: Language): string {
  try {
    return periodLabel(period(text), language);
  } catch {
    return text;
  }
}

/** A difference with its sign: "+2", "−3.230". */
export function signedText(value: number, language: Language): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  return `${sign}${formatNumber(Math.abs(value), { language })}`;
}

/** Labels of the domain are in lower case, as they stand within a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
