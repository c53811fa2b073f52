/** What is no UUID names no row; PostgreSQL would refuse the whole statement. Capitals are allowed. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Ids as PostgreSQL writes them, to find rows by. */
export function inLowerCase(ids: readonly string[]): string[] {
  return ids.map((id) => id.toLowerCase());
}
