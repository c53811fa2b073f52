import type { ActivityKind } from '@cnscd/domain';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'zmp-ui';
import { TEXTS } from '../texts/vi.ts';
import { CountFields } from './count-fields.tsx';
import { DetailFields } from './detail-fields.tsx';
import { KindTiles } from './kind-tiles.tsx';
import {
  type ActivityContent,
  contentOf,
  type Faults,
  faultsOf,
  isForPeople,
  isOfToday,
  type TypedActivity,
} from './typed-activity.ts';
import type { Draft } from './use-draft.ts';

interface ActivityFormProps {
  draft: Draft;
  /** What it is called to throw away what was begun before. */
  restartText: string;
  /** What is wrong with it from the beginning. */
  refusal?: Faults;
  /** Whether more than kind and numbers is shown from the beginning. */
  isDetailed?: boolean;
  saveText: string;
  /** @returns what is wrong; null where nothing is: then this form has done its work */
  save(content: ActivityContent): Promise<Faults | null>;
}

/** Kind, numbers, done. Everything else has a value already, and whatever goes wrong, what was typed stays. */
export function ActivityForm({
  draft,
  restartText,
  refusal = {},
  isDetailed = false,
  saveText,
  save,
}: ActivityFormProps) {
  const { typed, isFoundAgain } = draft;
  const [faults, setFaults] = useState<Faults>(refusal);
  const [isSaving, setIsSaving] = useState(false);
  const isUnderWay = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  // Whoever comes to mend something sees at once what it is.
  useEffect(() => showFirstFault(form.current), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A thumb that trembles taps twice: one activity was done. The state is too late to know.
    if (isUnderWay.current || !hasKind(typed)) return;
    isUnderWay.current = true;
    setIsSaving(true);
    let isDone = false;
    try {
      const own = faultsOf(typed, new Date());
      const found = Object.keys(own).length > 0 ? own : await save(contentOf(typed));
      isDone = found === null;
      setFaults(found ?? {});
      if (!isDone) showFirstFault(form.current);
    } finally {
      isUnderWay.current = isDone;
      setIsSaving(isDone);
    }
  };
  const type = (patch: Partial<TypedActivity>) => {
    // What was said of the old numbers need not be true of the new ones.
    setFaults({});
    draft.type(patch);
  };
  const restart = () => {
    setFaults(refusal);
    draft.restart();
  };
  const choose = (kind: ActivityKind) => {
    type({ kind });
    // The keyboard comes up with the first number, without one more tap; where none is asked for, it is done.
    setTimeout(() => form.current?.querySelector<HTMLElement>('.counts input, .save button')?.focus());
  };
  return (
    <form className="record" ref={form} onSubmit={(event) => void submit(event)} noValidate>
      {isFoundAgain && (
        <div className="found-again">
          <p className="quiet">{TEXTS.record.draftKept}</p>
          <button type="button" className="link" onClick={restart}>
            {restartText}
          </button>
        </div>
      )}
      <KindTiles chosen={typed.kind} choose={choose} />
      {typed.kind !== null && (
        <>
          {isForPeople(typed) && <CountFields typed={typed} type={type} faults={faults} />}
          <DetailFields
            {...{ typed, type, faults }}
            // What was begun on another day says so.
            isOpen={isDetailed || (isFoundAgain && !isOfToday(typed, new Date()))}
          />
          {faults.form !== undefined && (
            <p className="fault" role="alert">
              {faults.form}
            </p>
          )}
          <div className="save">
            <Button htmlType="submit" fullWidth loading={isSaving}>
              {saveText}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

const hasKind = (typed: TypedActivity): typed is TypedActivity & { kind: ActivityKind } =>
  typed.kind !== null;

/** The screen says what is wrong before anybody looks for it. */
function showFirstFault(form: HTMLFormElement | null): void {
  setTimeout(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  });
}
