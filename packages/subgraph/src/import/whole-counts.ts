import { LARGEST_COUNT, type Messages } from '@cnscd/domain';

/** A whole number from 0 to 2,147,483,647. */
export function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= LARGEST_COUNT;
}

export const NOT_A_COUNT: Messages = {
  vi: 'Phải là số nguyên từ 0 đến 2.147.483.647.',
  en: 'Must be a whole number from 0 to 2,147,483,647.',
};
