import { DomainError } from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { periodOf } from '../src/arguments.ts';

describe('a period', () => {
  it.each(['2021-W52', '2022', '2022-01', '2026-H1'])('%s ends when something is known', (period) => {
    expect(periodOf(period)).toBe(period);
  });

  it.each(['2021', '2021-12', '2021-W51', '1900'])('%s is before any data', (period) => {
    try {
      expect.fail(`${periodOf(period, 'kỳ')} was taken`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      expect(error).toMatchObject({ code: 'AS_OF_BEFORE_DATA', field: 'kỳ', value: period });
    }
  });
});
