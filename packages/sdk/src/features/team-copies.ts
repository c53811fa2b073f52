import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import { CnscdError } from '../error.ts';
import type { Activity, ActivityInList, Change, TeamInside, TeamMember } from '../generated/operations.ts';
import { activitiesOf } from './activities.ts';
import { changesOf } from './changes.ts';
import { teamsOf } from './teams.ts';

/** What a device keeps of one team, as plain data that can be stored. */
export interface TeamCopy {
  teamId: string;
  team: TeamInside;
  /** At most 200, by name. */
  members: TeamMember[];
  /** The 100 newest, and those that came after them. */
  activities: (ActivityInList | Activity)[];
  /** How far the changes of the server were followed. */
  cursor: string;
}

/** Copies of teams for devices that are often without a signal. */
export interface TeamCopies {
  /** Loads a team for the first time. @throws {CnscdError} as `teams.inside` */
  load(team: { teamId: string }, options?: RequestOptions): Promise<TeamCopy>;
  /**
   * Asks for what changed since and reads only that. Gives back the same copy with another cursor where nothing of the
   * team did.
   *
   * @throws {CnscdError} as `teams.inside`
   */
  follow(copy: TeamCopy, options?: RequestOptions): Promise<TeamCopy>;
}

const MOST_MEMBERS = 200;
const MOST_ACTIVITIES = 100;
/** Beyond this the list anew is cheaper than one by one. */
const MOST_ONE_BY_ONE = 10;
const CHANGES_AT_ONCE = 500;

export function teamCopiesOf(connection: Connection): TeamCopies {
  const [teams, activities] = [teamsOf(connection), activitiesOf(connection)];
  const changes = changesOf(connection);

  const peopleOf = async (teamId: string, options?: RequestOptions) => ({
    team: await teams.inside({ id: teamId }, options),
    members: await teams.members.toArray({ id: teamId }, { ...options, limit: MOST_MEMBERS }),
  });
  const newest = (teamId: string, options?: RequestOptions) =>
    activities.toArray({ teamId }, { ...options, limit: MOST_ACTIVITIES });

  async function load({ teamId }: { teamId: string }, options?: RequestOptions): Promise<TeamCopy> {
    // First the cursor: what changes while the rest is read comes once more, rather than never.
    const { cursor } = await changes.since({ since: 'now' }, options);
    return {
      ...{ teamId, cursor, ...(await peopleOf(teamId, options)) },
      activities: await newest(teamId, options),
    };
  }

  async function changesAfter(cursor: string, options?: RequestOptions) {
    const found: Change[] = [];
    for (let since = cursor; ; ) {
      const page = await changes.since({ since, first: CHANGES_AT_ONCE }, options);
      found.push(...page.changes);
      since = page.cursor;
      if (!page.hasMore) return { found, cursor: since };
    }
  }

  async function activitiesAfter(copy: TeamCopy, found: readonly Change[], options?: RequestOptions) {
    const changed = found.filter(({ entityType }) => entityType === 'Activity');
    const ids = new Set(changed.map(({ id }) => id));
    if (ids.size === 0) return copy.activities;
    if (ids.size > MOST_ONE_BY_ONE) return newest(copy.teamId, options);
    const read = await Promise.all([...ids].map((id) => activities.get({ id }, options).catch(goneAsNull)));
    const ofTeam = read.filter((activity) => activity?.team.id === copy.teamId);
    const untouched = copy.activities.filter(({ id }) => !ids.has(id));
    const fresh = ofTeam.filter((activity) => activity !== null);
    if (fresh.length === 0 && untouched.length === copy.activities.length) return copy.activities;
    return [...fresh, ...untouched].sort((one, other) => (one.startsAt < other.startsAt ? 1 : -1));
  }

  return {
    load,
    async follow(copy, options) {
      try {
        const { found, cursor } = await changesAfter(copy.cursor, options);
        const isOfPeople = found.some(({ entityType }) => PEOPLE.includes(entityType));
        return {
          ...copy,
          ...(isOfPeople ? await peopleOf(copy.teamId, options) : {}),
          activities: await activitiesAfter(copy, found, options),
          cursor,
        };
      } catch (error) {
        // The server no longer knows the cursor: begin again.
        if (error instanceof CnscdError && error.code === 'CURSOR_INVALID') return load(copy, options);
        throw error;
      }
    },
  };
}

const PEOPLE: readonly string[] = ['Team', 'Member', 'Membership'];

/** What was taken away, or belongs to somebody else now, is as if it were not there. */
function goneAsNull(error: unknown): null {
  if (error instanceof CnscdError && error.code === 'ACTIVITY_NOT_FOUND') return null;
  throw error;
}
