import { type ReactElement, useId } from 'react';

/** What a control is tied to its label and fault by. */
export interface FieldTies {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface FieldProps {
  label: string;
  hint?: string;
  fault: string | undefined;
  /** Whether the control stands beside its label: a short number. */
  isRow?: boolean;
  control(ties: FieldTies): ReactElement;
}

export function Field({ label, hint, fault, isRow = false, control }: FieldProps) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div className={isRow ? 'field is-row' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {control({ id, 'aria-invalid': fault !== undefined, 'aria-describedby': note && `${id}-note` })}
      {note !== undefined && (
        <p id={`${id}-note`} className={fault === undefined ? 'quiet' : 'fault'}>
          {note}
        </p>
      )}
    </div>
  );
}
