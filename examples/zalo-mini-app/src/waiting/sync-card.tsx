import { Button, useNavigate } from 'zmp-ui';
import { useWork } from '../page/signed-in.tsx';
import { SessionNotice } from '../sign-in/session-notice.tsx';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';
import { isStuck } from './stuck.ts';

/** How many activities wait on this phone, when the last ones went, and what needs a person. */
export function SyncCard({ isInList = false }: { isInList?: boolean }) {
  const { status, outbox } = useWork();
  const navigate = useNavigate();
  const { items, isSending, lastSyncAt } = status;
  const stuckCount = items.filter(isStuck).length;
  const waitingCount = items.length - stuckCount;
  const isAllSent = items.length === 0 && lastSyncAt !== null;
  return (
    <section className="card sync" data-waits={items.length} data-all-sent={isAllSent}>
      <p className="sync-count" role="status">
        {countText({ isSending, waitingCount, stuckCount, isAllSent })}
      </p>
      {waitingCount > 0 && stuckCount > 0 && <p className="fault">{TEXTS.sync.problems(stuckCount)}</p>}
      <p className="quiet">
        {lastSyncAt === null ? TEXTS.sync.never : TEXTS.sync.last(momentText(lastSyncAt))}
      </p>
      <SessionNotice />
      {items.length > 0 && (
        <div className="buttons">
          {!isInList && (
            <Button variant="secondary" onClick={() => navigate('/waiting')}>
              {TEXTS.sync.see}
            </Button>
          )}
          {waitingCount > 0 && (
            <Button variant="secondary" disabled={isSending} onClick={() => void outbox.flush()}>
              {TEXTS.sync.now}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

interface Counts {
  isSending: boolean;
  waitingCount: number;
  stuckCount: number;
  isAllSent: boolean;
}

function countText({ isSending, waitingCount, stuckCount, isAllSent }: Counts): string {
  // How many they are is said while they are sent as well: with Zalo or a village line that takes its time.
  const waiting = TEXTS.sync.waiting(waitingCount);
  if (waitingCount > 0) return isSending ? `${waiting} · ${TEXTS.sync.sending}` : waiting;
  if (stuckCount > 0) return TEXTS.sync.problems(stuckCount);
  // On a phone that is new nothing was sent, and nothing is to be praised.
  return isAllSent ? TEXTS.sync.allSent : TEXTS.sync.nothingWaits;
}
