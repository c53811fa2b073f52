import { VIEWER_ROLES } from '@cnscd/domain';
import sql from 'sql-template-tag';
import { memberColumns, memberNotFound, memberRestricted } from '../../entities/member.ts';
import type { MemberRow } from '../../entities/rows.ts';
import { isUuid } from '../../entities/uuid.ts';
import { mergerInvalid, requireSize } from '../../operations/merger.ts';
import type { Write } from '../../operations/write.ts';
import { roleWithin } from '../../permissions/scope.ts';
import { isAtLeast, notPermitted } from '../../permissions/sign-in.ts';
import { membershipColumns } from './membership.ts';
import { dutiesOfMembership, type MembershipForWrite, teamWithin } from './membership-for-write.ts';

/** One of the records that become one. */
export interface MergedRecord extends MemberRow {
  phoneDigest: Buffer | null;
  memberships: MergedMembership[];
}

export interface MergedMembership extends MembershipForWrite {
  teamCode: string;
}

/** What becomes one. */
export interface Merging {
  kept: MergedRecord;
  duplicates: MergedRecord[];
  /** The unit of the caller's own in which all of it lies. */
  unitId: string | null;
}

const MOST_DUPLICATES = 10;

/** @throws {DomainError} `MERGER_INVALID` for no record, more than ten, one that is there twice, or the kept one */
export function readRecords(
  keepId: string,
  duplicateIds: readonly string[],
): { keepId: string; ids: string[] } {
  requireSize(duplicateIds, 'duplicateIds', MOST_DUPLICATES);
  const ids = duplicateIds.map((id) => id.toLowerCase());
  const again = ids.findIndex((id, index) => id === keepId.toLowerCase() || ids.indexOf(id) !== index);
  if (again >= 0) throw namedTwice(again);
  return { keepId: keepId.toLowerCase(), ids };
}

/**
 * The records that become one, with their memberships; people, then their teams, are kept from others until it is done.
 *
 * @throws {DomainError} `MEMBER_NOT_FOUND` for somebody whom the caller does not know, and for what went into another
 * record already; `NOT_PERMITTED` unless the caller oversees every team that any of them is or was in
 */
export async function requireMerging(
  { tx, scope }: Pick<Write, 'tx' | 'scope'>,
  { keepId, ids }: { keepId: string; ids: readonly string[] },
): Promise<Merging> {
  const asked = [keepId, ...ids];
  const known = asked.filter(isUuid);
  const members = await tx.rows<Omit<MergedRecord, 'memberships'>>(sql`
    /* membersForMerger */
    select ${memberColumns}, m.phone_digest as "phoneDigest" from member m
    where m.id = any(${known}::uuid[]) and m.merged_into_id is null and m.erased_at is null order by m.id for no key update of m`);
  const memberships = await tx.rows<MergedMembership & { within: string[] }>(sql`
    /* membershipsForMerger */
    select ${membershipColumns}, t.unit_id as "teamUnitId", t.code as "teamCode", ${dutiesOfMembership}, ${teamWithin(scope)}
    from team t join membership ms on ms.team_id = t.id
    where ms.member_id = any(${known}::uuid[]) order by t.id, ms.id for no key update of t, ms`);
  const [kept, ...duplicates] = asked.map((id, index): MergedRecord => {
    const field = index === 0 ? 'keepId' : `duplicateIds[${index - 1}]`;
    const own = memberships.filter((membership) => membership.memberId === id);
    const member = members.find((row) => row.id === id);
    const roles = own.map(({ within, teamId }) => roleWithin(scope, within, teamId));
    if (member === undefined || roles.every((role) => role === null)) throw memberNotFound(field, id);
    if (roles.some((role) => !isAtLeast(role, 'COMMUNE_OFFICER')))
      throw notPermitted('COMMUNE_OFFICER', field);
    if (member.isRestricted) throw memberRestricted(field);
    return { ...member, memberships: own.map(({ within: _, ...membership }) => membership) };
  });
  if (kept === undefined) throw new Error('a merger without a record');
  return { kept, duplicates, unitId: narrowestRegion(scope, memberships) };
}

/** The caller's lowest unit in which all teams lie; where they lie in several of them, the first team's. */
function narrowestRegion(
  { grants }: Write['scope'],
  memberships: readonly { within: string[] }[],
): string | null {
  const lowest = grants.toSorted((a, b) => VIEWER_ROLES.indexOf(a.role) - VIEWER_ROLES.indexOf(b.role));
  const around = lowest.find(({ regionId }) => memberships.every(({ within }) => within.includes(regionId)));
  return (
    (around ?? lowest.find(({ regionId }) => memberships[0]?.within.includes(regionId)))?.regionId ?? null
  );
}

const namedTwice = (index: number) =>
  mergerInvalid(`duplicateIds[${index}]`, {
    vi: `duplicateIds[${index}] đã được nêu ở keepId hoặc ở trên; mỗi hồ sơ chỉ nêu một lần`,
    en: `duplicateIds[${index}] is keepId or stands above already; name each record once`,
  });
