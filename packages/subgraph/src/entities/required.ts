/**
 * What a foreign key, or a not-null column, guarantees to be there.
 *
 * @param what - names it for the operator: `team 0189…`
 */
export function required<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new Error(`${what} is missing`);
  return value;
}
