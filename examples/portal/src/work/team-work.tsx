import type { ViewerRole } from '@cnscd/domain';
import type { TeamSummary } from '@cnscd/sdk';
import { TeamActivities } from './activities/team-activities.tsx';
import { TeamPeople } from './people/team-people.tsx';

interface TeamWorkProps {
  team: TeamSummary;
  role: ViewerRole;
  /** The person's own record. */
  memberId: string | null;
}

/** What there is to do in a team: its activities, and for its leader its people. */
export function TeamWork({ team, role, memberId }: TeamWorkProps) {
  const isLeader = role !== 'MEMBER' && role !== 'PUBLIC';
  return (
    <>
      <TeamActivities team={team} isLeader={isLeader} />
      <TeamPeople team={team} isLeader={isLeader} memberId={memberId} />
    </>
  );
}
