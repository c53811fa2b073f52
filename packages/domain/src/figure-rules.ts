import type { LocalDate } from './dates.ts';
import { DomainError, type Messages } from './errors.ts';
import { formatNumber, numbersIn } from './format-numbers.ts';
import { requireCount } from './inputs.ts';
import { periodBounds } from './period-bounds.ts';
import type { Period } from './periods.ts';
import type { Aggregation, MeasureUnit, Qualifier } from './vocabulary.ts';

/** What is measured, as far as the rules of its numbers go. */
export interface MeasuredIndicator {
  code: string;
  unit: MeasureUnit;
  aggregation: Aggregation;
}

/** The numbers of a figure, before it is stored. Null: not stated. */
export interface MeasurementDraft {
  value: number;
  /** Upper end of a range. */
  valueMax: number | null;
  numerator: number | null;
  denominator: number | null;
  qualifier: Qualifier;
  /** Why it differs from what was said before, or why its source gives no numerator and denominator. */
  reason: string | null;
}

/** The largest count that GraphQL's Int and PostgreSQL's integer hold. */
export const LARGEST_COUNT = 2_147_483_647;

const LARGEST_NUMBER = 1_000_000_000_000;

/** More than fifty times the whole: somebody has typed a count. */
const LARGEST_PERCENT = 5000;

/** Sources round rates to whole percents. */
const ROUNDING_POINTS = 0.5;

// These can have a fraction, or nobody knows what they are.
const NOT_COUNTED: readonly MeasureUnit[] = ['PERCENT', 'POINT', 'UNKNOWN'];

/** Whether what is measured in this unit comes in whole numbers only. */
export function isCounted(unit: MeasureUnit): boolean {
  return !NOT_COUNTED.includes(unit);
}

/**
 * A number as it may stand for something that is measured in this unit.
 *
 * @throws {DomainError} `COUNT_INVALID` for what is counted: a whole number from 0, or from 1 for a rank;
 * `NUMBER_INVALID` for anything else: from 0, percentages up to 5000
 */
export function requireMeasured(value: number, unit: MeasureUnit, field: string): number {
  if (isCounted(unit)) {
    return requireCount(value, field, { min: unit === 'RANK' ? 1 : 0, max: LARGEST_COUNT }) + 0; // never -0
  }
  const max = unit === 'PERCENT' ? LARGEST_PERCENT : LARGEST_NUMBER;
  return requireNumber(value, field, { min: 0, max });
}

/**
 * The numbers of a figure as they may be stored.
 *
 * @throws {DomainError} `COUNT_INVALID`, `NUMBER_INVALID`, `COUNTS_CONTRADICT` for a range that ends before it begins,
 * or an exact rate that is not numerator ÷ denominator; `REASON_MISSING` for a ratio without both of them and without
 * a reason: rates of several units could not be joined
 */
export function requireMeasurement(draft: MeasurementDraft, indicator: MeasuredIndicator): MeasurementDraft {
  const { unit } = indicator;
  const value = requireMeasured(draft.value, unit, 'value');
  const valueMax = draft.valueMax === null ? null : requireMeasured(draft.valueMax, unit, 'valueMax');
  if (valueMax !== null && valueMax < value) throw rangeReversed(value, valueMax);
  const parts = requireParts(draft, indicator);
  if (parts !== null && unit === 'PERCENT' && draft.qualifier === 'EXACT') requireRate(value, parts);
  const { qualifier, reason } = draft;
  return {
    ...{ value, valueMax, qualifier, reason },
    ...{ numerator: parts?.numerator ?? null, denominator: parts?.denominator ?? null },
  };
}

/**
 * The period that a figure is for. What adds up over a period may be stated before the period ends; what stands on a
 * day cannot stand for days to come.
 *
 * @throws {DomainError} `PERIOD_INVALID`
 */
