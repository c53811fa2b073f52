import {
  COMPARATORS,
  type Comparator,
  label,
  optionalText,
  parseVietnameseNumber,
  today,
} from '@cnscd/domain';
import type { SetTarget } from '@cnscd/sdk';
import { type FormEvent, useRef, useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useUnsaved } from '../../sign-in/unsaved.ts';
import { faultOf } from '../form/fault-of.ts';
import { type Faults, Field, focusFirstFault } from '../form/field.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { periodsOfWork } from './periods-of-work.ts';

interface TargetFormProps {
  unitCode: string;
  /** What is changed; null for a new one. */
  target: SetTarget | null;
  onDone(target: SetTarget): void;
  onCancel(): void;
}

interface TypedTarget {
  indicatorCode: string;
  period: string;
  comparator: Comparator;
  value: string;
  reason: string;
}

const NAMES: readonly string[] = ['indicatorCode', 'period', 'comparator', 'value', 'reason'];

export function TargetForm({ unitCode, target, onDone, onCancel }: TargetFormProps) {
  const { client, texts } = usePortal();
  const [typed, setTyped] = useState<TypedTarget>(() => typedTarget(target));
  const [isChanged, setIsChanged] = useState(false);
  const [ownFaults, setOwnFaults] = useState<Faults>({});
  const { isSending, error, send } = useWrite();
  const form = useRef<HTMLFormElement>(null);
  useUnsaved(isChanged);
  const name = error?.field ?? '';
  const isAtField = error !== null && NAMES.includes(name);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = faultsOf(typed);
    setOwnFaults(found);
    if (Object.keys(found).length > 0) return focusFirstFault(form.current);
    const { indicatorCode, period, comparator } = typed;
    const reason = typed.reason.trim() === '' ? null : typed.reason;
    const seen = target === null ? {} : { code: target.code, expectedVersion: target.version };
    const input = { unitCode, indicatorCode, period, comparator, reason, ...seen };
    const set = await send(
      { ...input, value: parseVietnameseNumber(typed.value).value },
      client.indicators.setTarget,
    );
    if (set === null) return focusFirstFault(form.current);
    onDone(set);
  };
  return (
    <form className="work-form" ref={form} onSubmit={submit} noValidate>
      <TargetFields
        typed={typed}
        isNew={target === null}
        faults={isAtField ? { ...ownFaults, [name]: error.messages } : ownFaults}
        type={(patch) => {
          setIsChanged(true);
          setTyped((last) => ({ ...last, ...patch }));
        }}
      />
      {!isAtField && <WriteError error={error} />}
      <p className="form-buttons">
        <button type="submit" className="button is-main" disabled={isSending}>
          {isSending ? texts.work.sending : texts.work.setTarget}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.work.cancel}
        </button>
      </p>
    </form>
  );
}

function typedTarget(target: SetTarget | null): TypedTarget {
  if (target === null) {
    const [month = ''] = periodsOfWork(today(new Date()));
    return { indicatorCode: '', period: month, comparator: 'AT_LEAST', value: '', reason: '' };
  }
  const { indicator, period, comparator, value } = target;
  const typedValue = value === null ? '' : String(value).replace('.', ',');
  return { indicatorCode: indicator.code, period, comparator, value: typedValue, reason: '' };
}

function faultsOf({ value, reason }: TypedTarget): Faults {
  return {
    ...faultOf(() => parseVietnameseNumber(value, 'value')),
    ...faultOf(() => optionalText(reason, 'reason')),
  };
}

interface TargetFieldsProps {
  typed: TypedTarget;
  isNew: boolean;
  faults: Faults;
  type(patch: Partial<TypedTarget>): void;
}

function TargetFields({ typed, isNew, faults, type }: TargetFieldsProps) {
  const { language, texts } = usePortal();
  const { fieldNames, reasonHint } = texts.work;
  return (
    <div className="form-grid">
      {isNew && <WhatAndWhen typed={typed} faults={faults} type={type} />}
      <Field name="comparator" label={capitalised(fieldNames.comparator)} faults={faults}>
        {(control) => (
          <select
            {...control}
            value={typed.comparator}
            onChange={({ target }) =>
              type({ comparator: COMPARATORS.find((each) => each === target.value) ?? typed.comparator })
            }
          >
            {COMPARATORS.map((each) => (
              <option key={each} value={each}>
                {capitalised(label('comparator', each, language))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="value" label={texts.work.targetValue} faults={faults}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={typed.value}
            onChange={({ target }) => type({ value: target.value })}
          />
        )}
      </Field>
      <Field name="reason" label={capitalised(fieldNames.reason)} hint={reasonHint} faults={faults}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            value={typed.reason}
            onChange={({ target }) => type({ reason: target.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** Of a new target: the indicator and the period. A change keeps both. */
function WhatAndWhen({ typed, faults, type }: Omit<TargetFieldsProps, 'isNew'>) {
  const { client, language, texts } = usePortal();
  const query = useQuery('indicators', (signal) => client.indicators.list({}, { signal }));
  return (
    <>
      <QueryStatus query={query} />
      <Field name="indicatorCode" label={texts.indicator} faults={faults}>
        {(control) => (
          <select
            {...control}
            value={typed.indicatorCode}
            onChange={({ target }) => type({ indicatorCode: target.value })}
          >
            <option value="">{texts.work.choose}</option>
            {(query.value ?? []).map(({ code, name, nameEn }) => (
              <option key={code} value={code}>
                {language === 'vi' ? name : nameEn}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="period" label={texts.period} hint={texts.work.periodHint} faults={faults}>
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            value={typed.period}
            onChange={({ target }) => type({ period: target.value.trim() })}
          />
        )}
      </Field>
    </>
  );
}
