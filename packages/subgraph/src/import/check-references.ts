import { fault, headOf } from './fault.ts';
import type { LookUp } from './look-up.ts';
import type { ProvinceFile } from './province-file.ts';
import type { Fault } from './yaml-file.ts';

/** Units, sources and decisions that entries refer to and that are not there. */
export function checkReferences(file: ProvinceFile, known: LookUp): Fault[] {
  return once([
    ...unknownUnits(file, known),
    ...unknownSources(file, known),
    ...unknownDecisions(file, known),
  ]);
}

function unknownUnits(file: ProvinceFile, known: LookUp): Fault[] {
  const {
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
  const placed = [
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
  ];
  const references = [
    ...placed.flat().map(({ path, unit, day }) => ({ path: [...headOf(path), 'unit'], unit, day })),
    ...file.villages.map(({ path, commune, day }) => ({ path: [...path, 'commune'], unit: commune, day })),
  ];
  return references.flatMap(({ path, unit, day }) => {
    const found = known.unit(unit, day);
    return 'id' in found ? [] : [{ path, messages: found }];
  });
}

function unknownSources(file: ProvinceFile, known: LookUp): Fault[] {
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
  } = file;
  const sourced = [
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
  ];
  return sourced
    .flat()
    .filter(({ source }) => source !== undefined && !known.hasSource(source))
    .map(({ path, source }) =>
      fault(
        headOf(path),
        'source',
        `Chưa khai nguồn "${source}" ở mục sources.`,
        `There is no source "${source}".`,
      ),
    );
}

function unknownDecisions({ register }: ProvinceFile, known: LookUp): Fault[] {
  return register
    .filter(({ decision }) => !known.hasDecision(decision))
    .map(({ path, decision }) =>
      fault(
        path,
        'decision',
        `Chưa khai quyết định "${decision}" ở mục decisions.`,
        `There is no decision "${decision}".`,
      ),
    );
}

/** A fault of what several values share is told once. */
function once(faults: Fault[]): Fault[] {
  return [...new Map(faults.map((each) => [each.path.join('/'), each])).values()];
}
