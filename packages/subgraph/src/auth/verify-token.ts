import { jwtVerify } from 'jose';
import { isUuid } from '../entities/uuid.ts';
import { type AuthOptions, checkAuthOptions } from './auth-options.ts';
import type { Credential } from './credential.ts';
import { issuerKeys, KeysUnavailable } from './issuer-keys.ts';
import { readClaims } from './read-claims.ts';

/** Turns the `authorization` header of a request into what is known of who asks. Never throws: a bad token is an answer. */
export type TokenVerifier = (authorization: string | undefined) => Promise<Credential>;

export interface VerifierOptions {
  /** @defaultValue the machine's clock */
  clock?: () => Date;
  /** Told once of each outage why the issuer's keys cannot be had. */
  onOutage?: (cause: unknown) => void;
  /** The claim with the link that a session stands and falls with; a token without it is invalid. @defaultValue none */
  linkClaim?: string;
}

/** A provider's token with hundreds of groups is about 6 kB. */
const MAX_TOKEN_BYTES = 8192;
const CLOCK_TOLERANCE_S = 30;

/**
 * @param options - whose tokens are believed; undefined: nobody's
 * @throws {Refusal} for options that would let in tokens that nobody can vouch for
 */
export function tokenVerifier(
  options: AuthOptions | undefined,
  verifierOptions: VerifierOptions = {},
): TokenVerifier {
  if (options === undefined) return verifyNothing;
  const checked = checkAuthOptions(options);
  const { clock = () => new Date(), onOutage = () => {}, linkClaim } = verifierOptions;
  const keys = issuerKeys(checked, onOutage);
  return async (authorization) => {
    if (isAbsent(authorization)) return { kind: 'NONE' };
    const token = bearerToken(authorization);
    if (token === null) return { kind: 'INVALID' };
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: checked.issuer,
        audience: checked.audience,
        algorithms: [...checked.algorithms],
        clockTolerance: CLOCK_TOLERANCE_S,
        currentDate: clock(),
        requiredClaims: ['exp'],
      });
      const claims = readClaims(payload, checked);
      if (claims === null) return { kind: 'INVALID' };
      if (linkClaim === undefined) return { kind: 'VERIFIED', claims };
      const linkId = payload[linkClaim];
      return typeof linkId === 'string' && isUuid(linkId)
        ? { kind: 'VERIFIED', claims: { ...claims, linkId } }
        : { kind: 'INVALID' };
    } catch (error) {
      return { kind: error instanceof KeysUnavailable ? 'UNAVAILABLE' : 'INVALID' };
    }
  };
}

async function verifyNothing(authorization: string | undefined): Promise<Credential> {
  return { kind: isAbsent(authorization) ? 'NONE' : 'INVALID' };
}

/** Some gateways pass on an empty header for a client that sent none. */
function isAbsent(authorization: string | undefined): authorization is '' | undefined {
  return authorization === undefined || authorization === '';
}

/** Null for another scheme, for two tokens, and for more than any provider sends. */
function bearerToken(authorization: string): string | null {
  const token = /^bearer +([\w.-]+)$/i.exec(authorization)?.[1];
  return token === undefined || token.length > MAX_TOKEN_BYTES ? null : token;
}
