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

/** Sets a value by hand, never without a reason; left empty, the filled one stands again. */
export function CorrectValue({ report, value, onDone, onClose }: CorrectValueProps) {
  const { client, language, texts } = usePortal();
  const { announce } = useWork();
  const writing = useWrite();
  const [typed, setTyped] = useState(value.value === null ? '' : String(value.value).replace('.', ','));
  const [isWrong, setIsWrong] = useState(false);
  const name = language === 'vi' ? value.label : value.labelEn;
  const { error } = writing;
  const isAtValue = error?.field === 'value';
  const send = async (reason: string) => {
    const number = typedNumber(typed);
    setIsWrong(Number.isNaN(number));
    if (Number.isNaN(number)) return;
    const input = { id: report.id, expectedVersion: report.version, code: value.code, reason };
    const done = await writing.send(
      number === null ? input : { ...input, value: number },
      client.reports.correct,
    );
    if (done === null) return;
    announce(texts.reports.corrected(name));
    onDone();
  };
  const wrong = { vi: texts.reports.notNumber(typed), en: texts.reports.notNumber(typed) };
  return (
    <Dialog title={`${texts.work.change}: ${name}`} onClose={onClose}>
      <ReasonForm
        label={texts.reports.reason}
        action={texts.reports.save}
        isSending={writing.isSending}
        error={isAtValue ? null : error}
        onSend={send}
        onClose={onClose}
      >
        <Field
          name="value"
          label={texts.value}
          hint={texts.reports.emptyHint}
          faults={isWrong ? { value: wrong } : isAtValue ? { value: error.messages } : {}}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          )}
        </Field>
      </ReasonForm>
    </Dialog>
  );
}
