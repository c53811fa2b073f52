/** A token whose claims can be read; nobody signed it. */
export function tokenOf(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part(claims)}.`;
}

/** A token of somebody, and the name of who that is. */
export const personWith = (sub: string): { user: string; token: string } => ({
  user: `https://sign-in.example#${sub}`,
  token: tokenOf({ iss: 'https://sign-in.example', sub }),
});
