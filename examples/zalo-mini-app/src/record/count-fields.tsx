import { label, TOPICS, type Topic } from '@cnscd/domain';
import { capitalised } from '../texts/capitalised.ts';
import { TEXTS } from '../texts/vi.ts';
import { Field } from './field.tsx';
import { COUNTS, type Faults, type TypedActivity } from './typed-activity.ts';

export interface FieldsProps {
  typed: TypedActivity;
  type(patch: Partial<TypedActivity>): void;
  faults: Faults;
}

/** Three counts that are never merged; what was not counted stays empty. */
export function CountFields({ typed, type, faults }: FieldsProps) {
  return (
    <fieldset className="counts">
      <legend>{TEXTS.record.counts}</legend>
      <p className="quiet">{TEXTS.record.countsHint}</p>
      {COUNTS.map((count, index) => (
        <Field
          key={count}
          isRow
          label={TEXTS.record[count]}
          fault={faults[count]}
          control={(ties) => (
            <input
              {...ties}
              inputMode="numeric"
              autoComplete="off"
              enterKeyHint={index === COUNTS.length - 1 ? 'done' : 'next'}
              value={typed[count]}
              onChange={({ target }) => type({ [count]: target.value })}
            />
          )}
        />
      ))}
      <Field
        label={TEXTS.record.topic}
        fault={faults.topic}
        control={(ties) => (
          <select
            {...ties}
            value={typed.topic}
            // The cast: the options below are topics.
            onChange={({ target }) => type({ topic: target.value as Topic })}
          >
            {TOPICS.map((topic) => (
              <option key={topic} value={topic}>
                {capitalised(label('topic', topic, 'vi'))}
              </option>
            ))}
          </select>
        )}
      />
    </fieldset>
  );
}
