import type { ActivitySummary } from '@cnscd/sdk';
import type { ReactNode } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { ActivityFacts } from '../../teams/activity-facts.tsx';

interface ActivityCardProps {
  activity: ActivitySummary & { team?: { name: string } };
  isTeamShown?: boolean;
  children?: ReactNode;
}

/** An activity with what became of it, and below it what can be done. */
export function ActivityCard({ activity, isTeamShown = false, children }: ActivityCardProps) {
  const { texts } = usePortal();
  const { status, statusReason, note } = activity;
  return (
    <li className="activity" data-activity={activity.id} data-status={status}>
      <ActivityFacts activity={activity} />
      {isTeamShown && activity.team !== undefined && (
        <span className="source-note">{activity.team.name}</span>
      )}
      {note !== null && <span className="source-note">{note}</span>}
      {statusReason !== null && (
        <p className="row-warning">
          {status === 'RETURNED' ? texts.work.returnedBecause : texts.work.cancelledBecause}: {statusReason}
        </p>
      )}
      {children}
    </li>
  );
}
