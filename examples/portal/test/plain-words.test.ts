import { type DomainError, requireMeasured } from '@cnscd/domain';
import { expect, it } from 'vitest';
import { en } from '../src/texts/en.ts';
import { vi } from '../src/texts/vi.ts';
import { plainWords } from '../src/work/form/plain-words.ts';

it('refuses a value in the words of the form and with the numbers of its language', () => {
  try {
    requireMeasured(1277.5, 'PERSON', 'value');
  } catch (error) {
    const { messages } = error as DomainError; // asserted on right here
    expect(plainWords(messages.vi, vi)).toBe('Giá trị là 1.277,5; phải là số nguyên từ 0 đến 2.147.483.647');
    expect(plainWords(messages.en, en)).toBe(
      'Value is 1,277.5; it must be a whole number from 0 to 2,147,483,647',
    );
    return;
  }
  expect.fail('1277.5 people were taken');
});
