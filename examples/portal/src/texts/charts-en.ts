import type { chartsVi } from './charts-vi.ts';

export const chartsEn: typeof chartsVi = {
  title: 'Charts: units compared, periods compared',
  hint: 'Press a bar or the name of a unit to see the units inside.',
  other: 'Compared with',
  noOther: 'no comparison',
  up: (unit) => `Up to ${unit}`,
  described: (name, unit, known, all) =>
    `Bar chart: ${name}, ${unit}. ${known} of ${all} units have a figure; the figures are in the table below.`,
  noneKnown: 'No unit inside has a figure of this indicator in this period.',
  noneBelow: 'This unit is not divided further.',
  anotherUnit: 'another unit in that period',
  table: 'Figures of the chart',
};
