import { isCounted, type MeasureUnit, type Period, periodBounds } from '@cnscd/domain';
import { isStandingCount } from '../rollup/standing-counts.ts';
import { fault, headOf } from './fault.ts';
import type { LookUp } from './look-up.ts';
import type { Entry, Figure } from './province-file.ts';
import { isCount, NOT_A_COUNT } from './whole-counts.ts';
import type { Fault, Path } from './yaml-file.ts';

/** What is wrong with one figure: what it refers to, its number, its period. */
export function checkFigure(figure: Entry<Figure>, known: LookUp): Fault[] {
  const { path, indicator, period, target } = figure;
  const unit = known.measureUnit(indicator);
  const faults = checkNumbers(figure, unit);
  if (unit === undefined) faults.push(unknownIndicator(path, indicator));
  if (period !== undefined) faults.push(...checkPeriod(figure, period));
  if (target !== undefined && !known.hasTarget(target)) {
    faults.push(fault(path, 'target', `Không có chỉ tiêu "${target}".`, `There is no target "${target}".`));
  }
  return faults;
}

export function unknownIndicator(path: Path, indicator: string): Fault {
  return fault(
    path,
    'indicator',
    `Không có chỉ số "${indicator}" trong indicators.yaml.`,
    `There is no indicator "${indicator}".`,
  );
}

function checkNumbers(figure: Entry<Figure>, unit: MeasureUnit | undefined): Fault[] {
  const { path, indicator, value, max, numerator, denominator } = figure;
  const faults: Fault[] = [];
  if (value.isPercent && unit !== undefined && unit !== 'PERCENT') {
    faults.push(
      fault(path, 'value', `${indicator} không tính bằng %.`, `${indicator} is not measured in %.`),
    );
  } else if (unit !== undefined && isCounted(unit)) {
    faults.push(...checkCounts(figure));
  } else if (value.value < 0) {
    faults.push(fault(path, 'value', 'Không được là số âm.', 'Must not be negative.'));
  }
  if (max !== undefined && max < value.value) {
    faults.push(fault(path, 'max', 'Phải lớn hơn hoặc bằng value.', 'Must not be less than value.'));
  }
  if ((numerator === undefined) !== (denominator === undefined)) {
    faults.push(
      fault(path, 'value', 'Cần cả numerator và denominator.', 'Needs both numerator and denominator.'),
    );
  }
  return faults;
}

function checkCounts({ path, value, max, change }: Entry<Figure>): Fault[] {
  const counts = { value: value.value, max, change: change === undefined ? undefined : Math.abs(change) };
  return Object.entries(counts)
    .filter(([, number]) => number !== undefined && !isCount(number))
    .map(([field]) => ({ path: [...path, field], messages: NOT_A_COUNT }));
}

/**
 * A period that begins after the day cannot be. One that still runs on the day is right for what adds up over it or is
 * ranked for it ("from January to September"), but what stands on a day cannot stand for the days to come.
 */
function checkPeriod({ path, indicator, day }: Entry<Figure>, period: Period): Fault[] {
  const { from, to } = periodBounds(period);
  if (day < from) {
    const where = headOf(path);
    return [
      fault(where, 'period', `Kỳ ${period} bắt đầu sau ngày ${day}.`, `${period} begins after ${day}.`),
    ];
  }
  if (day >= to || !isStandingCount(indicator)) return [];
  return [
    fault(
      path,
      'indicator',
      `${indicator} đếm cái đang có trong ngày, mà kỳ ${period} đến ${to} mới hết, sau ngày ${day}: bỏ period nếu là số của ngày đó, hoặc ghi day từ ${to} trở đi.`,
      `${indicator} counts what stands on a day, and ${period} ends on ${to}, after ${day}: leave period out if the number is of that day, or write a day from ${to} on.`,
    ),
  ];
}
