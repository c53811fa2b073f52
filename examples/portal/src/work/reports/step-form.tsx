import type { CnscdError } from '@cnscd/sdk';
import { type FormEvent, useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { Field } from '../form/field.tsx';
import { WriteError } from '../form/write-error.tsx';

interface StepFormProps {
  /** What may be said along with it; null: nothing. */
  label: string | null;
  action: string;
  isSending: boolean;
  error: CnscdError | null;
  onSend(reason: string): void;
  onClose(): void;
}

/** For what may be done without saying why. */
export function StepForm({ label, action, isSending, error, onSend, onClose }: StepFormProps) {
  const { texts } = usePortal();
  const [reason, setReason] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSend(reason);
  };
  return (
    <form className="work-form" onSubmit={send} noValidate>
      {label !== null && (
        <Field name="reason" label={label} faults={{}}>
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
      )}
      <WriteError error={error} />
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
