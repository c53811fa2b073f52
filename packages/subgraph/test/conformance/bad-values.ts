import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';

/** A field somewhere in an input that takes one value. */
export interface Leaf {
  /** Names and list positions from the input down: `['outcomes', 0, 'reached']`. */
  path: readonly (string | number)[];
  scalar: string;
}

/** Every field of an input that takes a value and not a choice, as deep as inputs go. */
export function leavesOf(type: GraphQLInputObjectType, above: Leaf['path'] = []): Leaf[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const { named, isList } = shapeOf(field.type);
    const path = [...above, field.name, ...(isList ? [0] : [])];
    if (isInputObjectType(named)) return leavesOf(named, path);
    return isScalarType(named) && field.name !== 'idempotencyKey' ? [{ path, scalar: named.name }] : [];
  });
}

function shapeOf(type: GraphQLInputType) {
  const inner = isNonNullType(type) ? type.ofType : type;
  return { named: getNamedType(inner), isList: isListType(inner) };
}

/** What must never get in, by the type of the field. */
export const BAD_VALUES: Readonly<Record<string, readonly (readonly [name: string, value: unknown])[]>> = {
  String: [
    ['NUL', 'a\0b'],
    ['half a character', 'x\ud800'],
    ['a megabyte', 'x'.repeat(1_000_000)],
    ['a citizen-ID number', 'số 045201000123'],
  ],
  ID: [
    ['NUL', 'a\0b'],
    ['half a character', 'x\ud800'],
    ['a megabyte', 'x'.repeat(1_000_000)],
  ],
  Date: [
    ['30 February', '2026-02-30'],
    ['NUL', '2026\0'],
  ],
  DateTime: [
    ['30 February', '2026-02-30T08:00:00+07:00'],
    ['a megabyte', '2'.repeat(1_000_000)],
  ],
  Period: [
    ['the thirteenth month', '2026-13'],
    ['NUL', '2026\0'],
  ],
  Int: [
    ['a negative count', -1],
    ['the largest number', 2_147_483_647],
  ],
  Float: [
    ['a negative count', -1],
    ['far too much', 1e300],
  ],
};

/** An input with one value put in somewhere; `make` fills what an object on the way requires. */
export function withValue(
  input: Record<string, unknown>,
  { path }: Leaf,
  value: unknown,
  make: (path: Leaf['path']) => Record<string, unknown>,
): Record<string, unknown> {
  const [first, ...rest] = path;
  const copy: Record<string, unknown> = structuredClone(input);
  if (first === undefined) return copy;
  let at: Record<string | number, unknown> = copy;
  for (const [depth, step] of path.slice(0, -1).entries()) {
    const isListStep = typeof path[depth + 1] === 'number';
    at[step] ??= isListStep ? [] : make(path.slice(0, depth + 1));
    at = at[step] as Record<string | number, unknown>; // made, or there, as an object or a list
  }
  at[path[path.length - 1] ?? first] = value;
  return rest.length === 0 ? { ...copy, [first]: value } : copy;
}
