import { formatNumber, label, today } from '@cnscd/domain';
import type { ActivitySummary } from '@cnscd/sdk';
import { dayText } from '../figure-text.ts';
import { usePortal } from '../page/portal-context.tsx';

/** What was done, when and where, with its three counts that are never merged. */
export function ActivityFacts({ activity }: { activity: ActivitySummary }) {
  const { language, texts } = usePortal();
  const { title, kind, status, startsAt, durationMinutes, place, outcomes } = activity;
  const about = [
    dayText(today(new Date(startsAt)), language),
    label('activityKind', kind, language),
    ...(durationMinutes === null ? [] : [texts.minutes(formatNumber(durationMinutes, { language }))]),
    ...(place === null ? [] : [place]),
  ];
  return (
    <>
      <strong>{title}</strong>{' '}
      <span className={`tag status-${status.toLowerCase()}`}>
        {label('activityStatus', status, language)}
      </span>
      <span className="source-note">{about.join(' · ')}</span>
      {outcomes.map((outcome) => (
        <span className="source-note" key={outcome.topic}>
          {label('topic', outcome.topic, language)}: <Outcome outcome={outcome} />
        </span>
      ))}
    </>
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
