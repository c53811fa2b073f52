import type { Messages } from '../errors.ts';

/** A label in both languages for every value of a vocabulary: a value without one does not compile. */
export type LabelSet<Value extends string> = Readonly<Record<Value, Messages>>;
