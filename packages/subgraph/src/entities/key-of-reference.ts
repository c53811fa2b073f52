/**
 * A key of an entity reference as text; null where the reference does not have it, so that it names nothing.
 *
 * References are JSON of any shape: gateways send null for a key that another subgraph could not tell.
 */
export function keyOfReference(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}
