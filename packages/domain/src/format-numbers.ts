import type { Language } from './language.ts';
import type { Qualifier } from './vocabulary.ts';

export interface NumberFormat {
  /** Digits after the decimal sign, always this many. Without it, as many as the number has, up to six. */
  decimals?: number;
  /** `vi` unless told otherwise. */
  language?: Language;
}

/** A number as people read it: 4327 is "4.327", and 92.04 with one decimal "92,0". */
export function formatNumber(value: number, format: NumberFormat = {}): string {
  return new Intl.NumberFormat(format.language === 'en' ? 'en-GB' : 'vi-VN', {
    minimumFractionDigits: format.decimals ?? 0,
    maximumFractionDigits: format.decimals ?? 6,
  }).format(value);
}

/** How sentences of a language write their numbers. */
export const numbersIn =
  (language: Language): ((value: number) => string) =>
  (value) =>
    formatNumber(value, { language });

/**
 * A percentage with its sign: 92.04 is "92,0%". One decimal unless told otherwise.
 *
 * @param percent 0–100 for a share of the whole, not a ratio of 0–1
 */
export function formatPercent(percent: number, format: NumberFormat = {}): string {
  return `${formatNumber(percent, { decimals: 1, ...format })}%`;
}

/** A figure with how sure it is: "hơn 4.000", "khoảng 30", "ước 9,03"; "at least 4,000", "about 30", "est. 9.03". */
export function formatQualified(
  value: number,
  qualifier: Qualifier,
  format: Language | NumberFormat = 'vi',
): string {
  const numberFormat = typeof format === 'string' ? { language: format } : format;
  const word = QUALIFIER_PREFIX[numberFormat.language ?? 'vi'][qualifier];
  return `${word}${formatNumber(value, numberFormat)}`;
}

const QUALIFIER_PREFIX: Readonly<Record<Language, Readonly<Record<Qualifier, string>>>> = {
  vi: { EXACT: '', AT_LEAST: 'hơn ', ABOUT: 'khoảng ', ESTIMATE: 'ước ' },
  en: { EXACT: '', AT_LEAST: 'at least ', ABOUT: 'about ', ESTIMATE: 'est. ' },
};
