import type { MeasureUnit, Messages } from '@cnscd/domain';

/** The largest number that GraphQL's Int and PostgreSQL's integer hold. */
const MAX_COUNT = 2_147_483_647;

// These can have a fraction, or nobody knows what they are.
const NOT_COUNTED: readonly string[] = ['PERCENT', 'POINT', 'UNKNOWN'] satisfies MeasureUnit[];

/** Whether what is measured in this unit comes in whole numbers only. */
export function isCounted(measureUnit: string): boolean {
  return !NOT_COUNTED.includes(measureUnit);
}

/** A whole number from 0 to 2,147,483,647. */
export function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= MAX_COUNT;
}

export const NOT_A_COUNT: Messages = {
  vi: 'Phải là số nguyên từ 0 đến 2.147.483.647.',
  en: 'Must be a whole number from 0 to 2,147,483,647.',
};
