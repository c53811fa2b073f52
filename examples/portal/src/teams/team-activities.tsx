import { formatNumber } from '@cnscd/domain';
import type { TeamInside } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { ActivityFacts } from './activity-facts.tsx';

/** What the team did and plans, newest first. */
export function TeamActivities({ inside }: { inside: TeamInside }) {
  const { language, texts } = usePortal();
  const { nodes, totalCount } = inside.activities;
  return (
    <div className="panel">
      <h4>{texts.activitiesCount(formatNumber(totalCount, { language }))}</h4>
      {totalCount === 0 && <p className="missing">{texts.noActivities}</p>}
      {nodes.length < totalCount && (
        <p className="hint">
          {texts.firstOf(formatNumber(nodes.length, { language }), formatNumber(totalCount, { language }))}
        </p>
      )}
      <ul className="activities">
        {nodes.map((activity) => (
          <li key={activity.id}>
            <ActivityFacts activity={activity} />
          </li>
        ))}
      </ul>
    </div>
  );
}
