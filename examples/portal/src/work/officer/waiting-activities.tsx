import { formatNumber } from '@cnscd/domain';
import type { ActivityInList } from '@cnscd/sdk';
import { useState } from 'react';
import { DownloadLinks } from '../../files/download-links.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { ActivityCard } from '../activities/activity-card.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';

const PAGE_SIZE = 10;

/** Activities that teams of the unit did and nobody has looked at yet. */
export function WaitingActivities({ unitCode }: { unitCode: string }) {
  const { client, language, texts } = usePortal();
  const { round } = useWork();
  const [count, setCount] = useState(PAGE_SIZE);
  const query = useQuery(`waiting ${unitCode} ${count} ${round}`, (signal) =>
    client.activities.list({ unitCode, status: 'DONE', first: count }, { signal }),
  );
  const { items = [], totalCount = 0 } = query.value ?? {};
  return (
    <div className="panel" data-part="waiting">
      <h4>{texts.work.waiting(query.value === null ? '…' : formatNumber(totalCount, { language }))}</h4>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {query.value !== null && totalCount === 0 && <p className="missing">{texts.work.nothingWaits}</p>}
      {totalCount > 0 && (
        <DownloadLinks
          kind="ACTIVITIES"
          onTake={(format, options) =>
            client.exports.download('activities', { format, unitCode, status: 'DONE' }, options)
          }
        />
      )}
      <ul className="activities">
        {items.map((activity) => (
          <Waiting key={activity.id} activity={activity} />
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

function Waiting({ activity }: { activity: ActivityInList }) {
  const { client, texts } = usePortal();
  const { refresh, announce } = useWork();
  const verifying = useWrite();
  const returning = useWrite();
  const [isReturning, setIsReturning] = useState(false);
  const { id, version: expectedVersion, title } = activity;
  const verify = async () => {
    if ((await verifying.send({ id, expectedVersion }, client.activities.verify)) === null) return;
    announce(texts.work.verified(title));
    refresh();
  };
  const giveBack = async (reason: string) => {
    const returned = await returning.send({ id, expectedVersion, reason }, client.activities.return);
    if (returned === null) return;
    announce(texts.work.returned(title));
    refresh();
  };
  if (isReturning) {
    return (
      <ActivityCard activity={activity} isTeamShown>
        <ReasonForm
          label={texts.work.whatToMend}
          action={texts.work.giveBack}
          isSending={returning.isSending}
          error={returning.error}
          onSend={giveBack}
          onClose={() => setIsReturning(false)}
        />
      </ActivityCard>
    );
  }
  return (
    <ActivityCard activity={activity} isTeamShown>
      <WriteError error={verifying.error} />
      <p className="form-buttons">
        <button type="button" className="button is-main" disabled={verifying.isSending} onClick={verify}>
          {texts.work.verify}
        </button>
        <button type="button" className="button" onClick={() => setIsReturning(true)}>
          {texts.work.giveBack}
        </button>
      </p>
    </ActivityCard>
  );
}
