/** The roles that a token can grant. Leaders and members follow from the register, not from the token. */
export const OFFICER_ROLES = ['COMMUNE_OFFICER', 'PROVINCIAL_OFFICER', 'ADMINISTRATOR'] as const;

export type OfficerRole = (typeof OFFICER_ROLES)[number];

/** A role in a unit, as the token claims it: whether the unit stands is not known yet. */
export interface ClaimedGrant {
  role: OfficerRole;
  /** A code, a code with a day (`19375@2025-07-01`), or the id of a unit. */
  unit: string;
}

/** What a verified token says of who asks. */
export interface Claims {
  issuer: string;
  /** Unique within the issuer. */
  subject: string;
  name: string | null;
  /** The person in the register. Null for an officer who is in no team. */
  memberId: string | null;
  grants: readonly ClaimedGrant[];
  /** The link to a Zalo account that a session of ours stands and falls with. Absent: a token of the identity provider. */
  linkId?: string;
}

/**
 * Who asks, as far as the request's token shows it.
 *
 * `NONE`: there is no token, so it is the public. `INVALID`: expired, for somebody else, forged or garbled; one answer
 * for all, so that it teaches a forger nothing. `UNAVAILABLE`: the issuer's keys cannot be had now, so the same token
 * may do later.
 */
export type Credential =
  | { kind: 'NONE' }
  | { kind: 'INVALID' }
  | { kind: 'UNAVAILABLE' }
  | { kind: 'VERIFIED'; claims: Claims };
