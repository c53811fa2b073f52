import type { ViewerRole } from '@cnscd/domain';
import type { Client, RequestOptions, TeamInside, TeamSummary } from '@cnscd/sdk';

/** A team that somebody is of, and as what. */
export interface OwnTeam {
  team: TeamSummary;
  role: ViewerRole;
}

/** The teams of whoever has signed in. */
export interface MyTeams {
  /** As the sign-in calls the person. */
  personName: string | null;
  /** Null: the register does not know the person. */
  memberId: string | null;
  /** One at least. */
  teams: readonly OwnTeam[];
  /** What its people may see of the one that was chosen. */
  inside: TeamInside;
}

/** Of several the one that was chosen; the first, where none was or it is not there any more. */
export const presentOf = (teams: readonly OwnTeam[], chosenId: string | null): OwnTeam | null =>
  teams.find(({ team }) => team.id === chosenId) ?? teams[0] ?? null;

/** Null: somebody who is of no team today. */
export async function loadTeams(
  client: Client,
  chosenId: string | null,
  options: RequestOptions,
): Promise<MyTeams | null> {
  const viewer = await client.viewer(options);
  const teams = viewer?.roles.flatMap(({ team, role }) => (team === null ? [] : [{ team, role }])) ?? [];
  const present = presentOf(teams, chosenId);
  if (viewer === null || present === null) return null;
  const inside = await client.teams.inside({ id: present.team.id }, options);
  const { member, name } = viewer;
  return { personName: member?.displayName ?? name, memberId: member?.id ?? null, teams, inside };
}

/** As it may lie on the phone, which is lent and lost: without anybody's number. */
export function withoutPhones(mine: MyTeams | null): MyTeams | null {
  if (mine === null) return null;
  const { members } = mine.inside;
  const nodes = members.nodes.map((member) => ({ ...member, phone: null }));
  return { ...mine, inside: { ...mine.inside, members: { ...members, nodes } } };
}
