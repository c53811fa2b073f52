import type { Messages } from '@cnscd/domain';
import { type ReactNode, useId } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { plainWords } from './plain-words.ts';

/** What is wrong in a form, by the name of the field as the server knows it. */
export type Faults = Readonly<Record<string, Messages>>;

interface FieldProps {
  name: string;
  label: string;
  hint?: string;
  faults: Faults;
  /** The control, with what ties it to its label and its fault. */
  children: (control: ControlProps) => ReactNode;
}

export interface ControlProps {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

/** A control with its label above and what is wrong with it below. */
export function Field({ name, label, hint, faults, children }: FieldProps) {
  const { language, texts } = usePortal();
  const id = useId();
  const fault = faults[name];
  const described = [fault === undefined ? '' : `${id}-fault`, hint === undefined ? '' : `${id}-hint`];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': fault !== undefined,
        'aria-describedby': described.filter((part) => part !== '').join(' ') || undefined,
      })}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`}>
          {plainWords(fault[language], texts)}
        </p>
      )}
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Puts the focus on the first control that is at fault, once the faults are shown. */
export function focusFirstFault(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
