import { isCounted } from '@cnscd/domain';
import { checkFigure, unknownIndicator } from './check-figure.ts';
import { checkReferences } from './check-references.ts';
import { checkRepeated } from './check-repeated.ts';
import { fault } from './fault.ts';
import type { LookUp } from './look-up.ts';
import type { ProvinceFile } from './province-file.ts';
import { isCount, NOT_A_COUNT } from './whole-counts.ts';
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

function checkTarget(target: ProvinceFile['targets'][number], known: LookUp): Fault[] {
  const { path, indicator, measureUnit } = target;
  const unit = known.measureUnit(indicator);
  if (unit === undefined) return [unknownIndicator(path, indicator)];
  if (measureUnit === unit && isCounted(unit)) return checkCounts(target);
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

function checkCounts({ path, value, readings }: ProvinceFile['targets'][number]): Fault[] {
  const stated = [
    ...(value === undefined ? [] : [{ at: ['value'], number: value }]),
    ...readings.map((number, index) => ({ at: ['readings', index], number })),
  ];
  return stated
    .filter(({ number }) => !isCount(number))
    .map(({ at }) => ({ path: [...path, ...at], messages: NOT_A_COUNT }));
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
