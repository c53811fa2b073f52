import type { Connection } from '../connection.ts';
import type { RequestOptions } from '../deliver.ts';
import { CnscdError } from '../error.ts';
import {
  type Activity,
  type ActivityInList,
  type TeamMember,
  type TeamState,
  TeamStateDocument,
} from '../generated/operations.ts';
import type { PageArguments } from '../listing.ts';
import { type Budget, type Portion, readWithin, spend, UNREAD, type Unread } from '../read-within.ts';
import { stated } from '../stated.ts';
import { activitiesOf } from './activities.ts';
import { changesOf } from './changes.ts';
import { teamsOf } from './teams.ts';

/** What a device keeps of one team, as plain data that can be stored. */
export interface TeamCopy {
  teamId: string;
  team: TeamState;
  /** At most 200, by name. */
  members: TeamMember[];
  /** The 100 newest, and those that came after them. */
  activities: (ActivityInList | Activity)[];
  /** Where `follow` goes on with what 200 kB were not enough for; null where all is there. */
  unread: { members: Unread | null; activities: Unread | null };
  /** How far the changes of the server were followed. */
  cursor: string;
}

/** Copies of teams for devices that are often without a signal. */
export interface TeamCopies {
  /**
   * Loads a team for the first time, at most 200 kB of it: what is left then is `unread`.
   *
   * @throws {CnscdError} as `teams.inside`
   */
  load(team: { teamId: string }, options?: RequestOptions): Promise<TeamCopy>;
  /**
   * Asks for what changed since and reads only that, and more of what is `unread`. What nothing came of is the same object
   * in the new copy: `team`, `members`, `activities`. Loads the team anew where following would cost more, as after a month
   * away, and where the copy was kept by a version that did not know of `unread`.
   *
   * @throws {CnscdError} as `teams.inside`
   */
  follow(copy: TeamCopy, options?: RequestOptions): Promise<TeamCopy>;
}

/** Of 200 kB: the rest is for the cursor, and for what is counted short. */
const MOST_BYTES = 190_000;
/** For activities: however many people a team has, something of what it does is there after the first load. */
const RESERVED_BYTES = 70_000;
const MOST_MEMBERS = 200;
const MOST_ACTIVITIES = 100;
/** With a few memberships, and with many responsibilities in one of them. */
const MEMBER_BYTES = 2_000;
/** A note has up to 2,000 characters, and a character up to four bytes. */
const ACTIVITY_BYTES = 10_000;
/** Beyond this the list anew is cheaper than one by one. */
const MOST_ONE_BY_ONE = 10;
const CHANGES_AT_ONCE = 200;
/** Beyond either the team anew is cheaper: an officer's changes are those of a whole province, and a page may show none. */
const MOST_CHANGES = 400;
const MOST_PAGES = 20;

/** What changed, as far as a copy has to do with it. */
interface Changed {
  activityIds: ReadonlySet<string>;
  isOfPeople: boolean;
  cursor: string;
}

/** One load or one step of following. */
interface Reading {
  teamId: string;
  budget: Budget;
  options: RequestOptions | undefined;
}

type CopiedActivities = Portion<ActivityInList | Activity>;

