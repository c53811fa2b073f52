/** A row of random choices that the same seed repeats. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  below(limit: number): number;
  is(probability: number): boolean;
  of<Value>(values: readonly Value[]): Value;
}

export function chanceFrom(seed: number): Chance {
  let state = seed;
  const next = () => {
    // mulberry32, as in @cnscd/sdk/testing.
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    is: (probability) => next() < probability,
    of<Value>(values: readonly Value[]) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to choose from');
      return value;
    },
  };
}
