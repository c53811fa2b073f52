import { type ReactNode, useId } from 'react';

interface ChoiceProps {
  name: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange(value: string): void;
}

/** One of several, with its label above. */
export function Choice({ name, value, options, onChange }: ChoiceProps) {
  return (
    <Labelled name={name}>
      {(id) => (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** A control that nothing can be wrong with, with its label above. */
export function Labelled({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}
