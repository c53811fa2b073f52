import { requireCount } from '@cnscd/domain';
import type { MemberRights, SubjectRequest } from '@cnscd/sdk';
import { useState } from 'react';
import { dayText } from '../../figure-text.ts';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { faultOf } from '../form/fault-of.ts';
import { type Faults, Field } from '../form/field.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';
import { ErasePerson } from './erase-person.tsx';

type Step = 'EXTEND' | 'COMPLETE' | 'REFUSE' | 'ERASE';

/** What an officer may do with an open request now, each asked once more before it is done. */
export function RequestSteps({ request, person }: { request: SubjectRequest; person: MemberRights }) {
  const { client, language, texts } = usePortal();
  const { rights } = texts;
  const { announce, refresh } = useWork();
  const [asked, setAsked] = useState<Step | null>(null);
  const [days, setDays] = useState('10');
  const [faults, setFaults] = useState<Faults>({});
  const acknowledging = useWrite();
  const { isSending, error, send, forget } = useWrite();
  const { id, version: expectedVersion, kind, status } = request;
  const settle = (said: string) => {
    setAsked(null);
    announce(said);
    refresh();
  };
  const ask = (step: Step) => {
    forget();
    setFaults({});
    setAsked(step);
  };
  const acknowledge = async () => {
    const done = await acknowledging.send({ id, expectedVersion }, client.rights.acknowledge);
    if (done !== null) settle(rights.acknowledged);
  };
  const extend = async (reason: string) => {
    const found = faultOf(() => requireCount(Number(days), 'days', { min: 1, max: 366 }));
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const done = await send({ id, expectedVersion, days: Number(days), reason }, client.rights.extend);
    if (done !== null) settle(rights.extended(dayText(done.dueOn, language)));
  };
  const complete = async (outcome: string) => {
    if ((await send({ id, expectedVersion, outcome }, client.rights.complete)) !== null)
      settle(rights.completed);
  };
  const refuse = async (reason: string) => {
    if ((await send({ id, expectedVersion, reason }, client.rights.refuse)) !== null) settle(rights.refused);
  };
  const onClose = () => setAsked(null);
  const isAtDays = error?.field === 'days';
  const form = { isSending, error: isAtDays ? null : error, onClose };
  return (
    <>
      <WriteError error={acknowledging.error} />
      <p className="form-buttons request-steps">
        {status === 'RECEIVED' && (
          <button
            type="button"
            className="button is-main"
            disabled={acknowledging.isSending}
            onClick={acknowledge}
          >
            {rights.acknowledge}
          </button>
        )}
        <button
          type="button"
          className={status === 'RECEIVED' ? 'button' : 'button is-main'}
          onClick={() => ask(kind === 'ERASE' ? 'ERASE' : 'COMPLETE')}
        >
          {kind === 'ERASE' ? rights.erase : rights.complete}
        </button>
        {status === 'ACKNOWLEDGED' && (
          <button type="button" className="button" onClick={() => ask('EXTEND')}>
            {rights.extend}
          </button>
        )}
        <button type="button" className="button" onClick={() => ask('REFUSE')}>
          {rights.refuse}
        </button>
      </p>
      {asked === 'EXTEND' && (
        <Dialog title={rights.extendTitle} onClose={onClose}>
          <p>{rights.extendHint}</p>
          <ReasonForm label={rights.reason} action={rights.extend} onSend={extend} {...form}>
            <Field
              name="days"
              label={rights.extendDays}
              faults={isAtDays ? { ...faults, days: error.messages } : faults}
            >
              {(control) => (
                <input
                  {...control}
                  type="text"
                  inputMode="numeric"
                  value={days}
                  onChange={({ target }) => setDays(target.value)}
                />
              )}
            </Field>
          </ReasonForm>
        </Dialog>
      )}
      {asked === 'COMPLETE' && (
        <Dialog title={rights.completeTitle} onClose={onClose}>
          <p>{rights.completeHint[kind]}</p>
          <ReasonForm label={rights.outcome} action={rights.complete} onSend={complete} {...form} />
        </Dialog>
      )}
      {asked === 'REFUSE' && (
        <Dialog title={rights.refuseTitle} onClose={onClose}>
          <ReasonForm label={rights.refuseReason} action={rights.refuse} onSend={refuse} {...form} />
        </Dialog>
      )}
      {asked === 'ERASE' && <ErasePerson request={request} name={person.displayName} onClose={onClose} />}
    </>
  );
}
