import { fold, LABELS, MEASURE_UNITS, type MeasureUnit } from '@cnscd/domain';

/**
 * Whether what stands under "Đơn vị tính" may be the unit of measure of an indicator: one of its names, or a longer word
 * for it ("lượt người" for people) that is no name of another one.
 */
export function fitsMeasureUnit(written: string, unit: MeasureUnit): boolean {
  if (unit === 'UNKNOWN') return true;
  const text = plain(written);
  if (namesOf(unit).includes(text)) return true;
  if (MEASURE_UNITS.some((other) => namesOf(other).includes(text))) return false;
  return namesOf(unit).some((name) => ` ${text} `.includes(` ${name} `));
}

const namesOf = (unit: MeasureUnit): string[] => {
  const { vi, en } = LABELS.measureUnit[unit];
  return [vi, en, ...vi.split(','), unit].map(plain);
};

const plain = (text: string) => fold(text.replaceAll('%', ' phần trăm '));
