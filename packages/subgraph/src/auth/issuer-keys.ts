import { createLocalJWKSet, createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { type CheckedAuthOptions, safeUrl } from './auth-options.ts';

/** The issuer's keys cannot be had: nothing is known about the token. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable';
}

/**
 * Finds the key that a token names. Keys are fetched with the first token, kept for ten minutes, and fetched again for
 * one that is not among them, as after a rotation.
 *
 * @param onOutage - told why they cannot be had; once until they can be had again
 */
export function issuerKeys(options: CheckedAuthOptions, onOutage: (cause: unknown) => void): JWTVerifyGetKey {
  if (options.jwks !== undefined) return createLocalJWKSet(options.jwks);
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  let isOut = false;
  return async (header, token) => {
    try {
      keySet ??= openKeySet(options);
      const key = await (await keySet.catch(forgetKeySet))(header, token);
      isOut = false;
      return key;
    } catch (cause) {
      if (isAboutToken(cause)) throw cause;
      if (!isOut) onOutage(cause);
      isOut = true;
      throw new KeysUnavailable('the keys of the issuer cannot be had', { cause });
    }
  };

  /** The next token asks again. */
  function forgetKeySet(cause: unknown): never {
    keySet = undefined;
    throw cause;
  }
}

async function openKeySet(options: CheckedAuthOptions): Promise<JWTVerifyGetKey> {
  const { jwksUrl, keyTimeoutMs: timeoutDuration, keyCooldownMs: cooldownDuration } = options;
  const url = jwksUrl === undefined ? await discoverKeys(options) : safeUrl(jwksUrl);
  return createRemoteJWKSet(url, { timeoutDuration, cooldownDuration });
}

/** OpenID Connect Discovery 1.0: the document must name the very issuer that was asked. */
async function discoverKeys({ issuer, keyTimeoutMs }: CheckedAuthOptions): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(keyTimeoutMs) });
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  const found = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown }; // both are looked at below
  if (found.issuer !== issuer) throw new Error(`${address} names another issuer: ${String(found.issuer)}`);
  if (typeof found.jwks_uri !== 'string') throw new Error(`${address} names no jwks_uri`);
  return safeUrl(found.jwks_uri);
}

/** The keys are there, and none of them is the token's. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
