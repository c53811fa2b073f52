import type { JSONWebKeySet } from 'jose';
import { Refusal } from '../refusal.ts';
import { OFFICER_ROLES, type OfficerRole } from './credential.ts';

/** Whose tokens are believed. Any OpenID Connect provider fits. */
export interface AuthOptions {
  /** The `iss` of its tokens, letter for letter. */
  issuer: string;
  /** What its tokens must name as `aud`, so that a token for another service does not open this one. */
  audience: string;
  /** Where its keys are. @defaultValue what `ISSUER/.well-known/openid-configuration` names, asked for with the first token */
  jwksUrl?: string;
  /** The keys themselves, for where the provider cannot be reached. */
  jwks?: JSONWebKeySet;
  /** Signature algorithms; those with a shared secret are refused. @defaultValue RS256, PS256, ES256, EdDSA */
  algorithms?: readonly string[];
  claims?: Partial<ClaimPaths>;
  /** What the provider calls the roles. @defaultValue as they are called here; when given, no other name counts */
  roles?: Readonly<Record<string, OfficerRole>>;
  /** Longest wait for one answer of the provider, in milliseconds. @defaultValue 2000 */
  keyTimeoutMs?: number;
  /** Shortest time between two fetches of its keys for a key that is not known, in milliseconds. @defaultValue 30000 */
  keyCooldownMs?: number;
}

/** Where in a token each claim stands; a dot leads inside, as in `realm_access.roles`. */
export interface ClaimPaths {
  /** @defaultValue `sub` */
  subject: string;
  /** @defaultValue `name` */
  name: string;
  /** A list of `ROLE:unit`, or one text with blanks between them. @defaultValue `cnscd_roles` */
  roles: string;
  /** The person's id in the register. @defaultValue `cnscd_member_id` */
  memberId: string;
}

/** The same with every default filled in, and nothing in it that must not be believed. */
export type CheckedAuthOptions = Omit<AuthOptions, 'claims' | 'roles'> &
  Required<Pick<AuthOptions, 'algorithms' | 'roles' | 'keyTimeoutMs' | 'keyCooldownMs'>> & {
    claims: ClaimPaths;
  };

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const CLAIMS: ClaimPaths = {
  subject: 'sub',
  name: 'name',
  roles: 'cnscd_roles',
  memberId: 'cnscd_member_id',
};
const ROLES = Object.fromEntries(OFFICER_ROLES.map((role) => [role, role]));
/** Public-key signatures only: with a shared secret whoever can check a token could also make one. */
const ASYMMETRIC = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519)$/;

/** @throws {Refusal} when the options would let in tokens that nobody can vouch for */
export function checkAuthOptions(options: AuthOptions): CheckedAuthOptions {
  const { issuer, audience, algorithms = ALGORITHMS, roles = ROLES } = options;
  if (issuer === '') throw new Refusal(required('issuer'));
  if (audience === '') throw new Refusal(required('audience'));
  const unsafe = algorithms.find((algorithm) => !ASYMMETRIC.test(algorithm));
  if (unsafe !== undefined || algorithms.length === 0) throw new Refusal(unsafeAlgorithm(unsafe ?? ''));
  const foreign = Object.values(roles).find((role) => !OFFICER_ROLES.includes(role));
  if (foreign !== undefined) throw new Refusal(foreignRole(foreign));
  if (options.jwks === undefined) safeUrl(options.jwksUrl ?? issuer);
  return {
    ...options,
    algorithms,
    roles,
    claims: { ...CLAIMS, ...options.claims },
    keyTimeoutMs: options.keyTimeoutMs ?? 2000,
    keyCooldownMs: options.keyCooldownMs ?? 30_000,
  };
}

/**
 * An address from which keys may come: over plain HTTP anybody on the way could put their own in.
 *
 * @throws {Refusal} unless it is `https:`, or `http:` on this machine
 */
export function safeUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'https:') return url;
  if (url?.protocol === 'http:' && isLoopback(url.hostname)) return url;
  throw new Refusal({
    vi: `Địa chỉ của nhà cung cấp định danh là "${text}": phải là địa chỉ https, hoặc http trên chính máy này.`,
    en: `The identity provider's address is "${text}": it must be an https address, or http on this machine.`,
  });
}

/** Whether only this machine can reach a host of that name. */
export function isLoopback(host: string): boolean {
  return ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(host);
}

const required = (name: 'issuer' | 'audience') => ({
  vi: `Cấu hình đăng nhập thiếu ${name}: phải khai cả issuer và audience.`,
  en: `Sign-in is set up without ${name}: give both issuer and audience.`,
});

const unsafeAlgorithm = (algorithm: string) => ({
  vi: `Thuật toán ký là "${algorithm}": chỉ nhận chữ ký khóa công khai như RS256, PS256, ES256, EdDSA.`,
  en: `The signature algorithm is "${algorithm}": only those with a public key will do, such as RS256, PS256, ES256, EdDSA.`,
});

const foreignRole = (role: string) => ({
  vi: `Vai trò "${role}" không có ở đây: chỉ có ${OFFICER_ROLES.join(', ')}.`,
  en: `There is no role "${role}" here: only ${OFFICER_ROLES.join(', ')}.`,
});
