const MOST = 100;

/** A page size that the server takes, whatever the page says. */
export function pageSizeOf(size: number): number {
  return Math.min(MOST, Math.max(1, Math.trunc(size) || 10));
}
