import { isStorableText, localDate, nfc } from '@cnscd/domain';
import type { JWTPayload } from 'jose';
import { isUuid } from '../entities/uuid.ts';
import type { CheckedAuthOptions } from './auth-options.ts';
import type { ClaimedGrant, Claims } from './credential.ts';

const LONGEST_SUBJECT = 255;
const LONGEST_NAME = 200;
const MOST_GRANTS = 50;
const UNIT = /^[^\s@\p{C}]{1,200}(?:@(\S+))?$/u;

/**
 * What a token says of its bearer, from wherever the provider puts it. Roles of other systems are passed over.
 *
 * @returns null when it names nobody
 */
export function readClaims(
  payload: JWTPayload,
  { issuer, claims, roles }: CheckedAuthOptions,
): Claims | null {
  const subject = claimAt(payload, claims.subject);
  if (typeof subject !== 'string' || subject === '' || subject.length > LONGEST_SUBJECT) return null;
  if (!isStorableText(subject)) return null;
  const memberId = claimAt(payload, claims.memberId);
  return {
    issuer,
    subject,
    name: readName(claimAt(payload, claims.name)),
    memberId: typeof memberId === 'string' && isUuid(memberId) ? memberId.toLowerCase() : null,
    grants: readGrants(claimAt(payload, claims.roles), roles),
  };
}

/** The whole path may be the name of a claim, `https://provider.example/roles` for one; so may each part of it. */
function claimAt(from: unknown, path: string): unknown {
  if (typeof from !== 'object' || from === null) return undefined;
  if (Object.hasOwn(from, path)) return Reflect.get(from, path);
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot);
    const found = Object.hasOwn(from, head)
      ? claimAt(Reflect.get(from, head), path.slice(dot + 1))
      : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function readName(claim: unknown): string | null {
  if (typeof claim !== 'string' || !isStorableText(claim)) return null;
  const name = nfc(claim).trim();
  return name === '' || name.length > LONGEST_NAME || /\p{Cc}/u.test(name) ? null : name;
}

function readGrants(claim: unknown, roles: CheckedAuthOptions['roles']): ClaimedGrant[] {
  const texts: unknown[] = typeof claim === 'string' ? claim.split(' ') : Array.isArray(claim) ? claim : [];
  const grants = new Map<string, ClaimedGrant>();
  for (const text of texts) {
    if (grants.size === MOST_GRANTS) break;
    const grant = typeof text === 'string' ? readGrant(text, roles) : null;
    if (grant !== null) grants.set(`${grant.role}:${grant.unit}`, grant);
  }
  return [...grants.values()];
}

/** Both sides may hold colons: the provider's name of the role, and the id of a unit. */
function readGrant(text: string, roles: CheckedAuthOptions['roles']): ClaimedGrant | null {
  for (const [name, role] of Object.entries(roles)) {
    const unit = text.slice(name.length + 1);
    if (text.startsWith(`${name}:`) && isUnit(unit)) return { role, unit };
  }
  return null;
}

function isUnit(text: string): boolean {
  const found = UNIT.exec(text);
  return found !== null && (found[1] === undefined || isDay(found[1]));
}

function isDay(text: string): boolean {
  try {
    return localDate(text) === text;
  } catch {
    return false;
  }
}
