import type { QueuedWrite } from '@cnscd/sdk/outbox';
import { useState } from 'react';
import { Button, Modal, useNavigate } from 'zmp-ui';
import { Screen } from '../page/screen.tsx';
import { useWork } from '../page/signed-in.tsx';
import { momentText } from '../texts/moment-text.ts';
import { plainWords } from '../texts/plain-words.ts';
import { TEXTS } from '../texts/vi.ts';
import { SyncCard } from './sync-card.tsx';

/** Everything that has not reached the server, each with why, and what can be done about it. */
export function WaitingScreen() {
  const { status, outbox } = useWork();
  const [doomed, setDoomed] = useState<QueuedWrite | null>(null);
  const discard = () => {
    // It may have gone out meanwhile: then it stays, and says so itself.
    if (doomed !== null) outbox.discard(doomed.id).catch(() => {});
    setDoomed(null);
  };
  return (
    <Screen title={TEXTS.waiting.title}>
      <SyncCard isInList />
      <ul className="waiting">
        {status.items.map((item) => (
          <WaitingItem key={item.id} item={item} discard={() => setDoomed(item)} />
        ))}
      </ul>
      <Modal
        visible={doomed !== null}
        title={TEXTS.waiting.discardTitle}
        description={TEXTS.waiting.discardLead}
        onClose={() => setDoomed(null)}
        actions={[
          { text: TEXTS.waiting.keep, close: true },
          { text: TEXTS.waiting.discard, danger: true, onClick: discard },
        ]}
      />
    </Screen>
  );
}

function WaitingItem({ item, discard }: { item: QueuedWrite; discard(): void }) {
  const navigate = useNavigate();
  const { input, state, problem, madeAt } = item;
  const isStuck = state !== 'WAITING' && state !== 'SENT';
  const isReadable = input !== null;
  return (
    <li className="card" data-state={state}>
      <h2>{isReadable ? String(input['title']) : TEXTS.waiting.unreadable}</h2>
      {isReadable && <p className="quiet">{TEXTS.waiting.madeAt(momentText(madeAt))}</p>}
      <p className={isStuck ? 'fault' : 'quiet'}>{TEXTS.waiting[state]}</p>
      {problem !== null && <p className="fault">{plainWords(problem.messages.vi)}</p>}
      <div className="buttons">
        {isReadable && state !== 'SENT' && (
          <Button variant="secondary" onClick={() => navigate(`/record/${item.id}`)}>
            {TEXTS.waiting.edit}
          </Button>
        )}
        {state !== 'SENT' && (
          <Button variant="tertiary" type="danger" onClick={discard}>
            {TEXTS.waiting.discard}
          </Button>
        )}
      </div>
    </li>
  );
}
