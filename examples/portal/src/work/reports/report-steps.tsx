import { label, type ReportAction } from '@cnscd/domain';
import type { Report } from '@cnscd/sdk';
import { useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';
import { DiscardDraft } from './discard-draft.tsx';
import { StepForm } from './step-form.tsx';

/** What is not done without saying why. */
const NEEDS_REASON: readonly ReportAction[] = ['RETURN', 'REOPEN'];
/** Where something may be said. */
const TAKES_REASON: readonly ReportAction[] = ['SUBMIT', 'APPROVE'];

/** What the caller may do with a report now, each asked once more before it is done. */
export function ReportSteps({ report, onChanged }: { report: Report; onChanged(): void }) {
  const { client, language, texts } = usePortal();
  const { announce } = useWork();
  const [asked, setAsked] = useState<ReportAction | null>(null);
  const writing = useWrite();
  const filling = useWrite();
  const { id, version: expectedVersion, unit, actions, isEditable, isDiscardable, isStale } = report;
  const { reports } = client;
  const nameOf = (action: ReportAction) => capitalised(label('reportAction', action, language));
  const step = (action: ReportAction, reason: string) => {
    const input = { id, expectedVersion };
    const saying = reason.trim() === '' ? {} : { reason };
    switch (action) {
      case 'SUBMIT':
        return writing.send({ ...input, ...saying }, reports.submit);
      case 'APPROVE':
        return writing.send({ ...input, ...saying }, reports.approve);
      case 'RETURN':
        return writing.send({ ...input, reason }, reports.return);
      case 'REOPEN':
        return writing.send({ ...input, reason }, reports.reopen);
      case 'LOCK':
        return writing.send(input, reports.lock);
      default:
        return Promise.resolve(null);
    }
  };
  const take = async (reason: string) => {
    if (asked === null || (await step(asked, reason)) === null) return;
    setAsked(null);
    announce(texts.reports.done(nameOf(asked), unit.fullName));
    onChanged();
  };
  const fill = async () => {
    if ((await filling.send({ id, expectedVersion }, reports.refresh)) === null) return;
    announce(texts.reports.filled(unit.fullName));
    onChanged();
  };
  const form = {
    action: asked === null ? '' : nameOf(asked),
    isSending: writing.isSending,
    error: writing.error,
    onSend: take,
    onClose: () => setAsked(null),
  };
  return (
    <>
      {isStale && <p className="notice">{isEditable ? texts.reports.isStale : texts.reports.isStaleAbove}</p>}
      <p className="form-buttons report-steps">
        {actions
          .filter((action) => action !== 'OPEN')
          .map((action, index) => (
            <button
              type="button"
              key={action}
              className={index === 0 ? 'button is-main' : 'button'}
              onClick={() => {
                writing.forget();
                setAsked(action);
              }}
            >
              {nameOf(action)}
            </button>
          ))}
        {isEditable && (
          <button type="button" className="button" disabled={filling.isSending} onClick={fill}>
            {texts.reports.fillAgain}
          </button>
        )}
        {isDiscardable && <DiscardDraft report={report} />}
      </p>
      <WriteError error={filling.error} />
      {asked !== null && (
        <Dialog title={texts.reports.askStep(nameOf(asked), unit.fullName)} onClose={() => setAsked(null)}>
          <p>{texts.reports.consequences[asked]}</p>
          {NEEDS_REASON.includes(asked) ? (
            <ReasonForm label={texts.reports.reason} {...form} />
          ) : (
            <StepForm label={TAKES_REASON.includes(asked) ? texts.reports.saying : null} {...form} />
          )}
        </Dialog>
      )}
    </>
  );
}
