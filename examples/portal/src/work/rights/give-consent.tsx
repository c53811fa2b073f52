import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  type ContactChannel,
  LEGAL_BASES,
  type LegalBasis,
  label,
  optionalText,
  TEXT_LIMITS,
  today,
} from '@cnscd/domain';
import { newId } from '@cnscd/sdk';
import { type FormEvent, useRef, useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { Choice } from '../../page/choice.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { faultOf } from '../form/fault-of.ts';
import { type Faults, Field, focusFirstFault } from '../form/field.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';
import { ChannelChoice } from './receive-request.tsx';

interface GiveConsentProps {
  memberId: string;
  /** Whether the person agrees here and now: other grounds are for officers. */
  isOwn: boolean;
  onClose(): void;
}

const NAMES: readonly string[] = ['givenOn', 'evidence'];

/** What a person agrees to, with the very words; never ticked beforehand. */
export function GiveConsent({ memberId, isOwn, onClose }: GiveConsentProps) {
  const { client, language, texts } = usePortal();
  const { rights } = texts;
  const { announce, refresh } = useWork();
  const { isSending, error, send } = useWrite();
  const [purpose, setPurpose] = useState<ConsentPurpose>('CONTACT');
  const [basis, setBasis] = useState<LegalBasis>('CONSENT');
  const [channel, setChannel] = useState<ContactChannel>(isOwn ? 'PORTAL' : 'PAPER');
  const [givenOn, setGivenOn] = useState<string>(() => today(new Date()));
  const [evidence, setEvidence] = useState('');
  const [isAgreed, setIsAgreed] = useState(false);
  const [isUnsaid, setIsUnsaid] = useState(false);
  const [ownFaults, setOwnFaults] = useState<Faults>({});
  const [id] = useState(newId);
  const form = useRef<HTMLFormElement>(null);
  const query = useQuery(`consent texts ${givenOn}`, (signal) =>
    client.rights.consentTexts({ asOf: givenOn }, { signal }),
  );
  const wording = query.value?.find((each) => each.purpose === purpose);
  const isConsent = basis === 'CONSENT';
  const isAtField = error !== null && NAMES.includes(error.field ?? '');
  const faults = isAtField ? { ...ownFaults, [error.field ?? '']: error.messages } : ownFaults;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(() => optionalText(evidence, 'evidence', TEXT_LIMITS.name));
    setOwnFaults(found);
    setIsUnsaid(isConsent && !isAgreed);
    if (Object.keys(found).length > 0 || (isConsent && !isAgreed)) return focusFirstFault(form.current);
    const textVersion = isConsent ? (wording?.version ?? null) : null;
    const proof = evidence.trim() === '' ? null : evidence;
    const input = { id, memberId, purpose, basis, channel, givenOn, textVersion, evidence: proof };
    if ((await send(input, client.rights.recordConsent)) === null) return focusFirstFault(form.current);
    announce(rights.consentGiven);
    refresh();
    onClose();
  };
  return (
    <form className="work-form" ref={form} onSubmit={submit} noValidate data-form="consent">
      <div className="form-grid">
        <Choice
          name={rights.purpose}
          value={purpose}
          options={CONSENT_PURPOSES.map(
            (each) => [each, capitalised(label('consentPurpose', each, language))] as const,
          )}
          onChange={(value) => {
            setPurpose(CONSENT_PURPOSES.find((each) => each === value) ?? purpose);
            setIsAgreed(false);
          }}
        />
        {!isOwn && (
          <>
            <Choice
              name={rights.basis}
              value={basis}
              options={LEGAL_BASES.map(
                (each) => [each, capitalised(label('legalBasis', each, language))] as const,
              )}
              onChange={(value) => setBasis(LEGAL_BASES.find((each) => each === value) ?? basis)}
            />
            <ChannelChoice name={rights.saidBy} value={channel} onChange={setChannel} />
            <Field name="givenOn" label={rights.givenOn} faults={faults}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  value={givenOn}
                  onChange={({ target }) => setGivenOn(target.value)}
                />
              )}
            </Field>
            <Field name="evidence" label={rights.proof} hint={rights.proofHint} faults={faults}>
              {(control) => (
                <input
                  {...control}
                  type="text"
                  autoComplete="off"
                  value={evidence}
                  onChange={({ target }) => setEvidence(target.value)}
                />
              )}
            </Field>
          </>
        )}
      </div>
      {isConsent && (
        <>
          <QueryStatus query={query} isQuiet={query.value !== null} />
          {query.value !== null && wording === undefined ? (
            <p className="missing">{rights.noWording}</p>
          ) : (
            <blockquote className="wording" aria-label={rights.wording}>
              {language === 'vi' ? wording?.wording : wording?.wordingEn}
            </blockquote>
          )}
          <label className="check">
            <input
              type="checkbox"
              checked={isAgreed}
              aria-invalid={isUnsaid && !isAgreed}
              onChange={({ target }) => setIsAgreed(target.checked)}
            />
            {isOwn ? rights.iAgree : rights.isAgreed}
          </label>
          {isUnsaid && !isAgreed && (
            <p role="alert" className="fault">
              {rights.mustAgree}
            </p>
          )}
        </>
      )}
      {!isAtField && <WriteError error={error} />}
      <p className="form-buttons">
        <button
          type="submit"
          className="button is-main"
          disabled={isSending || (isConsent && wording === undefined)}
        >
          {isSending ? texts.work.sending : rights.giveConsent}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.work.cancel}
        </button>
      </p>
    </form>
  );
}
