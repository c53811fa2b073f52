/** What of a token is read here. The server alone knows whether it is true. */
export interface TokenClaims {
  iss?: unknown;
  sub?: unknown;
  exp?: unknown;
}

/** The claims of a JWT; null for a token of another kind. */
export function claimsOf(token: string): TokenClaims | null {
  try {
    const [, payload = ''] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) =>
      char.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' ? claims : null;
  } catch {
    return null;
  }
}

/**
 * Who has signed in with a token, as one name that no two people share, also not across issuers: `user` of a call or of
 * an outbox. Keep it, to know whose records wait while nobody can sign in.
 *
 * @returns null for a token that is no JWT or names nobody
 */
export function userOf(token: string): string | null {
  const { iss, sub } = claimsOf(token) ?? {};
  return typeof iss === 'string' && typeof sub === 'string' ? `${iss}#${sub}` : null;
}
