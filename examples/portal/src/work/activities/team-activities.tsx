import { formatNumber } from '@cnscd/domain';
import type { Activity, ActivityInList, TeamSummary } from '@cnscd/sdk';
import { useEffect, useRef, useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';
import { ActivityCard } from './activity-card.tsx';
import { ActivityForm } from './activity-form.tsx';
import { CancelActivity } from './cancel-activity.tsx';
import { hasDraft } from './use-draft.ts';

const PAGE_SIZE = 10;

interface TeamActivitiesProps {
  team: TeamSummary;
  isLeader: boolean;
}

/** What the team did and plans, newest first: to be recorded, corrected, sent again. */
export function TeamActivities({ team, isLeader }: TeamActivitiesProps) {
  const { client, language, texts } = usePortal();
  const { round, refresh, announce } = useWork();
  const [count, setCount] = useState(PAGE_SIZE);
  const newDraft = `draft.${team.id}`;
  const [isRecording, setIsRecording] = useState(() => hasDraft(newDraft));
  const query = useQuery(`team activities ${team.id} ${count} ${round}`, (signal) =>
    client.activities.list({ teamId: team.id, first: count }, { signal }),
  );
  const { items = [], totalCount = 0 } = query.value ?? {};
  const onDone = ({ title }: Activity) => {
    setIsRecording(false);
    announce(texts.work.recorded(title));
    refresh();
  };
  return (
    <div className="panel">
      <h4>{texts.activitiesCount(formatNumber(totalCount, { language }))}</h4>
      {isRecording ? (
        <ActivityForm
          teamId={team.id}
          activity={null}
          draftName={newDraft}
          onDone={onDone}
          onCancel={() => setIsRecording(false)}
        />
      ) : (
        <button type="button" className="button is-main" onClick={() => setIsRecording(true)}>
          {texts.work.recordActivity}
        </button>
      )}
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {query.value !== null && totalCount === 0 && <p className="missing">{texts.noActivities}</p>}
      <ul className="activities">
        {items.map((activity) => (
          <OwnActivity key={activity.id} activity={activity} isLeader={isLeader} />
        ))}
      </ul>
      {items.length < totalCount && (
        <button type="button" className="button" onClick={() => setCount(count + PAGE_SIZE)}>
          {texts.more(formatNumber(totalCount - items.length, { language }))}
        </button>
      )}
    </div>
  );
}

/** What its team may still do with an activity. */
function OwnActivity({ activity, isLeader }: { activity: ActivityInList; isLeader: boolean }) {
  const { texts } = usePortal();
  const { refresh, announce } = useWork();
  const draftName = `draft.${activity.id}`;
  const [open, setOpen] = useState<'FORM' | 'CANCEL' | null>(hasDraft(draftName) ? 'FORM' : null);
  const { status } = activity;
  const isLocked = status === 'CANCELLED' || (status === 'VERIFIED' && !isLeader);
  const isCancellable = isLeader && status !== 'VERIFIED' && status !== 'CANCELLED';
  const correct = useRef<HTMLButtonElement>(null);
  useFocusBack(correct, open === null);
  const close = (said: string) => {
    setOpen(null);
    announce(said);
    refresh();
  };
  return (
    <ActivityCard activity={activity}>
      {open === 'FORM' && (
        <ActivityForm
          teamId={activity.team.id}
          activity={activity}
          draftName={draftName}
          onDone={({ title }) => close(texts.work.corrected(title))}
          onCancel={() => setOpen(null)}
        />
      )}
      {open === 'CANCEL' && (
        <CancelActivity
          activity={activity}
          onDone={() => close(texts.work.cancelled(activity.title))}
          onClose={() => setOpen(null)}
        />
      )}
      {open === null && !isLocked && (
        <p className="form-buttons">
          <button type="button" className="button" ref={correct} onClick={() => setOpen('FORM')}>
            {status === 'RETURNED' ? texts.work.correctAndSend : texts.work.change}
          </button>
          {isCancellable && (
            <button type="button" className="link" onClick={() => setOpen('CANCEL')}>
              {texts.work.cancelActivity}
            </button>
          )}
        </p>
      )}
    </ActivityCard>
  );
}

/** Gives the focus back to where a form was opened from, once it is closed. */
function useFocusBack(button: React.RefObject<HTMLButtonElement>, isClosed: boolean): void {
  const wasClosed = useRef(isClosed);
  useEffect(() => {
    if (isClosed && !wasClosed.current) button.current?.focus();
    wasClosed.current = isClosed;
  }, [button, isClosed]);
}
