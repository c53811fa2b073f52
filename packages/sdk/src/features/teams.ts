import {
  type Team,
  TeamDocument,
  type TeamMember,
  TeamMembersDocument,
  type TeamMembersVariables,
  type TeamSummary,
  TeamsDocument,
  type TeamsVariables,
  type TeamVariables,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import type { RequestOptions, Send } from '../send.ts';
import { stated } from '../stated.ts';

export type TeamFilter = Omit<TeamsVariables, 'first' | 'after'>;
export type TeamMemberFilter = Omit<TeamMembersVariables, 'first' | 'after'>;

/**
 * Teams by name; `search` folds diacritics, đ and case, and looks at name, code and place.
 *
 * Errors: `SEARCH_INVALID`, `UNIT_NOT_FOUND`, `DATE_INVALID`, `AS_OF_BEFORE_DATA`.
 *
 * @example
 * for await (const team of client.teams.all({ unitCode: '45', asOf: '2023-09-30' })) console.log(team.name);
 */
export interface Teams extends Listing<TeamFilter, TeamSummary> {
  /**
   * A team by `id` or by `code`, with its first members (50), its newest activities (10) and the rules it breaks.
   *
   * @throws {CnscdError} `TEAM_NOT_FOUND`; `FILTER_MISSING` without either
   */
  get(team: TeamVariables, options?: RequestOptions): Promise<Team>;
  /** People in one team, by name, with their role in it. */
  members: Listing<TeamMemberFilter, TeamMember>;
}

export function teamsOf(send: Send): Teams {
  return {
    ...listing(async (filter, options) => (await send(TeamsDocument, filter, options)).teams),
    get: async (team, options) => stated((await send(TeamDocument, team, options)).team, 'team'),
    members: listing(
      async (filter, options) =>
        stated((await send(TeamMembersDocument, filter, options)).team, 'team').members,
    ),
  };
}
