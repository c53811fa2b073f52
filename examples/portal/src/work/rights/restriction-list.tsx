import { today } from '@cnscd/domain';
import type { MemberRights } from '@cnscd/sdk';
import { useState } from 'react';
import { dayText } from '../../figure-text.ts';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';
import { useWork } from '../work-context.tsx';

/** Whether the data are only kept, since when and why; an officer restricts, and lifts it again. */
export function RestrictionList({ person, decides }: { person: MemberRights; decides: boolean }) {
  const { client, language, texts } = usePortal();
  const { rights } = texts;
  const { announce, refresh } = useWork();
  const [isAsked, setIsAsked] = useState(false);
  const { isSending, error, send, forget } = useWrite();
  const open = person.restrictions.find(({ liftedAt }) => liftedAt === null);
  const behind = person.subjectRequests.find(
    ({ kind, closedOn }) => kind === 'RESTRICT' && closedOn === null,
  );
  const decide = async (reason: string) => {
    const done =
      open === undefined
        ? await send({ memberId: person.id, requestId: behind?.id ?? null, reason }, client.rights.restrict)
        : await send({ id: open.id, expectedVersion: open.version, reason }, client.rights.lift);
    if (done === null) return;
    setIsAsked(false);
    announce(
      open === undefined ? rights.wasRestricted(person.displayName) : rights.lifted(person.displayName),
    );
    refresh();
  };
  const day = (at: string) => dayText(today(new Date(at)), language);
  return (
    <>
      <h4>{rights.restrictions}</h4>
      {person.restrictions.length === 0 && <p className="missing">{rights.notRestricted}</p>}
      <ul className="people">
        {person.restrictions.map(({ id, since, liftedAt, reason, liftedReason }) => (
          <li key={id}>
            {rights.since(day(since))} {liftedAt !== null && rights.until(day(liftedAt))}
            <span className="source-note">
              {[reason, liftedReason].filter((each) => each !== null).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {decides && !person.isErased && (
        <button
          type="button"
          className="button"
          onClick={() => {
            forget();
            setIsAsked(true);
          }}
        >
          {open === undefined ? rights.restrict : rights.lift}
        </button>
      )}
      {isAsked && (
        <Dialog
          title={
            open === undefined
              ? rights.restrictTitle(person.displayName)
              : rights.liftTitle(person.displayName)
          }
          onClose={() => setIsAsked(false)}
        >
          {open === undefined && <p>{rights.restrictHint}</p>}
          <ReasonForm
            label={rights.reason}
            action={open === undefined ? rights.restrict : rights.lift}
            isSending={isSending}
            error={error}
            onSend={decide}
            onClose={() => setIsAsked(false)}
          />
        </Dialog>
      )}
    </>
  );
}
