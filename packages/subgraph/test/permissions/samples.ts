import { randomUUID } from 'node:crypto';
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { required } from '../../src/entities/required.ts';

/** Values for the fields that inputs require, by their names. Those of one mutation stand under `mutation.field`. */
export type SampleValues = Readonly<Record<string, unknown>>;

/**
 * An input of a mutation with all that it requires and nothing else: made from the schema, so that a mutation with a
 * field that nobody has thought of fails the test until it has a sample.
 */
export function sampleInput(
  schema: GraphQLSchema,
  field: string,
  values: SampleValues,
): Record<string, unknown> {
  const mutation = required(schema.getMutationType() ?? null, 'Mutation').getFields()[field];
  const input = mutation?.args.find((arg) => arg.name === 'input')?.type;
  const type = input === undefined ? undefined : getNamedType(input);
  if (!isInputObjectType(type)) throw new Error(`${field} has no input`);
  return { ...sampleOf(type, field, values), ...extrasOf(field, values) };
}

/** What an object inside of an input requires, found by its path from the input down. */
export function sampleObject(
  type: GraphQLInputObjectType,
  path: readonly (string | number)[],
  field: string,
  values: SampleValues,
): Record<string, unknown> {
  let at = type;
  for (const step of path) {
    const inner = typeof step === 'string' ? at.getFields()[step]?.type : undefined;
    const named = inner === undefined ? at : getNamedType(inner);
    if (!isInputObjectType(named)) throw new Error(`${path.join('.')} is no object`);
    at = named;
  }
  const given = values[String(path.findLast((step) => typeof step === 'string'))];
  return typeof given === 'object' && given !== null ? { ...given } : sampleOf(at, field, values);
}

/** Optional fields that a sample of this mutation needs: `mutation.*`. */
const extrasOf = (field: string, values: SampleValues) =>
  (values[`${field}.*`] ?? {}) as Record<string, unknown>;

function sampleOf(
  type: GraphQLInputObjectType,
  field: string,
  values: SampleValues,
): Record<string, unknown> {
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(fields.map(({ name, type: of }) => [name, valueFor(name, of, field, values)]));
}

function valueFor(name: string, type: GraphQLInputType, field: string, values: SampleValues): unknown {
  if (name === 'idempotencyKey') return randomUUID();
  for (const key of [`${field}.${name}`, name]) if (key in values) return values[key];
  // No row is ever at this version: whoever may write is told of a conflict, and nothing changes.
  if (name === 'expectedVersion') return 999_999;
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return [valueFor(`${name}[]`, inner.ofType, field, values)];
  const named = getNamedType(inner);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) return sampleOf(named, field, values);
  throw new Error(`no sample for ${field}.${name}: add one to the matrix test`);
}
