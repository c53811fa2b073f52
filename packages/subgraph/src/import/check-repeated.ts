import { isStandingCount } from '../rollup/standing-counts.ts';
import { fault } from './fault.ts';
import type { Entry, Figure, ProvinceFile } from './province-file.ts';
import type { Fault, Path } from './yaml-file.ts';

/** Entries that say something a second time. */
export function checkRepeated(file: ProvinceFile): Fault[] {
  const {
    villages,
    decisions,
    figures,
    targets,
    rules,
    models,
    adoptions,
    materials,
    funding,
    benefits,
    trainings,
    register,
  } = file;
  const coded: { path: Path; code: string }[][] = [
    targets,
    rules,
    models,
    materials,
    funding,
    benefits,
    trainings,
    register,
  ];
  return [
    ...coded.flatMap((entries) => secondOf(entries, ({ code }) => code, 'code')),
    ...secondOf(villages, ({ id }) => id, 'id'),
    ...secondOf(decisions, ({ id }) => id, 'id'),
    ...secondOf(adoptions, ({ model, unit, day }) => `${model} ${unit} ${day}`, 'unit'),
    ...secondOf(figures, aboutWhat, 'indicator'),
    ...contradictions(figures),
  ];
}

function aboutWhat(figure: Figure): string {
  return [ofDay(figure), figure.period].join('|');
}

function ofDay({ unit, indicator, level, kind, day, source }: Figure): string {
  return [unit, indicator, level, kind, day, source].join('|');
}

/** What stands on a day is one number, with a period beside it or without. */
function contradictions(figures: Entry<Figure>[]): Fault[] {
  const first = new Map<string, Figure>();
  return figures
    .filter(({ indicator }) => isStandingCount(indicator))
    .flatMap((figure) => {
      const above = first.get(ofDay(figure));
      if (above === undefined) first.set(ofDay(figure), figure);
      if (above === undefined || above.period === figure.period) return [];
      if (above.value.value === figure.value.value) return [];
      const other = above.value.value;
      return [
        fault(
          figure.path,
          'value',
          `Ở trên nguồn này ghi ${other} cho cùng ngày: một ngày chỉ có một số, kỳ nào cũng vậy.`,
          `Above, this source states ${other} for the same day: a day has one number, whatever the period.`,
        ),
      ];
    });
}

function secondOf<Value extends { path: Path }>(
  entries: Value[],
  key: (entry: Value) => string,
  field: string,
): Fault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    if (!seen.has(key(entry))) {
      seen.add(key(entry));
      return [];
    }
    return [
      fault(
        entry.path,
        field,
        'Đã ghi ở trên: mỗi điều chỉ ghi một lần.',
        'Stands above already: each thing once.',
      ),
    ];
  });
}
