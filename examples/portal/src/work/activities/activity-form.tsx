import { ACTIVITY_KINDS, label } from '@cnscd/domain';
import type { Activity, ActivitySummary } from '@cnscd/sdk';
import { type FormEvent, useRef, useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { useUnsaved } from '../../sign-in/unsaved.ts';
import { type Faults, Field, focusFirstFault } from '../form/field.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { emptyActivity, faultsOf, type TypedActivity, typedActivity } from './activity-draft.ts';
import { OutcomeFields } from './outcome-fields.tsx';
import { sendActivity } from './send-activity.ts';
import { useDraft } from './use-draft.ts';

interface ActivityFormProps {
  teamId: string;
  /** What is corrected; null for a new one. */
  activity: ActivitySummary | null;
  /** Name that the draft is kept under. */
  draftName: string;
  onDone(written: Activity): void;
  onCancel(): void;
}

/** An activity to be recorded or corrected. Whatever goes wrong, what was typed stays. */
export function ActivityForm({ teamId, activity, draftName, onDone, onCancel }: ActivityFormProps) {
  const { client, texts } = usePortal();
  const { draft, isChanged, type, keep, drop } = useDraft(draftName, () =>
    activity === null ? emptyActivity(new Date()) : typedActivity(activity),
  );
  const writing = useWrite(draft.sent, keep);
  const [ownFaults, setOwnFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(isChanged);
  const { typed } = draft;
  const { error } = writing;
  const atField = error?.field !== undefined && isFieldOf(error.field, typed) ? error.field : null;
  const faults = atField === null || error === null ? ownFaults : { ...ownFaults, [atField]: error.messages };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(typed, new Date());
    setOwnFaults(found);
    if (Object.keys(found).length > 0) return focusFirstFault(form.current);
    const written = await sendActivity({ client, writing, teamId, draft, activity });
    if (written === null) return focusFirstFault(form.current);
    drop();
    onDone(written);
  };
  const cancel = () => {
    if (isChanged && !window.confirm(texts.work.losesDraft)) return;
    drop();
    onCancel();
  };
  return (
    <form className="work-form" ref={form} onSubmit={submit} noValidate>
      <ActivityFields typed={typed} type={type} faults={faults} isPlanned={activity?.status === 'PLANNED'} />
      <OutcomeFields typed={typed} type={type} faults={faults} />
      {atField === null && <WriteError error={error} />}
      <p className="form-buttons">
        <button type="submit" className="button is-main" disabled={writing.isSending}>
          {writing.isSending
            ? texts.work.sending
            : activity === null
              ? texts.work.record
              : texts.work.correct}
        </button>
        <button type="button" className="button" onClick={cancel}>
          {texts.work.cancel}
        </button>
      </p>
    </form>
  );
}

/** Whether the form has a control of this name; anything else is said above the buttons. */
function isFieldOf(name: string, { outcomes }: TypedActivity): boolean {
  const [, index, count] = /^outcomes\[(\d+)\]\.(topic|reached|assisted|succeeded)$/.exec(name) ?? [];
  if (count !== undefined) return Number(index) < outcomes.length;
  return ['kind', 'title', 'startsAt', 'durationMinutes', 'place', 'note'].includes(name);
}

interface FieldsProps {
  typed: TypedActivity;
  type(patch: Partial<TypedActivity>): void;
  faults: Faults;
}

function ActivityFields({ typed, type, faults, isPlanned }: FieldsProps & { isPlanned: boolean }) {
  const { language, texts } = usePortal();
  const { work } = texts;
  const text = (name: 'title' | 'durationMinutes' | 'place', hint?: string) => (
    <Field name={name} label={capitalised(work.fieldNames[name])} faults={faults} {...(hint && { hint })}>
      {(control) => (
        <input
          {...control}
          type="text"
          autoComplete="off"
          {...(name === 'durationMinutes' && { inputMode: 'numeric' as const })}
          value={typed[name]}
          onChange={(event) => type({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="form-grid">
      {text('title', work.titleExample)}
      <Field name="kind" label={capitalised(work.fieldNames.kind)} faults={faults}>
        {(control) => (
          <select
            {...control}
            value={typed.kind}
            onChange={(event) =>
              type({ kind: ACTIVITY_KINDS.find((kind) => kind === event.target.value) ?? typed.kind })
            }
          >
            {ACTIVITY_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {capitalised(label('activityKind', kind, language))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="startsAt" label={capitalised(work.fieldNames.startsAt)} faults={faults}>
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            value={typed.startsAt}
            onChange={(event) => type({ startsAt: event.target.value })}
          />
        )}
      </Field>
      {text('durationMinutes')}
      {text('place', work.placeExample)}
      <Field name="note" label={capitalised(work.fieldNames.note)} hint={work.noteHint} faults={faults}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            value={typed.note}
            onChange={(event) => type({ note: event.target.value })}
          />
        )}
      </Field>
      {isPlanned && (
        <label className="check">
          <input
            type="checkbox"
            checked={typed.isDone}
            onChange={(event) => type({ isDone: event.target.checked })}
          />
          {work.tookPlace}
        </label>
      )}
    </div>
  );
}
