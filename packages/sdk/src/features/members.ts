import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  AddMemberDocument,
  type AddMemberInput,
  ChangeMembershipDocument,
  type ChangeMembershipInput,
  DuplicateMembersDocument,
  type DuplicateMembersVariables,
  EndMembershipDocument,
  type EndMembershipInput,
  type Member,
  MemberDocument,
  type MemberName,
  type MemberPair,
  type Membership,
  type MemberVariables,
  MergeMembersDocument,
  type MergeMembersInput,
  type Merger,
  UpdateMemberDocument,
  type UpdateMemberInput,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import { type Keyed, withId } from '../write.ts';

export type DuplicateFilter = Omit<DuplicateMembersVariables, 'first' | 'after'>;

/** People of the register, for those who see inside their teams. Phone numbers are whole, masked or null by role. */
export interface Members {
  /**
   * A person with the teams that he or she is in on `asOf`, or ever was in without it.
   *
   * @throws {CnscdError} `MEMBER_NOT_FOUND`
   */
  get(member: MemberVariables, options?: RequestOptions): Promise<Member>;
  /**
   * Somebody joins a team: a person of the register by `memberId`, or somebody new as `person`. For leaders and officers.
   *
   * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_HAS_LEADER`, `MEMBER_ALREADY_IN_TEAM`, `PHONE_INVALID`, `NOT_PERMITTED`, …
   */
  add(member: Keyed<AddMemberInput>, options?: RequestOptions): Promise<Membership>;
  /**
   * Name and phone number of a person. For the person, leaders and officers.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `MEMBER_NOT_FOUND`, `PHONE_INVALID`, `NOT_PERMITTED`
   */
  update(change: Keyed<UpdateMemberInput>, options?: RequestOptions): Promise<MemberName>;
  /**
   * Another role, core flag, affiliation or responsibility from a day on: the membership ends and another one begins.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `MEMBERSHIP_NOT_FOUND`, `MEMBERSHIP_ENDED`, `TEAM_HAS_LEADER`, `NOT_PERMITTED`
   */
  changeMembership(change: Keyed<ChangeMembershipInput>, options?: RequestOptions): Promise<Membership>;
  /**
   * Somebody leaves a team. For leaders and officers.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `MEMBERSHIP_NOT_FOUND`, `MEMBERSHIP_ENDED`, `NOT_PERMITTED`
   */
  endMembership(end: Keyed<EndMembershipInput>, options?: RequestOptions): Promise<Membership>;
  /** Records that may be one person, the likeliest first. For officers. Errors: `UNIT_NOT_FOUND`, `NOT_PERMITTED`. */
  duplicates: Listing<DuplicateFilter, MemberPair>;
  /**
   * Several records of one person become one, or with `dryRun` only what would happen. For officers. See
   * `client.mergers.undo`, for 30 days.
   *
   * @throws {CnscdError} `MEMBER_NOT_FOUND`, `MERGER_INVALID`, `NOT_PERMITTED`
   */
  merge(members: Keyed<MergeMembersInput>, options?: RequestOptions): Promise<Merger>;
}

export function membersOf({ query: send, write }: Connection): Members {
  return {
    get: async (member, options) => stated((await send(MemberDocument, member, options)).member, 'member'),
    add: (member, options) => {
      const person = member.person == null ? {} : { person: withId(member.person) };
      return write(AddMemberDocument, 'addMember', withId({ ...member, ...person }), options);
    },
    update: (change, options) => write(UpdateMemberDocument, 'updateMember', change, options),
    changeMembership: (change, options) => {
      const input = { ...change, newId: withId({ id: change.newId }).id };
      return write(ChangeMembershipDocument, 'changeMembership', input, options);
    },
    endMembership: (end, options) => write(EndMembershipDocument, 'endMembership', end, options),
    duplicates: listing(
      async (filter, options) => (await send(DuplicateMembersDocument, filter, options)).duplicateMembers,
    ),
    merge: (members, options) => write(MergeMembersDocument, 'mergeMembers', withId(members), options),
  };
}
