import { fault } from './fault.ts';
import type { Figure, ProvinceFile } from './province-file.ts';
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
  ];
}

function aboutWhat({ unit, indicator, level, kind, day, period, source }: Figure): string {
  return [unit, indicator, level, kind, day, period, source].join('|');
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
