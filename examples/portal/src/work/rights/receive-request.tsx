import {
  CONTACT_CHANNELS,
  type ContactChannel,
  label,
  localDate,
  optionalText,
  SUBJECT_REQUEST_KINDS,
  type SubjectRequestKind,
  TEXT_LIMITS,
  today,
} from '@cnscd/domain';
import { newId } from '@cnscd/sdk';
import { type FormEvent, useRef, useState } from 'react';
import { capitalised, dayText } from '../../figure-text.ts';
import { Choice } from '../../page/choice.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { useUnsaved } from '../../sign-in/unsaved.ts';
import { faultOf } from '../form/fault-of.ts';
import { type Faults, Field, focusFirstFault } from '../form/field.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';

interface ReceiveRequestProps {
  memberId: string;
  /** Whether the person asks here and now. */
  isOwn: boolean;
  onClose(): void;
}

const NAMES: readonly string[] = ['receivedOn', 'statement'];

/** What somebody asks about the own data; the answer says by when it is due. */
export function ReceiveRequest({ memberId, isOwn, onClose }: ReceiveRequestProps) {
  const { client, language, texts } = usePortal();
  const { announce, refresh } = useWork();
  const { isSending, error, send } = useWrite();
  const [kind, setKind] = useState<SubjectRequestKind>('SEE');
  const [channel, setChannel] = useState<ContactChannel>(isOwn ? 'PORTAL' : 'PAPER');
  const [receivedOn, setReceivedOn] = useState<string>(() => today(new Date()));
  const [statement, setStatement] = useState('');
  const [hasProcessor, setHasProcessor] = useState(false);
  const [ownFaults, setOwnFaults] = useState<Faults>({});
  // However often it is sent, it is one request.
  const [id] = useState(newId);
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(statement !== '');
  const isAtField = error !== null && NAMES.includes(error.field ?? '');
  const faults = isAtField ? { ...ownFaults, [error.field ?? '']: error.messages } : ownFaults;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = {
      ...faultOf(() => localDate(receivedOn, 'receivedOn')),
      ...faultOf(() => optionalText(statement, 'statement', TEXT_LIMITS.note)),
    };
    setOwnFaults(found);
    if (Object.keys(found).length > 0) return focusFirstFault(form.current);
    const input = { id, memberId, kind, channel, receivedOn, hasProcessor };
    const said = statement.trim() === '' ? null : statement;
    const request = await send({ ...input, statement: said }, client.rights.receive);
    if (request === null) return focusFirstFault(form.current);
    announce(
      texts.rights.wasReceived(label('subjectRequestKind', kind, language), dayText(request.dueOn, language)),
    );
    refresh();
    onClose();
  };
  return (
    <form className="work-form" ref={form} onSubmit={submit} noValidate data-form="receive">
      <div className="form-grid">
        <Choice
          name={texts.rights.whatKind}
          value={kind}
          options={SUBJECT_REQUEST_KINDS.map(
            (each) => [each, capitalised(label('subjectRequestKind', each, language))] as const,
          )}
          onChange={(value) => setKind(SUBJECT_REQUEST_KINDS.find((each) => each === value) ?? kind)}
        />
        {!isOwn && (
          <>
            <ChannelChoice name={texts.rights.channel} value={channel} onChange={setChannel} />
            <Field name="receivedOn" label={texts.rights.receivedOn} faults={faults}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  value={receivedOn}
                  onChange={({ target }) => setReceivedOn(target.value)}
                />
              )}
            </Field>
          </>
        )}
      </div>
      <Field
        name="statement"
        label={texts.rights.statement}
        hint={texts.rights.statementHint}
        faults={faults}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={statement}
            onChange={({ target }) => setStatement(target.value)}
          />
        )}
      </Field>
      {!isOwn && (
        <label className="check">
          <input
            type="checkbox"
            checked={hasProcessor}
            onChange={({ target }) => setHasProcessor(target.checked)}
          />
          {texts.rights.hasProcessor}
        </label>
      )}
      {!isAtField && <WriteError error={error} />}
      <p className="form-buttons">
        <button type="submit" className="button is-main" disabled={isSending}>
          {isSending ? texts.work.sending : texts.rights.receive}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.work.cancel}
        </button>
      </p>
    </form>
  );
}

interface ChannelChoiceProps {
  name: string;
  value: ContactChannel;
  onChange(channel: ContactChannel): void;
}

/** How something came in, or was said. */
export function ChannelChoice({ name, value, onChange }: ChannelChoiceProps) {
  const { language } = usePortal();
  return (
    <Choice
      name={name}
      value={value}
      options={CONTACT_CHANNELS.map(
        (each) => [each, capitalised(label('contactChannel', each, language))] as const,
      )}
      onChange={(chosen) => onChange(CONTACT_CHANNELS.find((each) => each === chosen) ?? value)}
    />
  );
}