export function teamCopiesOf(connection: Connection): TeamCopies {
  const [teams, activities] = [teamsOf(connection), activitiesOf(connection)];
  const changes = changesOf(connection);
  const reading = (teamId: string, options: RequestOptions | undefined): Reading => ({
    ...{ teamId, budget: { leftBytes: MOST_BYTES }, options },
  });

  async function stateOf({ teamId, budget, options }: Reading): Promise<TeamState> {
    const { team } = await connection.query(TeamStateDocument, { id: teamId }, options);
    spend(budget, team);
    return stated(team, 'team');
  }

  const moreMembers = ({ teamId, budget, options }: Reading, portion: Portion<TeamMember>) =>
    readWithin((page) => teams.members.list({ id: teamId, ...page }, options), portion, {
      ...{ budget, reservedBytes: RESERVED_BYTES, itemBytes: MEMBER_BYTES, mostItems: MOST_MEMBERS },
    });

  async function moreActivities({ teamId, budget, options }: Reading, portion: CopiedActivities) {
    const listPage = (page: PageArguments) => activities.list({ teamId, ...page }, options);
    const read = await readWithin<ActivityInList | Activity>(listPage, portion, {
      ...{ budget, reservedBytes: 0, itemBytes: ACTIVITY_BYTES, mostItems: MOST_ACTIVITIES },
    });
    return read === portion ? portion : { ...read, items: newestFirst(read.items) };
  }

  async function load({ teamId }: { teamId: string }, options?: RequestOptions): Promise<TeamCopy> {
    const now = reading(teamId, options);
    // First the cursor: what changes while the rest is read comes once more, rather than never.
    const { cursor } = await changes.since({ since: 'now' }, options);
    const team = await stateOf(now);
    const members = await moreMembers(now, { items: [], unread: UNREAD });
    const found = await moreActivities(now, { items: [], unread: UNREAD });
    return copyOf({ teamId, team, members, activities: found, cursor });
  }

  /** Null where there are more than are worth reading. */
  async function changesAfter(cursor: string, options?: RequestOptions): Promise<Changed | null> {
    const activityIds = new Set<string>();
    let [isOfPeople, seen, since] = [false, 0, cursor];
    for (let pages = 0; pages < MOST_PAGES && seen < MOST_CHANGES; pages++) {
      const page = await changes.since({ since, first: CHANGES_AT_ONCE }, options);
      for (const { entityType, id } of page.changes) {
        if (entityType === 'Activity') activityIds.add(id);
        isOfPeople ||= PEOPLE.includes(entityType);
      }
      seen += page.changes.length;
      since = page.cursor;
      if (!page.hasMore) return { activityIds, isOfPeople, cursor: since };
    }
    return null;
  }

  async function knownActivities(
    copy: TeamCopy,
    ids: ReadonlySet<string>,
    options?: RequestOptions,
  ): Promise<CopiedActivities> {
    const { unread } = copy;
    const untouched = copy.activities.filter(({ id }) => !ids.has(id));
    // What did not change stays until the list, read anew, comes to it.
    if (ids.size > MOST_ONE_BY_ONE) return { items: untouched, unread: UNREAD };
    const read = await Promise.all([...ids].map((id) => activities.get({ id }, options).catch(goneAsNull)));
    const fresh = read.filter((activity) => activity?.team.id === copy.teamId);
    const isSame = fresh.length === 0 && untouched.length === copy.activities.length;
    const items = isSame
      ? copy.activities
      : newestFirst([...fresh.filter((each) => each !== null), ...untouched]);
    return { items, unread: unread.activities };
  }

  async function follow(copy: TeamCopy, options?: RequestOptions): Promise<TeamCopy> {
    // Kept by a version before: nothing says what it lacks.
    if (copy.unread === undefined) return load(copy, options);
    const changed = await changesAfter(copy.cursor, options);
    if (changed === null) return load(copy, options);
    const { activityIds, isOfPeople, cursor } = changed;
    const now = reading(copy.teamId, options);
    const team = isOfPeople ? await stateOf(now) : copy.team;
    const people = isOfPeople
      ? { items: [], unread: UNREAD }
      : { items: copy.members, unread: copy.unread.members };
    const members = await moreMembers(now, people);
    const known = await knownActivities(copy, activityIds, options);
    const found = await moreActivities(now, known);
    return copyOf({ teamId: copy.teamId, team, members, activities: found, cursor });
  }

  return {
    load,
    follow: (copy, options) =>
      follow(copy, options).catch((error: unknown) => {
        // The server no longer knows the cursor: begin again.
        if (error instanceof CnscdError && error.code === 'CURSOR_INVALID') return load(copy, options);
        throw error;
      }),
  };
}

const PEOPLE: readonly string[] = ['Team', 'Member', 'Membership'];

interface CopyParts {
  teamId: string;
  team: TeamState;
  members: Portion<TeamMember>;
  activities: CopiedActivities;
  cursor: string;
}

const copyOf = ({ members, activities, ...copy }: CopyParts): TeamCopy => ({
  ...{ ...copy, members: members.items, activities: activities.items },
  unread: { members: members.unread, activities: activities.unread },
});

const newestFirst = <Item extends { startsAt: string }>(items: readonly Item[]): Item[] =>
  [...items].sort((one, other) => Date.parse(other.startsAt) - Date.parse(one.startsAt));

/** What was taken away, or belongs to somebody else now, is as if it were not there. */
function goneAsNull(error: unknown): null {
  if (error instanceof CnscdError && error.code === 'ACTIVITY_NOT_FOUND') return null;
  throw error;
}
