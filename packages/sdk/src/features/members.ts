import { type Member, MemberDocument, type MemberVariables } from '../generated/operations.ts';
import type { RequestOptions, Send } from '../send.ts';
import { stated } from '../stated.ts';

export interface Members {
  /**
   * A person with the teams that he or she is in on `asOf`, or ever was in without it.
   *
   * @throws {CnscdError} `MEMBER_NOT_FOUND`
   */
  get(member: MemberVariables, options?: RequestOptions): Promise<Member>;
}

export function membersOf(send: Send): Members {
  return {
    get: async (member, options) => stated((await send(MemberDocument, member, options)).member, 'member'),
  };
}
