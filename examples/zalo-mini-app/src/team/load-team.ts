import type { ViewerRole } from '@cnscd/domain';
import type { Client, TeamInside, TeamSummary } from '@cnscd/sdk';

/** The team of whoever has signed in, with what its people may see of it. */
export interface MyTeam {
  /** As the sign-in calls the person. */
  personName: string | null;
  role: ViewerRole;
  team: TeamSummary;
  inside: TeamInside;
}

/** Null: somebody who is of no team today. Of several, the first: the others are the portal's to show. */
export async function loadTeam(client: Client): Promise<MyTeam | null> {
  const viewer = await client.viewer();
  const grant = viewer?.roles.find(({ team }) => team !== null);
  if (viewer === null || grant?.team == null) return null;
  const { team, role } = grant;
  const inside = await client.teams.inside({ id: team.id });
  return { personName: viewer.member?.displayName ?? viewer.name, role, team, inside };
}
