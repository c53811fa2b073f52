import { requireText } from '@cnscd/domain';
import type { CnscdError } from '@cnscd/sdk';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { useUnsaved } from '../../sign-in/unsaved.ts';
import { faultOf } from './fault-of.ts';
import { type Faults, Field, focusFirstFault } from './field.tsx';
import { WriteError } from './write-error.tsx';

interface ReasonFormProps {
  label: string;
  action: string;
  isSending: boolean;
  error: CnscdError | null;
  /** More fields, above the reason. */
  children?: ReactNode;
  onSend(reason: string): void;
  onClose(): void;
}

/** For what is not done without saying why. */
export function ReasonForm({ label, action, isSending, error, children, onSend, onClose }: ReasonFormProps) {
  const { texts } = usePortal();
  const [reason, setReason] = useState('');
  const [ownFaults, setOwnFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  const isAtField = error?.field === 'reason';
  useUnsaved(reason !== '');
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = faultOf(() => requireText(reason, 'reason'));
    setOwnFaults(found);
    if (Object.keys(found).length > 0) focusFirstFault(form.current);
    else onSend(reason);
  };
  return (
    <form className="work-form" ref={form} onSubmit={submit} noValidate>
      {children}
      <Field
        name="reason"
        label={label}
        faults={isAtField ? { ...ownFaults, reason: error.messages } : ownFaults}
      >
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {!isAtField && <WriteError error={error} />}
      <p className="form-buttons">
        <button type="submit" className="button is-main" disabled={isSending}>
          {isSending ? texts.work.sending : action}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {texts.work.cancel}
        </button>
      </p>
    </form>
  );
}
