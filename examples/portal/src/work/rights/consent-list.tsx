import { type ContactChannel, label, today } from '@cnscd/domain';
import type { Consent, MemberRights } from '@cnscd/sdk';
import { type FormEvent, useState } from 'react';
import { capitalised, dayText } from '../../figure-text.ts';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { Field } from '../form/field.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';
import { GiveConsent } from './give-consent.tsx';
import { ChannelChoice } from './receive-request.tsx';

/** What the person agreed to, by which words, and what was withdrawn; nothing is taken as agreed to. */
export function ConsentList({ person, isOwn }: { person: MemberRights; isOwn: boolean }) {
  const { language, texts } = usePortal();
  const { rights } = texts;
  const [isGiving, setIsGiving] = useState(false);
  const [leaving, setLeaving] = useState<Consent | null>(null);
  return (
    <>
      <h4>{rights.consents}</h4>
      {person.consents.length === 0 && <p className="missing">{rights.noConsent}</p>}
      <ul className="people">
        {person.consents.map((consent) => {
          const { id, purpose, basis, text, channel, givenOn, evidence, withdrawal } = consent;
          const name = capitalised(label('consentPurpose', purpose, language));
          const facts = [
            label('legalBasis', basis, language),
            rights.givenBy(dayText(givenOn, language), label('contactChannel', channel, language)),
            ...(text === null ? [] : [rights.version(text.version)]),
            ...(evidence === null ? [] : [evidence]),
          ];
          return (
            <li key={id} data-consent={purpose}>
              <strong>{name}</strong>
              <span className="source-note">{facts.join(' · ')}</span>
              {withdrawal !== null && (
                <span className="late">{rights.wasWithdrawn(dayText(withdrawal.withdrawnOn, language))}</span>
              )}
              {withdrawal === null && !person.isErased && (
                <button
                  type="button"
                  className="link"
                  aria-label={rights.withdrawOf(name)}
                  onClick={() => setLeaving(consent)}
                >
                  {rights.withdraw}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {!person.isErased &&
        (isGiving ? (
          <GiveConsent memberId={person.id} isOwn={isOwn} onClose={() => setIsGiving(false)} />
        ) : (
          <button type="button" className="button" onClick={() => setIsGiving(true)}>
            {rights.giveConsent}
          </button>
        ))}
      {leaving !== null && <Withdraw consent={leaving} isOwn={isOwn} onClose={() => setLeaving(null)} />}
    </>
  );
}

interface WithdrawProps {
  consent: Consent;
  isOwn: boolean;
  onClose(): void;
}

/** That a consent no longer holds. Nobody has to say why. */
function Withdraw({ consent, isOwn, onClose }: WithdrawProps) {
  const { client, language, texts } = usePortal();
  const { rights } = texts;
  const { announce, refresh } = useWork();
  const { isSending, error, send } = useWrite();
  const [channel, setChannel] = useState<ContactChannel>(isOwn ? 'PORTAL' : 'PAPER');
  const [withdrawnOn, setWithdrawnOn] = useState<string>(() => today(new Date()));
  const [reason, setReason] = useState('');
  const isAtDay = error?.field === 'withdrawnOn';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { id, version: expectedVersion } = consent;
    const said = reason.trim() === '' ? null : reason;
    const input = { id, expectedVersion, channel, withdrawnOn, reason: said };
    if ((await send(input, client.rights.withdrawConsent)) === null) return;
    announce(rights.withdrawn);
    refresh();
    onClose();
  };
  return (
    <Dialog title={rights.withdrawOf(label('consentPurpose', consent.purpose, language))} onClose={onClose}>
      <p>{rights.withdrawHint}</p>
      <form className="work-form" onSubmit={submit} noValidate>
        {!isOwn && <ChannelChoice name={rights.saidBy} value={channel} onChange={setChannel} />}
        <Field
          name="withdrawnOn"
          label={rights.withdrawnOn}
          faults={isAtDay ? { withdrawnOn: error.messages } : {}}
        >
          {(control) => (
            <input
              {...control}
              type="date"
              value={withdrawnOn}
              onChange={({ target }) => setWithdrawnOn(target.value)}
            />
          )}
        </Field>
        <Field name="reason" label={rights.withdrawReason} faults={{}}>
          {(control) => (
            <textarea
              {...control}
              rows={2}
              maxLength={300}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        {!isAtDay && <WriteError error={error} />}
        <p className="form-buttons">
          <button type="submit" className="button is-main" disabled={isSending}>
            {isSending ? texts.work.sending : rights.withdraw}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {texts.work.cancel}
          </button>
        </p>
      </form>
    </Dialog>
  );
}
