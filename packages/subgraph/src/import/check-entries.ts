import { periodBounds } from '@cnscd/domain';
import { checkReferences } from './check-references.ts';
import { checkRepeated } from './check-repeated.ts';
import { fault, headOf } from './fault.ts';
import type { LookUp } from './look-up.ts';
import type { Entry, Figure, ProvinceFile } from './province-file.ts';
import type { Fault, Path } from './yaml-file.ts';

/** What is wrong with entries that can be read: things they refer to that are not there, and sums that cannot be. */
export function checkEntries(file: ProvinceFile, known: LookUp): Fault[] {
  return [
    ...checkReferences(file, known),
    ...file.figures.flatMap((figure) => checkFigure(figure, known)),
    ...file.targets.flatMap((target) => checkTarget(target, known)),
    ...file.rules.flatMap(checkRule),
    ...file.adoptions
      .filter(({ adopted, total }) => adopted > total)
      .map(({ path, total }) =>
        fault(
          path,
          'adopted',
          `Không thể nhiều hơn total (${total}).`,
          `Cannot be more than total (${total}).`,
        ),
      ),
    ...file.funding.flatMap(checkDays),
    ...checkRepeated(file),
  ];
}

function checkFigure(figure: Entry<Figure>, known: LookUp): Fault[] {
  const { path, indicator, value, max, numerator, denominator, period, day, target } = figure;
  const unit = known.measureUnit(indicator);
  const faults: Fault[] = [];
  if (unit === undefined) faults.push(unknownIndicator(path, indicator));
  if (value.value < 0) faults.push(fault(path, 'value', 'Không được là số âm.', 'Must not be negative.'));
  if (value.isPercent && unit !== undefined && unit !== 'PERCENT') {
    faults.push(
      fault(path, 'value', `${indicator} không tính bằng %.`, `${indicator} is not measured in %.`),
    );
  }
  if (max !== undefined && max < value.value) {
    faults.push(fault(path, 'max', 'Phải lớn hơn hoặc bằng value.', 'Must not be less than value.'));
  }
  if ((numerator === undefined) !== (denominator === undefined)) {
    faults.push(
      fault(path, 'value', 'Cần cả numerator và denominator.', 'Needs both numerator and denominator.'),
    );
  }
  if (period !== undefined && day < periodBounds(period).from) {
    const where = headOf(path);
    faults.push(
      fault(where, 'period', `Kỳ ${period} bắt đầu sau ngày ${day}.`, `${period} begins after ${day}.`),
    );
  }
  if (target !== undefined && !known.hasTarget(target)) {
    faults.push(fault(path, 'target', `Không có chỉ tiêu "${target}".`, `There is no target "${target}".`));
  }
  return faults;
}

function checkTarget(target: ProvinceFile['targets'][number], known: LookUp): Fault[] {
  const { path, indicator, measureUnit } = target;
  const unit = known.measureUnit(indicator);
  if (unit === undefined) return [unknownIndicator(path, indicator)];
  if (measureUnit === 'UNKNOWN' || measureUnit === unit) return [];
  const vi = `${indicator} tính bằng ${unit}; nguồn không nêu đơn vị thì ghi UNKNOWN.`;
  return [
    fault(
      path,
      'measureUnit',
      vi,
      `${indicator} is measured in ${unit}; write UNKNOWN where the source leaves it out.`,
    ),
  ];
}

function checkRule(rule: ProvinceFile['rules'][number]): Fault[] {
  const { path, requirement, min, max, affiliation } = rule;
  const faults = checkDays(rule);
  if (requirement === 'MEMBER_COUNT' && min === undefined && max === undefined) {
    faults.push(fault(path, 'min', 'MEMBER_COUNT cần min hoặc max.', 'MEMBER_COUNT needs min or max.'));
  }
  if (requirement !== 'MEMBER_COUNT' && affiliation === undefined) {
    faults.push(
      fault(path, 'affiliation', `${requirement} cần affiliation.`, `${requirement} needs an affiliation.`),
    );
  }
  if (min !== undefined && max !== undefined && max < min) {
    faults.push(fault(path, 'max', 'Phải lớn hơn hoặc bằng min.', 'Must not be less than min.'));
  }
  return faults;
}

function checkDays(entry: {
  path: Path;
  validFrom?: string | undefined;
  validTo?: string | undefined;
}): Fault[] {
  const { path, validFrom, validTo } = entry;
  if (validFrom === undefined || validTo === undefined || validFrom <= validTo) return [];
  return [fault(path, 'validTo', `Phải từ ngày ${validFrom} trở đi.`, `Must not be before ${validFrom}.`)];
}

function unknownIndicator(path: Path, indicator: string): Fault {
  return fault(
    path,
    'indicator',
    `Không có chỉ số "${indicator}" trong indicators.yaml.`,
    `There is no indicator "${indicator}".`,
  );
}
