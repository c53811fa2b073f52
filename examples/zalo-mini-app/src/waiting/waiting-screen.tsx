import type { QueuedWrite } from '@cnscd/sdk/outbox';
import { useState } from 'react';
import { Modal, useNavigate } from 'zmp-ui';
import { Alert } from '../page/alert.tsx';
import { useApp } from '../page/app-context.tsx';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { draftOf } from '../record/use-draft.ts';
import { failureText } from '../sign-in/failures.ts';
import { TEXTS } from '../texts/vi.ts';
import { SyncCard } from './sync-card.tsx';
import { WaitingItem } from './waiting-item.tsx';

/** Everything that has not reached the server, each with why, and what can be done about it. */
export function WaitingScreen() {
  const { user, status, outbox } = useWork();
  const { memory } = useApp();
  const navigate = useNavigate();
  const [doomed, setDoomed] = useState<QueuedWrite | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const discard = async ({ id, state }: QueuedWrite) => {
    setDoomed(null);
    setFailure(null);
    try {
      // Only of what was said to be on its way: if it has gone out meanwhile, it stays and says so itself.
      await outbox.discard(id, { evenIfSent: state === 'SENT' });
      memory.forget(draftOf(user, id));
    } catch (error) {
      setFailure(failureText(error));
    }
  };
  const isSent = doomed?.state === 'SENT';
  return (
    <Screen title={TEXTS.waiting.title}>
      <SyncCard isInList />
      <Alert text={failure} />
      <ul className="waiting">
        {status.items.map((item) => (
          <WaitingItem key={item.id} item={item} discard={() => setDoomed(item)} />
        ))}
      </ul>
      <button type="button" className="link" onClick={() => navigate('/move')}>
        {TEXTS.waiting.move}
      </button>
      <Modal
        visible={doomed !== null}
        title={isSent ? TEXTS.waiting.discardSentTitle : TEXTS.waiting.discardTitle}
        description={isSent ? TEXTS.waiting.discardSentLead : TEXTS.waiting.discardLead}
        onClose={() => setDoomed(null)}
        actions={[
          { text: TEXTS.waiting.keep, close: true },
          {
            text: TEXTS.waiting.discard,
            danger: true,
            onClick: () => {
              if (doomed !== null) void discard(doomed);
            },
          },
        ]}
      />
    </Screen>
  );
}
