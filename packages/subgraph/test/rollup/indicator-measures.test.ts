import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/import-issue.ts';
import { readIndicatorsFile } from '../../src/import/indicators-file.ts';
import { readYaml } from '../../src/import/yaml-file.ts';

const read = (lines: string) =>
  readIndicatorsFile(
    readYaml(
      'indicators.yaml',
      `indicators: { X: { vi: x, en: x, unit: PERSON, direction: NEUTRAL, definition: x, ${lines} } }`,
    ),
  );

describe('an indicator is computed', () => {
  it.each([
    'aggregation: SUM, measure: ASSISTED',
    'aggregation: SUM, measure: ASSISTED, topic: E_ID',
    'aggregation: SUM, measure: MEMBERS',
    'aggregation: RATIO_OF_SUMS, measure: SUCCEEDED, denominatorMeasure: ASSISTED, topic: E_ID',
    'aggregation: RATIO_OF_SUMS, measure: ACTIVE_TEAMS, denominatorMeasure: TEAMS',
    'aggregation: LAST',
  ])('by %s', (lines) => {
    expect(Object.keys(read(lines).indicators)).toEqual(['X']);
  });
});

describe('an indicator cannot be computed', () => {
  it.each([
    'aggregation: LAST, measure: ASSISTED',
    'aggregation: SUM, measure: SUCCEEDED, denominatorMeasure: ASSISTED',
    'aggregation: RATIO_OF_SUMS, measure: SUCCEEDED',
    'aggregation: RATIO_OF_SUMS, measure: ASSISTED, denominatorMeasure: REACHED',
    'aggregation: SUM, measure: ACTIVE_TEAMS, topic: E_ID',
    'aggregation: SUM, topic: E_ID',
  ])('by %s', (lines) => {
    expect(() => read(lines)).toThrow(ImportError);
    expect(() => read(lines)).toThrow(/Không tính được từ measure/);
  });
});
