import {
  type LocalDate,
  localDate,
  type MeasuredIndicator,
  type MeasurementDraft,
  type MeasureUnit,
  period,
  requireMeasured,
  requireMeasurement,
  requirePeriodOfFigure,
  requireUnitKind,
  requireWholeLink,
  type UnitLinkKind,
} from '@cnscd/domain';
import { describe, expect, it } from 'vitest';
import { refusal } from './refusal.ts';

describe('a number', () => {
  it.each<[number, MeasureUnit]>([
    [0, 'PERSON'],
    [2_147_483_647, 'ACCOUNT'],
    [1, 'RANK'],
    [98.5, 'PERCENT'],
    [164, 'PERCENT'],
    [0.6917, 'POINT'],
    [300.5, 'UNKNOWN'],
  ])('%d may be %s', (value, unit) => {
    expect(requireMeasured(value, unit, 'value')).toBe(value);
  });

  it.each<[number, MeasureUnit, string]>([
    [-1, 'PERSON', 'COUNT_INVALID'],
    [1.5, 'TEAM', 'COUNT_INVALID'],
    [2_147_483_648, 'PERSON', 'COUNT_INVALID'],
    [0, 'RANK', 'COUNT_INVALID'],
    [Number.NaN, 'PERSON', 'COUNT_INVALID'],
    [-0.1, 'PERCENT', 'NUMBER_INVALID'],
    [5001, 'PERCENT', 'NUMBER_INVALID'],
    [Number.POSITIVE_INFINITY, 'POINT', 'NUMBER_INVALID'],
    [1e13, 'UNKNOWN', 'NUMBER_INVALID'],
  ])('%d cannot be %s', (value, unit, code) => {
    expect(refusal(() => requireMeasured(value, unit, 'value'))).toMatchObject({ code, field: 'value' });
  });

  it('is never a negative nothing', () => {
    expect(Object.is(requireMeasured(-0, 'PERSON', 'value'), 0)).toBe(true);
    expect(Object.is(requireMeasured(-0, 'PERCENT', 'value'), 0)).toBe(true);
  });
});

const COUNT: MeasuredIndicator = { code: 'MEMBERS', unit: 'PERSON', aggregation: 'SUM' };
const RATE: MeasuredIndicator = { code: 'DOSSIER_RATE', unit: 'PERCENT', aggregation: 'RATIO_OF_SUMS' };
const draft = (given: Partial<MeasurementDraft>): MeasurementDraft => ({
  ...{ value: 75, valueMax: null, numerator: null, denominator: null, qualifier: 'EXACT', reason: null },
  ...given,
});

describe('a measurement', () => {
  it.each<[string, Partial<MeasurementDraft>, MeasuredIndicator]>([
    ['a count', {}, COUNT],
    ['a range', { valueMax: 80 }, COUNT],
    ['a ratio with its parts', { numerator: 3, denominator: 4 }, RATE],
    ['a ratio that its source has rounded', { value: 67, numerator: 2, denominator: 3 }, RATE],
    ['a ratio of which the source gives no parts', { reason: 'Nguồn chỉ nêu tỷ lệ' }, RATE],
    ['about a ratio', { value: 90, numerator: 3, denominator: 4, qualifier: 'ABOUT' }, RATE],
  ])('may be %s', (_, given, indicator) => {
    expect(requireMeasurement(draft(given), indicator)).toEqual(draft(given));
  });

  it.each<[string, string, Partial<MeasurementDraft>, MeasuredIndicator]>([
    ['COUNTS_CONTRADICT', 'valueMax', { valueMax: 70 }, COUNT],
    ['COUNT_INVALID', 'valueMax', { valueMax: 80.5 }, COUNT],
    ['REASON_MISSING', 'reason', {}, RATE],
    ['INPUT_INVALID', 'denominator', { numerator: 3 }, RATE],
    ['INPUT_INVALID', 'numerator', { denominator: 4 }, RATE],
    ['NUMBER_INVALID', 'denominator', { numerator: 3, denominator: 0 }, RATE],
    ['COUNTS_CONTRADICT', 'value', { numerator: 57, denominator: 100 }, RATE],
  ])('gets %s for %s', (code, field, given, indicator) => {
    expect(refusal(() => requireMeasurement(draft(given), indicator))).toMatchObject({ code, field });
  });
});

describe('the period of a figure', () => {
  it.each<[string, string, boolean]>([
    ['2026-Q1', '2026-03-31', true],
    ['2026-Q1', '2026-04-15', true],
    ['2026', '2026-09-30', false],
  ])('%s may be stated on %s', (text, day, isStandingCount) => {
    expect(requirePeriodOfFigure(period(text), localDate(day), { isStandingCount })).toBe(text);
  });

  it.each<[string, string, boolean]>([
    ['2026-Q2', '2026-03-31', false],
    ['2026', '2026-09-30', true],
  ])('%s cannot be stated on %s', (text, day, isStandingCount) => {
    const asOf: LocalDate = localDate(day);
    const refused = refusal(() => requirePeriodOfFigure(period(text), asOf, { isStandingCount }));
    expect(refused).toMatchObject({ code: 'PERIOD_INVALID', field: 'period', value: text });
  });
});

describe('a unit that is made', () => {
  it('is called what units of its level are called', () => {
    expect(requireUnitKind('PHUONG', 'COMMUNE')).toBe('PHUONG');
    expect(requireUnitKind('BAN', 'VILLAGE')).toBe('BAN');
    expect(refusal(() => requireUnitKind('BAN', 'COMMUNE')).messages.en).toContain('XA, PHUONG, DAC_KHU');
    expect(refusal(() => requireUnitKind('TINH', 'PROVINCE'))).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it.each<[UnitLinkKind, boolean, boolean]>([
    ['WHOLE', false, true],
    ['WHOLE', true, true],
    ['RENAMED', true, true],
    ['KIND_CHANGED', true, true],
    ['UNCHANGED', true, true],
    ['RENAMED', false, false],
    ['PART', true, false],
    ['PART', false, false],
    ['UNSPECIFIED', true, false],
  ])('takes over %s, the only one: %s, may be: %s', (kind, isOnly, isRight) => {
    const require = () => requireWholeLink(kind, 'kind', { isOnly });
    if (isRight) expect(require()).toBe(kind);
    else expect(refusal(require)).toMatchObject({ code: 'MERGER_INVALID', field: 'kind' });
  });
});
