/** What a step of an iteration gives. */
export type Step<Value> = IteratorResult<Value, undefined>;

export const OVER: Step<never> = { done: true, value: undefined };

/**
 * An iteration by hand: an async generator cannot be built for the older webviews of phones (`target: 'es2015'`).
 * As in a generator, one step follows the other, and an error is the end.
 */
export function iterated<Value>(step: () => Promise<Step<Value>>): AsyncIterableIterator<Value> {
  let isOver = false;
  let last: Promise<unknown> = Promise.resolve();
  const advance = async () => {
    if (isOver) return OVER;
    isOver = true;
    const result = await step();
    isOver = result.done === true;
    return result;
  };
  return {
    next() {
      const result = last.then(advance);
      last = result.catch(() => {});
      return result;
    },
    async return() {
      isOver = true;
      return OVER;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
