import type { Report, ReportValue } from '@cnscd/sdk';
import { useState } from 'react';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { Field } from '../form/field.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';
import { useWork } from '../work-context.tsx';
import { typedNumber } from './typed-number.ts';

interface CorrectValueProps {
  report: Report;
  value: ReportValue;
  onDone(): void;
  onClose(): void;
}

type Name = 'numerator' | 'denominator' | 'value';

/**
 * Sets a value by hand, never without a reason; left empty, the filled one stands again. A rate is given by its parts,
 * or as a bare value where nobody has them.
 */
export function CorrectValue({ report, value, onDone, onClose }: CorrectValueProps) {
  const { client, language, texts } = usePortal();
  const { announce } = useWork();
  const writing = useWrite();
  const [typed, setTyped] = useState(() => shownIn(value));
  const [wrong, setWrong] = useState<Name | null>(null);
  const lineName = language === 'vi' ? value.label : value.labelEn;
  const hasParts = typed.numerator.trim() !== '' && typed.denominator.trim() !== '';
  const names: readonly Name[] = isRate(value) ? ['numerator', 'denominator', 'value'] : ['value'];
  const { error } = writing;
  const fault = names.find((name) => name === error?.field);
  const send = async (reason: string) => {
    const asked = names.filter((name) => !(name === 'value' && hasParts));
    const numbers = asked.map((name) => [name, typedNumber(typed[name])] as const);
    const none = numbers.find(([, number]) => Number.isNaN(number))?.[0] ?? null;
    setWrong(none);
    if (none !== null) return;
    const given = Object.fromEntries(numbers.filter(([, number]) => number !== null));
    const input = { id: report.id, expectedVersion: report.version, code: value.code, reason, ...given };
    if ((await writing.send(input, client.reports.correct)) === null) return;
    announce(texts.reports.corrected(lineName));
    onDone();
  };
  const faultsOf = (name: Name) => {
    const notNumber = texts.reports.notNumber(typed[name]);
    if (wrong === name) return { [name]: { vi: notNumber, en: notNumber } };
    return error !== null && fault === name ? { [name]: error.messages } : {};
  };
  const isFromParts = (name: Name) => name === 'value' && hasParts && isRate(value);
  return (
    <Dialog title={`${texts.work.change}: ${lineName}`} onClose={onClose}>
      <ReasonForm
        label={texts.reports.reason}
        action={texts.reports.save}
        isSending={writing.isSending}
        error={fault === undefined ? error : null}
        onSend={send}
        onClose={onClose}
      >
        {names.map((name) => (
          <Field
            key={name}
            name={name}
            label={name === 'value' ? texts.value : texts.reports[name]}
            {...hintOf(name, isFromParts(name), texts.reports)}
            faults={faultsOf(name)}
          >
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                disabled={isFromParts(name)}
                value={isFromParts(name) ? '' : typed[name]}
                onChange={({ target }) => setTyped((last) => ({ ...last, [name]: target.value }))}
              />
            )}
          </Field>
        ))}
      </ReasonForm>
    </Dialog>
  );
}

const isRate = ({ aggregation }: ReportValue) => aggregation === 'RATIO_OF_SUMS';

function hintOf(
  name: Name,
  isFromParts: boolean,
  words: Record<'fromParts' | 'emptyHint' | 'partsHint', string>,
) {
  if (name === 'denominator') return { hint: words.partsHint };
  if (name === 'numerator') return {};
  return { hint: isFromParts ? words.fromParts : words.emptyHint };
}

function shownIn({ value, numerator, denominator }: ReportValue): Record<Name, string> {
  const text = (number: number | null) => (number === null ? '' : String(number).replace('.', ','));
  return { numerator: text(numerator), denominator: text(denominator), value: text(value) };
}
