import { randomUUID } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { type TokenVerifier, tokenVerifier } from '../auth/verify-token.ts';
import { sessionIssuer } from './session-issuer.ts';
import type { SessionKeys } from './session-keys.ts';

/** What a session stands and falls with. */
export interface LinkOfSession {
  id: string;
  memberId: string;
}

export interface Session {
  token: string;
  expiresAt: Date;
}

/** Short sessions of our own, made once Zalo has said who it is, so that Zalo is asked at sign-in only. */
export interface Sessions {
  /** Issuer of the sessions, and so the tenant of what is written in them. */
  issuer: string;
  issue(link: LinkOfSession, now: Date): Promise<Session>;
  /** Verifies sessions, and leaves every other token to the verifier of the identity provider. */
  verifierBeside(other: TokenVerifier, clock: () => Date): TokenVerifier;
}

/** As long as a token of Zalo holds. */
const LIFE_S = 3600;
const AUDIENCE = 'urn:cnscd:subgraph';
/** Names the link: the session says nothing else of whoever bears it but the id in the register. */
const LINK_CLAIM = 'sid';

export function sessionsOf(appId: string, keys: SessionKeys): Sessions {
  const issuer = sessionIssuer(appId);
  return {
    issuer,
    async issue({ id, memberId }, now) {
      const nowS = Math.floor(now.getTime() / 1000);
      const token = await new SignJWT({ [LINK_CLAIM]: id })
        .setProtectedHeader({ alg: 'ES256', kid: keys.newest.kid, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(memberId)
        .setJti(randomUUID())
        .setIssuedAt(nowS)
        .setExpirationTime(nowS + LIFE_S)
        .sign(keys.newest.key);
      return { token, expiresAt: new Date((nowS + LIFE_S) * 1000) };
    },
    verifierBeside(other, clock) {
      const claims = { memberId: 'sub' };
      const options = { issuer, audience: AUDIENCE, jwks: keys.jwks, algorithms: ['ES256'], claims };
      const own = tokenVerifier(options, { clock, linkClaim: LINK_CLAIM });
      return (authorization) => (issuerIn(authorization) === issuer ? own : other)(authorization);
    },
  };
}

/** Whose token it claims to be; nothing of it is believed yet. */
function issuerIn(authorization: string | undefined): string | undefined {
  try {
    return decodeJwt(authorization?.replace(/^bearer +/i, '') ?? '').iss;
  } catch {
    return undefined;
  }
}