export function requirePeriodOfFigure(
  period: Period,
  asOf: LocalDate,
  { isStandingCount }: { isStandingCount: boolean },
): Period {
  const { from, to } = periodBounds(period);
  const tooEarly = asOf < from;
  if (!tooEarly && (asOf >= to || !isStandingCount)) return period;
  const reason: Messages = tooEarly
    ? { vi: `kỳ này bắt đầu sau ngày ${asOf}`, en: `it begins after ${asOf}` }
    : {
        vi: `chỉ tiêu này đếm cái đang có trong ngày, mà kỳ đến ${to} mới hết; hãy bỏ period hoặc ghi asOf từ ${to}`,
        en: `the indicator counts what stands on a day, and the period ends on ${to}; leave period out, or give an asOf from ${to} on`,
      };
  throw new DomainError(
    'PERIOD_INVALID',
    { vi: `period là ${period}; ${reason.vi}`, en: `period is ${period}; ${reason.en}` },
    { field: 'period', value: period },
  );
}

interface Parts {
  numerator: number;
  denominator: number;
}

function requireParts(
  { numerator, denominator, reason }: MeasurementDraft,
  { code, aggregation }: MeasuredIndicator,
): Parts | null {
  if (numerator !== null && denominator !== null) {
    return {
      numerator: requireNumber(numerator, 'numerator', { min: 0, max: LARGEST_NUMBER }),
      denominator: requireNumber(denominator, 'denominator', { min: 1, max: LARGEST_NUMBER }),
    };
  }
  if (numerator !== null || denominator !== null)
    throw onePart(numerator === null ? 'numerator' : 'denominator');
  if (aggregation !== 'RATIO_OF_SUMS' || reason !== null) return null;
  throw new DomainError(
    'REASON_MISSING',
    {
      vi: `${code} là tỷ lệ: hãy ghi numerator và denominator, hoặc ghi ở reason vì sao nguồn không có; không có hai số này thì không gộp được với nơi khác.`,
      en: `${code} is a ratio: give numerator and denominator, or say in reason why the source lacks them; without both it cannot be joined with other units.`,
    },
    { field: 'reason' },
  );
}

function requireRate(value: number, { numerator, denominator }: Parts): void {
  const rate = (numerator / denominator) * 100;
  if (Math.abs(value - rate) <= ROUNDING_POINTS) return;
  const shown = (language: 'vi' | 'en') => formatNumber(rate, { decimals: 1, language });
  throw new DomainError(
    'COUNTS_CONTRADICT',
    {
      vi: `value là ${formatNumber(value)}, nhưng numerator chia denominator là ${shown('vi')}%; hãy xem lại số, hoặc ghi qualifier khác EXACT`,
      en: `value is ${formatNumber(value, { language: 'en' })}, but numerator by denominator is ${shown('en')}%; look at the numbers again, or give another qualifier than EXACT`,
    },
    { field: 'value', value: String(value) },
  );
}

function requireNumber(value: number, field: string, { min, max }: { min: number; max: number }): number {
  if (Number.isFinite(value) && value >= min && value <= max) return value + 0; // never -0
  const [vi, en] = [numbersIn('vi'), numbersIn('en')];
  throw new DomainError(
    'NUMBER_INVALID',
    {
      vi: `${field} là ${vi(value)}; phải là số từ ${vi(min)} đến ${vi(max)}`,
      en: `${field} is ${en(value)}; it must be a number from ${en(min)} to ${en(max)}`,
    },
    { field, value: String(value) },
  );
}

function rangeReversed(value: number, valueMax: number): DomainError {
  const [vi, en] = [numbersIn('vi'), numbersIn('en')];
  return new DomainError(
    'COUNTS_CONTRADICT',
    {
      vi: `valueMax là ${vi(valueMax)}, nhỏ hơn value là ${vi(value)}; phải lớn hơn hoặc bằng`,
      en: `valueMax is ${en(valueMax)}, less than value, which is ${en(value)}; it must be at least that`,
    },
    { field: 'valueMax', value: String(valueMax) },
  );
}

function onePart(missing: 'numerator' | 'denominator'): DomainError {
  return new DomainError(
    'INPUT_INVALID',
    { vi: `Thiếu ${missing}: cần cả tử số và mẫu số.`, en: `${missing} is missing: both parts are needed.` },
    { field: missing },
  );
}
