import { Button, useNavigate } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { useWork } from '../page/signed-in.tsx';
import { momentText } from '../texts/moment-text.ts';
import { TEXTS } from '../texts/vi.ts';

/** How many activities wait on this phone, when the last ones went, and what needs a person. */
export function SyncCard({ isInList = false }: { isInList?: boolean }) {
  const { status, outbox } = useWork();
  const { session } = useApp();
  const navigate = useNavigate();
  const { pendingCount, stuckCount, isSending, lastSyncAt, pause } = status;
  const count = pendingCount + stuckCount;
  return (
    <section className="card sync" data-waits={count} data-sending={isSending}>
      <p className="sync-count" role="status">
        {isSending && count > 0
          ? TEXTS.sync.sending
          : pendingCount > 0
            ? TEXTS.sync.waiting(pendingCount)
            : stuckCount > 0
              ? TEXTS.sync.problems(stuckCount)
              : TEXTS.sync.nothingWaits}
      </p>
      {pendingCount > 0 && stuckCount > 0 && <p className="fault">{TEXTS.sync.problems(stuckCount)}</p>}
      <p className="quiet">
        {lastSyncAt === null ? TEXTS.sync.never : TEXTS.sync.last(momentText(lastSyncAt))}
      </p>
      {pause?.reason === 'SIGN_IN' && count > 0 && (
        <>
          <p className="fault">{TEXTS.sync.signInAgain}</p>
          <Button fullWidth onClick={session.signOut}>
            {TEXTS.signIn.signInAgain}
          </Button>
        </>
      )}
      {count > 0 && (
        <div className="buttons">
          {!isInList && (
            <Button variant="secondary" onClick={() => navigate('/waiting')}>
              {TEXTS.sync.see}
            </Button>
          )}
          {pendingCount > 0 && (
            <Button variant="secondary" disabled={isSending} onClick={() => void outbox.flush()}>
              {TEXTS.sync.now}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
