import {
  AFFILIATIONS,
  type Affiliation,
  CORE_MEMBER_LABEL,
  label,
  localDate,
  MEMBER_ROLES,
  type MemberRole,
  phoneNumber,
  requirePersonName,
  today,
} from '@cnscd/domain';
import { newId } from '@cnscd/sdk';
import { type FormEvent, useRef, useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { useUnsaved } from '../../sign-in/unsaved.ts';
import { faultOf } from '../form/fault-of.ts';
import { type Faults, Field, focusFirstFault } from '../form/field.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';

interface TypedMember {
  displayName: string;
  phone: string;
  role: MemberRole;
  isCore: boolean;
  affiliations: Affiliation[];
  from: string;
}

const NAMES: readonly string[] = ['displayName', 'phone', 'role', 'from', 'affiliations'];

interface AddMemberProps {
  teamId: string;
  onDone(name: string): void;
  onCancel(): void;
}

/** Somebody new in the register and in the team. Nobody is asked for a citizen-ID number. */
export function AddMember({ teamId, onDone, onCancel }: AddMemberProps) {
  const { client, texts } = usePortal();
  const [typed, setTyped] = useState<TypedMember>(emptyMember);
  // However often it is sent, it is one person and one membership.
  const [ids] = useState(() => ({ id: newId(), personId: newId() }));
  const [ownFaults, setOwnFaults] = useState<Faults>({});
  const { isSending, error, send } = useWrite();
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(typed.displayName !== '' || typed.phone !== '');
  const name = error?.field?.replace(/^person\./, '') ?? '';
  const isAtField = error !== null && NAMES.includes(name);
  const faults = isAtField ? { ...ownFaults, [name]: error.messages } : ownFaults;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(typed);
    setOwnFaults(found);
    if (Object.keys(found).length > 0) return focusFirstFault(form.current);
    const { displayName, phone, ...membership } = typed;
    const person = { id: ids.personId, displayName, phone: phone.trim() === '' ? null : phone };
    const added = await send({ id: ids.id, teamId, person, ...membership }, client.members.add);
    if (added === null) return focusFirstFault(form.current);
    onDone(displayName);
  };
  return (
    <form className="work-form" ref={form} onSubmit={submit} noValidate>
      <MemberFields
        typed={typed}
        type={(patch) => setTyped((last) => ({ ...last, ...patch }))}
        faults={faults}
      />
      <p className="hint">{texts.work.noCitizenId}</p>
      {!isAtField && <WriteError error={error} />}
      <p className="form-buttons">
        <button type="submit" className="button is-main" disabled={isSending}>
          {isSending ? texts.work.sending : texts.work.addMember}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.work.cancel}
        </button>
      </p>
    </form>
  );
}

const emptyMember = (): TypedMember => ({
  ...{ displayName: '', phone: '', role: 'MEMBER', isCore: false, affiliations: [] },
  from: today(new Date()),
});

function faultsOf({ displayName, phone, from }: TypedMember): Faults {
  return {
    ...faultOf(() => requirePersonName(displayName, 'displayName')),
    ...faultOf(() => phone.trim() === '' || phoneNumber(phone, 'phone')),
    ...faultOf(() => localDate(from, 'from')),
  };
}

interface MemberFieldsProps {
  typed: TypedMember;
  type(patch: Partial<TypedMember>): void;
  faults: Faults;
}

function MemberFields({ typed, type, faults }: MemberFieldsProps) {
  const { language, texts } = usePortal();
  const { fieldNames, phoneHint } = texts.work;
  const input = (
    name: 'displayName' | 'phone' | 'from',
    attributes: React.InputHTMLAttributes<HTMLInputElement>,
  ) => (
    <Field
      name={name}
      label={capitalised(fieldNames[name])}
      faults={faults}
      {...(name === 'phone' && { hint: phoneHint })}
    >
      {(control) => (
        <input
          {...control}
          {...attributes}
          autoComplete="off"
          value={typed[name]}
          onChange={(event) => type({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="form-grid">
      {input('displayName', { type: 'text' })}
      {input('phone', { type: 'tel', inputMode: 'tel' })}
      {input('from', { type: 'date' })}
      <Field name="role" label={capitalised(fieldNames.role)} faults={faults}>
        {(control) => (
          <select
            {...control}
            value={typed.role}
            onChange={(event) =>
              type({ role: MEMBER_ROLES.find((role) => role === event.target.value) ?? typed.role })
            }
          >
            {MEMBER_ROLES.map((role) => (
              <option key={role} value={role}>
                {capitalised(label('memberRole', role, language))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={typed.isCore}
          onChange={(event) => type({ isCore: event.target.checked })}
        />
        {capitalised(CORE_MEMBER_LABEL[language])}
      </label>
      <AffiliationChoice typed={typed} type={type} />
    </div>
  );
}

function AffiliationChoice({ typed, type }: Pick<MemberFieldsProps, 'typed' | 'type'>) {
  const { language, texts } = usePortal();
  return (
    <fieldset className="choices">
      <legend>{capitalised(texts.work.fieldNames.affiliations)}</legend>
      {AFFILIATIONS.map((affiliation) => (
        <label className="check" key={affiliation}>
          <input
            type="checkbox"
            checked={typed.affiliations.includes(affiliation)}
            onChange={({ target }) =>
              type({
                affiliations: AFFILIATIONS.filter((each) =>
                  each === affiliation ? target.checked : typed.affiliations.includes(each),
                ),
              })
            }
          />
          {label('affiliation', affiliation, language)}
        </label>
      ))}
    </fieldset>
  );
}
