import { z } from 'zod';
import {
  decisionSchema,
  figureSchema,
  ruleSchema,
  sourceSchema,
  statementSchema,
  targetSchema,
  villageSchema,
} from './fact-schemas.ts';
import { faultsOf, parse } from './fields.ts';
import {
  adoptionSchema,
  benefitSchema,
  fundingSchema,
  materialSchema,
  materialSetSchema,
  modelSchema,
  trainingSchema,
} from './means-schemas.ts';
import { registerSchema } from './register/register-schema.ts';
import type { Fault, Path, YamlFile } from './yaml-file.ts';

/** An entry of a file and where it stands. */
export type Entry<Value> = Value & { path: Path };

type Of<Schema extends z.ZodType> = Entry<z.output<Schema>>[];

/** What a province's file says, entry by entry; entries that could not be read are left out and in `faults`. */
export interface ProvinceFile {
  sources: Entry<z.output<typeof sourceSchema> & { id: string }>[];
  villages: Of<typeof villageSchema>;
  decisions: Of<typeof decisionSchema>;
  figures: Entry<Figure>[];
  targets: Of<typeof targetSchema>;
  rules: Of<typeof ruleSchema>;
  models: Of<typeof modelSchema>;
  adoptions: Entry<z.output<typeof adoptionSchema> & { model: string }>[];
  materials: Entry<Omit<z.output<typeof materialSetSchema>, 'items'> & z.output<typeof materialSchema>>[];
  funding: Of<typeof fundingSchema>;
  benefits: Of<typeof benefitSchema>;
  trainings: Of<typeof trainingSchema>;
  register: Of<typeof registerSchema>;
  /** Ids of all sources that the file declares, readable or not. */
  sourceIds: string[];
  faults: Fault[];
}

/** A value of a statement together with what the statement says of all its values. */
export type Figure = z.output<typeof figureSchema> & Omit<z.output<typeof statementSchema>, 'values'>;

/** Reads every entry by itself, so that one file shows all its faults at once. */
export function readProvinceFile({ content }: YamlFile): ProvinceFile {
  const faults: Fault[] = [];
  const top = parse(fileSchema, content === '' ? {} : content);
  if (!top.success) faults.push(...faultsOf(top.error, []));
  const sections = isRecord(content) ? content : {};

  const { one, many } = entryReader(faults);
  const section = <Value>(name: string, schema: z.ZodType<Value>) => many(schema, sections[name], [name]);

  const sources = isRecord(sections['sources']) ? sections['sources'] : {};
  const statements = section('figures', statementSchema);
  const models = section('models', modelSchema);
  const materialSets = section('materials', materialSetSchema);
  return {
    sources: Object.entries(sources).flatMap(([id, source]) =>
      one(sourceSchema, source, ['sources', id]).map((entry) => ({ ...entry, id })),
    ),
    sourceIds: Object.keys(sources),
    villages: section('villages', villageSchema),
    decisions: section('decisions', decisionSchema),
    figures: statements.flatMap(({ values, path, ...shared }) =>
      many(figureSchema, values, [...path, 'values']).map((figure) => ({ ...shared, ...figure })),
    ),
    targets: section('targets', targetSchema),
    rules: section('rules', ruleSchema),
    models,
    adoptions: models.flatMap(({ adoptions, path, code }) =>
      many(adoptionSchema, adoptions, [...path, 'adoptions']).map((adoption) => ({
        ...adoption,
        model: code,
      })),
    ),
    materials: materialSets.flatMap(({ items, path, ...shared }) =>
      many(materialSchema, items, [...path, 'items']).map((material) => ({ ...shared, ...material })),
    ),
    funding: section('funding', fundingSchema),
    benefits: section('benefits', benefitSchema),
    trainings: section('trainings', trainingSchema),
    register: section('register', registerSchema),
    faults,
  };
}

/** Reads entries one by one; what is wrong with an entry is added to the faults, and the entry left out. */
function entryReader(faults: Fault[]) {
  const one = <Value>(schema: z.ZodType<Value>, value: unknown, path: Path): Entry<Value>[] => {
    const result = parse(schema, value);
    if (result.success) return [{ ...result.data, path }];
    faults.push(...faultsOf(result.error, path));
    return [];
  };
  const many = <Value>(schema: z.ZodType<Value>, values: unknown, path: Path): Entry<Value>[] =>
    Array.isArray(values) ? values.flatMap((value, index) => one(schema, value, [...path, index])) : [];
  return { one, many };
}

const list = z.array(z.unknown()).optional();

const fileSchema = z.strictObject({
  sources: z.record(z.string(), z.unknown()).optional(),
  villages: list,
  decisions: list,
  figures: list,
  targets: list,
  rules: list,
  models: list,
  materials: list,
  funding: list,
  benefits: list,
  trainings: list,
  register: list,
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
