import { fullUnitName, searchText } from '@cnscd/domain';
import { factKeyOf } from '../entities/fact-key.ts';
import { type LookUp, villageIdentity } from './look-up.ts';
import type { Entry, Figure, ProvinceFile } from './province-file.ts';

/** A row to be written: column names in camel case, null where the file says nothing. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of a file, by section. */
export type ProvinceRows = Record<
  | 'sources'
  | 'villages'
  | 'decisions'
  | 'figures'
  | 'targets'
  | 'rules'
  | 'models'
  | 'adoptions'
  | 'materials'
  | 'funding'
  | 'benefits'
  | 'trainings',
  Row[]
>;

/** Turns checked entries into rows; every unit and source is known by now. */
export function provinceRows(file: ProvinceFile, known: LookUp): ProvinceRows {
  const shared = <Value extends { path: unknown; unit: string; day: string; source?: string | undefined }>(
    entry: Value,
  ) => {
    const { path: _, unit, day, source, ...own } = entry;
    return { ...own, unitId: unitIdOf(known, unit, day), sourceId: source };
  };
  return {
    sources: file.sources.map(({ path: _, ...source }) => source),
    villages: file.villages.map((village) => villageRow(village, known)),
    decisions: file.decisions.map(shared),
    figures: file.figures.map((figure) => figureRow(figure, unitIdOf(known, figure.unit, figure.day))),
    targets: file.targets.map((target) => ({
      ...shared(target),
      indicatorCode: target.indicator,
      measureUnit: target.measureUnit === 'UNKNOWN' ? null : target.measureUnit,
    })),
    rules: file.rules.map((rule) => ({ ...shared(rule), teamKind: rule.kind })),
    models: file.models.map(shared),
    adoptions: file.adoptions.map((adoption) => ({
      ...shared(adoption),
      modelCode: adoption.model,
      asOf: adoption.day,
    })),
    materials: file.materials.map(shared),
    funding: file.funding.map(shared),
    benefits: file.benefits.map(shared),
    trainings: file.trainings.map((training) => ({ ...shared(training), asOf: training.day })),
  };
}

function figureRow(figure: Entry<Figure>, unitId: string): Row {
  const { indicator, level, kind, value, max, change, target, day, source, period } = figure;
  return {
    factKey: factKeyOf({
      unitId,
      indicatorCode: indicator,
      level,
      teamKind: kind,
      asOf: day,
      period,
      sourceId: source,
    }),
    ...{ unitId, indicatorCode: indicator, level, teamKind: kind, period },
    ...{ value: value.value, qualifier: value.qualifier, valueMax: max, asOf: day },
    ...{
      numerator: figure.numerator,
      denominator: figure.denominator,
      statedChange: change,
      targetCode: target,
    },
    ...{ statement: figure.statement, sourceId: source },
  };
}

function villageRow(village: ProvinceFile['villages'][number], known: LookUp): Row {
  const commune = known.unit(village.commune, village.day);
  if (!('id' in commune)) throw new Error(`unit ${village.commune} was not checked`);
  const { kind, name, aliases } = village;
  const fullName = fullUnitName(kind, name);
  return {
    id: villageIdentity(commune.id, village).id,
    ...{ name, fullName, kind, level: 'VILLAGE', parentId: commune.id, aliases, sourceId: village.source },
    searchText: searchText(fullName, ...aliases),
    // A version is a name under a parent: it does not outlive its commune. Which village comes after is not known.
    validTo: commune.validTo,
    isSynthetic: false,
  };
}

function unitIdOf(known: LookUp, unit: string, day: string): string {
  const found = known.unit(unit, day);
  if (!('id' in found)) throw new Error(`unit ${unit} was not checked`);
  return found.id;
}
