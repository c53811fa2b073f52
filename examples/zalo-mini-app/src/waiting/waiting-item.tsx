import type { QueuedWrite } from '@cnscd/sdk/outbox';
import { useState } from 'react';
import { Button, useNavigate } from 'zmp-ui';
import { noteText } from '../note/note-text.ts';
import type { ActivityContent } from '../record/typed-activity.ts';
import { ShareBox } from '../share/share-box.tsx';
import { momentText } from '../texts/moment-text.ts';
import { plainWords } from '../texts/plain-words.ts';
import { TEXTS } from '../texts/vi.ts';
import { isStuck } from './stuck.ts';

/** One activity that has not arrived: why, and every way on that there is. */
export function WaitingItem({ item, discard }: { item: QueuedWrite; discard(): void }) {
  const navigate = useNavigate();
  const [isMessage, setIsMessage] = useState(false);
  const { input, state, problem, madeAt } = item;
  return (
    <li className="card" data-state={state}>
      <h2>{input === null ? TEXTS.waiting.unreadable : String(input['title'])}</h2>
      {input !== null && <p className="quiet">{TEXTS.waiting.madeAt(momentText(madeAt))}</p>}
      <p className={isStuck(item) ? 'fault' : 'quiet'}>{stateText(item)}</p>
      {problem !== null && <p className="fault">{plainWords(problem.messages.vi)}</p>}
      <div className="buttons">
        {input !== null && state !== 'SENT' && (
          <Button variant="secondary" onClick={() => navigate(`/record/${item.id}`)}>
            {TEXTS.waiting.edit}
          </Button>
        )}
        {input !== null && (
          <Button variant="secondary" aria-expanded={isMessage} onClick={() => setIsMessage(!isMessage)}>
            {TEXTS.waiting.byMessage}
          </Button>
        )}
        <Button variant="tertiary" type="danger" onClick={discard}>
          {TEXTS.waiting.discard}
        </Button>
      </div>
      {isMessage && input !== null && (
        <>
          <p className="quiet">{TEXTS.waiting.byMessageLead}</p>
          {/* The cast: all that this app lets wait is an activity, as its form made it. */}
          <ShareBox text={noteText(input as unknown as ActivityContent)} />
        </>
      )}
    </li>
  );
}

function stateText(item: QueuedWrite): string {
  if (item.problem !== null && !isStuck(item)) return TEXTS.waiting.refusedForNow;
  const texts: Readonly<Record<string, string>> = TEXTS.waiting.states;
  // A state that a newer outbox knows is no fault of anybody's.
  return texts[item.state] ?? TEXTS.waiting.states.WAITING;
}
