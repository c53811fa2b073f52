import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import {
  DissolveTeamDocument,
  type DissolveTeamInput,
  EstablishTeamDocument,
  type EstablishTeamInput,
  LinkZaloGroupDocument,
  type LinkZaloGroupInput,
  type Merger,
  MergeTeamsDocument,
  type MergeTeamsInput,
  SplitTeamDocument,
  type SplitTeamInput,
  type Team,
  TeamDocument,
  type TeamInside,
  TeamInsideDocument,
  type TeamInsideVariables,
  type TeamMember,
  TeamMembersDocument,
  type TeamMembersVariables,
  type TeamRecord,
  type TeamSummary,
  TeamsDocument,
  type TeamsVariables,
  type TeamVariables,
  UpdateTeamDocument,
  type UpdateTeamInput,
} from '../generated/operations.ts';
import { type Listing, listing } from '../listing.ts';
import { stated } from '../stated.ts';
import { type Keyed, withId } from '../write.ts';

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
   * A team by `id` or by `code`, as anybody may see it.
   *
   * @throws {CnscdError} `TEAM_NOT_FOUND`; `FILTER_MISSING` without either
   */
  get(team: TeamVariables, options?: RequestOptions): Promise<Team>;
  /**
   * What a team has inside: its leader, its Zalo group, its first members (50), its newest activities (10) and the rules
   * it breaks. For the people of the team and the officers of its unit.
   *
   * @throws {CnscdError} `SIGN_IN_REQUIRED`, `NOT_PERMITTED`, `TEAM_NOT_FOUND`; `FILTER_MISSING` without id and code
   */
  inside(team: TeamInsideVariables, options?: RequestOptions): Promise<TeamInside>;
  /** People in one team, by name, with their role in it. Errors: as `inside`. */
  members: Listing<TeamMemberFilter, TeamMember>;
  /**
   * Founds a team, on a decision or with the reason why there is none yet. For officers of the unit.
   *
   * @throws {CnscdError} `UNIT_NOT_FOUND`, `DECISION_MISSING`, `TEAM_CODE_TAKEN`, `NOT_PERMITTED`, `TEXT_SENSITIVE`, …
   */
  establish(team: Keyed<EstablishTeamInput>, options?: RequestOptions): Promise<TeamRecord>;
  /**
   * Changes what is known of a team; what is left out stays. For officers of the unit.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `NOT_PERMITTED`, …
   */
  update(change: Keyed<UpdateTeamInput>, options?: RequestOptions): Promise<TeamRecord>;
  /**
   * Ends a team; its memberships end with it. For officers of the unit.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `NOT_PERMITTED`, …
   */
  dissolve(end: Keyed<DissolveTeamInput>, options?: RequestOptions): Promise<TeamRecord>;
  /** Link and status of the team's Zalo group, never who is in it. For its leader and officers. */
  linkZaloGroup(link: Keyed<LinkZaloGroupInput>, options?: RequestOptions): Promise<TeamRecord>;
  /**
   * Puts teams together into one of them, or with `dryRun` only says what would happen. See `client.mergers.undo`.
   *
   * @throws {CnscdConflict} when somebody was faster
   * @throws {CnscdError} `TEAM_NOT_FOUND`, `TEAM_ENDED`, `MERGER_INVALID`, `NOT_PERMITTED`, …
   */
  merge(teams: Keyed<MergeTeamsInput>, options?: RequestOptions): Promise<Merger>;
  /** Parts of a team become teams of their own, or with `dryRun` only what would happen. Errors: as `merge`. */
  split(team: Keyed<SplitTeamInput>, options?: RequestOptions): Promise<Merger>;
}

export function teamsOf({ query: send, write }: Connection): Teams {
  return {
    ...listing(async (filter, options) => (await send(TeamsDocument, filter, options)).teams),
    get: async (team, options) => stated((await send(TeamDocument, team, options)).team, 'team'),
    inside: async (team, options) => stated((await send(TeamInsideDocument, team, options)).team, 'team'),
    members: listing(
      async (filter, options) =>
        stated((await send(TeamMembersDocument, filter, options)).team, 'team').members,
    ),
    establish: (team, options) => write(EstablishTeamDocument, 'establishTeam', withId(team), options),
    update: (change, options) => write(UpdateTeamDocument, 'updateTeam', change, options),
    dissolve: (end, options) => write(DissolveTeamDocument, 'dissolveTeam', end, options),
    linkZaloGroup: (link, options) => write(LinkZaloGroupDocument, 'linkZaloGroup', link, options),
    merge: (teams, options) => write(MergeTeamsDocument, 'mergeTeams', withId(teams), options),
    split: (team, options) => write(SplitTeamDocument, 'splitTeam', withId(team), options),
  };
}
