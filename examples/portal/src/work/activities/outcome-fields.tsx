import { label, TOPICS } from '@cnscd/domain';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { type Faults, Field } from '../form/field.tsx';
import { COUNTS, emptyOutcome, type TypedActivity, type TypedOutcome } from './activity-draft.ts';

interface OutcomeFieldsProps {
  typed: TypedActivity;
  type(patch: Partial<TypedActivity>): void;
  faults: Faults;
}

/** Three counts for each topic. They are never merged, and an empty one is not 0. */
export function OutcomeFields({ typed: { outcomes }, type, faults }: OutcomeFieldsProps) {
  const { texts } = usePortal();
  const change = (index: number, patch: Partial<TypedOutcome>) =>
    type({ outcomes: outcomes.map((each, place) => (place === index ? { ...each, ...patch } : each)) });
  const free = TOPICS.find((topic) => outcomes.every((outcome) => outcome.topic !== topic));
  return (
    <fieldset className="outcomes">
      <legend>{texts.work.outcomes}</legend>
      <p className="hint">{texts.work.outcomesHint}</p>
      {outcomes.map((outcome, index) => (
        <OutcomeRow
          // The lines have no names of their own, and a topic may be chosen twice while it is typed.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          index={index}
          outcome={outcome}
          faults={faults}
          change={(patch) => change(index, patch)}
          remove={() => type({ outcomes: outcomes.filter((_, place) => place !== index) })}
        />
      ))}
      {free !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => type({ outcomes: [...outcomes, emptyOutcome(free)] })}
        >
          {texts.work.addTopic}
        </button>
      )}
    </fieldset>
  );
}

interface OutcomeRowProps {
  index: number;
  outcome: TypedOutcome;
  faults: Faults;
  change(patch: Partial<TypedOutcome>): void;
  remove(): void;
}

function OutcomeRow({ index, outcome, faults, change, remove }: OutcomeRowProps) {
  const { language, texts } = usePortal();
  const { fieldNames, removeTopic } = texts.work;
  const topicName = label('topic', outcome.topic, language);
  return (
    <div className="outcome-row">
      <Field name={`outcomes[${index}].topic`} label={capitalised(fieldNames.topic)} faults={faults}>
        {(control) => (
          <select
            {...control}
            value={outcome.topic}
            onChange={(event) =>
              change({ topic: TOPICS.find((topic) => topic === event.target.value) ?? outcome.topic })
            }
          >
            {TOPICS.map((topic) => (
              <option key={topic} value={topic}>
                {capitalised(label('topic', topic, language))}
              </option>
            ))}
          </select>
        )}
      </Field>
      {COUNTS.map((count) => (
        <Field
          key={count}
          name={`outcomes[${index}].${count}`}
          label={capitalised(fieldNames[count])}
          faults={faults}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="numeric"
              autoComplete="off"
              value={outcome[count]}
              onChange={(event) => change({ [count]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <button type="button" className="link" onClick={remove} aria-label={`${removeTopic}: ${topicName}`}>
        {removeTopic}
      </button>
    </div>
  );
}
