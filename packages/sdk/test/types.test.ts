import { describe, expectTypeOf, it } from 'vitest';
import {
  type Activity,
  CnscdConflict,
  CnscdRateLimited,
  type Connection,
  typedDocument,
} from '../src/index.ts';

// Proven by the type check: an @ts-expect-error that finds no error is one itself.
const NEEDS = typedDocument<{ a: number }, { x: string; y?: number }>('query A($x: String!) { a(x: $x) }');
const MAY = typedDocument<{ b: number }, { y?: number }>('query B($y: Int) { b(y: $y) }');
const NONE = typedDocument<{ c: number }>('query C { c }');

export const calls = async ({ query }: Connection): Promise<void> => {
  expectTypeOf(await query(NEEDS, { x: 'a' })).toEqualTypeOf<{ a: number }>();
  expectTypeOf(await query(MAY)).toEqualTypeOf<{ b: number }>();
  expectTypeOf(await query(MAY, { y: 1 }, { timeoutMs: 5 })).toEqualTypeOf<{ b: number }>();
  expectTypeOf(await query(NONE)).toEqualTypeOf<{ c: number }>();
  expectTypeOf(await query(NONE, {}, { timeoutMs: 5 })).toEqualTypeOf<{ c: number }>();
  expectTypeOf(await query('query D { d }')).toEqualTypeOf<unknown>();
  // @ts-expect-error a variable is missing
  await query(NEEDS);
  // @ts-expect-error a variable is missing
  await query(NEEDS, {});
  // @ts-expect-error a variable of another type
  await query(NEEDS, { x: 1 });
  // @ts-expect-error a variable that there is none of
  await query(NEEDS, { x: 'a', z: 2 });
  // @ts-expect-error a variable that there is none of
  await query(MAY, { z: 2 });
  // @ts-expect-error a variable that there is none of
  await query(NONE, { z: 2 });
  // @ts-expect-error no document
  await query(5, {});
  // @ts-expect-error no document
  await query({}, {});
  // @ts-expect-error no document
  await query(new Date(), {});
};

export const told = (error: unknown): void => {
  if (error instanceof CnscdRateLimited) expectTypeOf(error.retryAfterMs).toEqualTypeOf<number>();
  if (error instanceof CnscdConflict) expectTypeOf(error.current).toEqualTypeOf<unknown>();
  // Whoever wrote an activity knows what there is instead.
  const conflict = error as CnscdConflict<Activity>;
  expectTypeOf(conflict.current.version).toEqualTypeOf<number>();
};

describe('types', () => {
  it('let through what the server would take', () => {
    expectTypeOf(calls).toBeFunction();
  });
});
