import type { ActivityKind, Topic } from '@cnscd/domain';
import { CnscdError } from '@cnscd/sdk';
import type { QueuedWrite } from '@cnscd/sdk/outbox';
import { type FormEvent, useRef, useState } from 'react';
import { Button, useNavigate } from 'zmp-ui';
import { useApp } from '../page/app-context.tsx';
import { useWork } from '../page/signed-in.tsx';
import { TEXTS } from '../texts/vi.ts';
import { CountFields } from './count-fields.tsx';
import { DetailFields } from './detail-fields.tsx';
import { KindTiles } from './kind-tiles.tsx';
import { contentOf, emptyActivity, type Faults, faultAt, faultsOf, type TypedActivity, typedFrom } from './typed-activity.ts';
import { useDraft } from './use-draft.ts';

interface RecordFormProps {
  teamId: string;
  /** What is corrected; null for a new one. */
  waiting: QueuedWrite | null;
}

/** Kind, numbers, done. Everything else has a value already, and whatever goes wrong, what was typed stays. */
export function RecordForm({ teamId, waiting }: RecordFormProps) {
  const { user, outbox } = useWork();
  const { storage } = useApp().bridge;
  const navigate = useNavigate();
  const lastTopic = `cnscd.${user}.topic`;
  const { typed, isFoundAgain, type, drop } = useDraft(`${user}.draft.${waiting?.id ?? 'new'}`, () =>
    waiting?.input == null
      ? // The cast: a topic of this app, or one that an older version had and the server will name.
        emptyActivity((storage.getItem(lastTopic) || 'E_ID') as Topic, new Date())
      : typedFrom(waiting.input),
  );
  const [faults, setFaults] = useState<Faults>(() => refusalOf(waiting));
  const form = useRef<HTMLFormElement>(null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!hasKind(typed)) return;
    const found = faultsOf(typed, new Date());
    setFaults(found);
    if (Object.keys(found).length > 0) return showFirstFault(form.current);
    const content = contentOf(typed);
    try {
      if (waiting === null) await outbox.enqueue('recordActivity', { teamId, ...content });
      else await outbox.edit(waiting.id, { ...waiting.input, ...content });
    } catch (error) {
      if (!(error instanceof CnscdError)) throw error;
      return setFaults({ form: error.messages.vi });
    }
    drop();
    try {
      storage.setItem(lastTopic, typed.topic);
    } catch {
      // It only saves a tap the next time.
    }
    navigate('/', { replace: true, state: { saved: true } });
  };
  const choose = (kind: ActivityKind) => {
    type({ kind });
    // The keyboard comes up with the first number, without one more tap.
    setTimeout(() => form.current?.querySelector<HTMLInputElement>('input')?.focus());
  };
  return (
    <form className="record" ref={form} onSubmit={save} noValidate>
      {isFoundAgain && <p className="quiet">{TEXTS.record.draftKept}</p>}
      <KindTiles chosen={typed.kind} choose={choose} />
      {typed.kind !== null && (
        <>
          <CountFields typed={typed} type={type} faults={faults} />
          <DetailFields typed={typed} type={type} faults={faults} isOpen={waiting !== null} />
          {faults.form !== undefined && (
            <p className="fault" role="alert">
              {faults.form}
            </p>
          )}
          <div className="save">
            <Button htmlType="submit" fullWidth>
              {TEXTS.record.save}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

const hasKind = (typed: TypedActivity): typed is TypedActivity & { kind: ActivityKind } => typed.kind !== null;

/** Why the server did not take what waits, at its field. */
function refusalOf(waiting: QueuedWrite | null): Faults {
  const problem = waiting?.problem ?? null;
  return problem === null ? {} : faultAt(problem.field, problem.messages.vi);
}

/** The screen says what is wrong before anybody looks for it. */
function showFirstFault(form: HTMLFormElement | null): void {
  setTimeout(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}
