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
  type TypedActivity,
} from './typed-activity.ts';
import { useDraft } from './use-draft.ts';

interface ActivityFormProps {
  /** Name that the draft is kept under. */
  draftName: string;
  start(): TypedActivity;
  /** What is wrong with it from the beginning. */
  refusal?: Faults;
  /** Whether more than kind and numbers is shown from the beginning. */
  isDetailed?: boolean;
  saveText: string;
  /** @returns what is wrong; null where nothing is: then the draft is gone */
  save(content: ActivityContent): Promise<Faults | null>;
}

/** Kind, numbers, done. Everything else has a value already, and whatever goes wrong, what was typed stays. */
export function ActivityForm({
  draftName,
  start,
  refusal = {},
  isDetailed = false,
  saveText,
  save,
}: ActivityFormProps) {
  const draft = useDraft(draftName, start);
  const { typed, isFoundAgain, drop } = draft;
  const [faults, setFaults] = useState<Faults>(refusal);
  const form = useRef<HTMLFormElement>(null);
  // Whoever comes to mend something sees at once what it is.
  useEffect(() => showFirstFault(form.current), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!hasKind(typed)) return;
    const own = faultsOf(typed, new Date());
    const found = Object.keys(own).length > 0 ? own : await save(contentOf(typed));
    setFaults(found ?? {});
    if (found === null) drop();
    else showFirstFault(form.current);
  };
  const type = (patch: Partial<TypedActivity>) => {
    // What was said of the old numbers need not be true of the new ones.
    setFaults({});
    draft.type(patch);
  };
  const choose = (kind: ActivityKind) => {
    type({ kind });
    // The keyboard comes up with the first number, without one more tap.
    setTimeout(() => form.current?.querySelector<HTMLInputElement>('input')?.focus());
  };
  return (
    <form className="record" ref={form} onSubmit={submit} noValidate>
      {isFoundAgain && <p className="quiet">{TEXTS.record.draftKept}</p>}
      <KindTiles chosen={typed.kind} choose={choose} />
      {typed.kind !== null && (
        <>
          <CountFields typed={typed} type={type} faults={faults} />
          <DetailFields typed={typed} type={type} faults={faults} isOpen={isDetailed} />
          {faults.form !== undefined && (
            <p className="fault" role="alert">
              {faults.form}
            </p>
          )}
          <div className="save">
            <Button htmlType="submit" fullWidth>
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
