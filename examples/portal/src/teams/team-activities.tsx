import { formatNumber, label, today } from '@cnscd/domain';
import type { ActivitySummary, Team } from '@cnscd/sdk';
import { dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';

/** What the team did and plans, newest first, with its three counts that are never merged. */
export function TeamActivities({ team }: { team: Team }) {
  const { language, texts } = usePortal();
  const { nodes, totalCount } = team.activities;
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
          <Activity key={activity.id} activity={activity} />
        ))}
      </ul>
    </div>
  );
}

function Activity({ activity }: { activity: ActivitySummary }) {
  const { language, texts } = usePortal();
  const { title, kind, status, startsAt, durationMinutes, place, outcomes } = activity;
  const about = [
    dayText(today(new Date(startsAt)), language),
    label('activityKind', kind, language),
    ...(durationMinutes === null ? [] : [texts.minutes(formatNumber(durationMinutes, { language }))]),
    ...(place === null ? [] : [place]),
  ];
  return (
    <li>
      <strong>{title}</strong> <span className="tag">{label('activityStatus', status, language)}</span>
      <span className="source-note">{about.join(' · ')}</span>
      {outcomes.map((outcome) => (
        <span className="source-note" key={outcome.topic}>
          {label('topic', outcome.topic, language)}: <Outcome outcome={outcome} />
        </span>
      ))}
    </li>
  );
}

/** Null is unknown and says so; 0 is none. */
function Outcome({ outcome }: { outcome: ActivitySummary['outcomes'][number] }) {
  const { language, texts } = usePortal();
  const parts = [
    [outcome.reached, texts.reached],
    [outcome.assisted, texts.assisted],
    [outcome.succeeded, texts.succeeded],
  ] as const;
  return parts
    .map(([count, name]) => `${count === null ? texts.unknown : formatNumber(count, { language })} ${name}`)
    .join(', ');
}
