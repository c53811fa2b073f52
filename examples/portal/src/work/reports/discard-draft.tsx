import type { Report } from '@cnscd/sdk';
import { useState } from 'react';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { useWrite } from '../form/use-write.ts';
import { useWork } from '../work-context.tsx';
import { StepForm } from './step-form.tsx';

/** Gives up a draft that was never submitted, asked once more; after it there is nothing to look at any more. */
export function DiscardDraft({ report: { id, version, unit } }: { report: Report }) {
  const { client, change, texts } = usePortal();
  const { announce, refresh } = useWork();
  const [isAsked, setIsAsked] = useState(false);
  const writing = useWrite();
  const discard = async () => {
    if ((await writing.send({ id, expectedVersion: version }, client.reports.discard)) === null) return;
    announce(texts.reports.discarded(unit.fullName));
    change({ report: null });
    refresh();
  };
  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => {
          writing.forget();
          setIsAsked(true);
        }}
      >
        {texts.reports.discard}
      </button>
      {isAsked && (
        <Dialog title={texts.reports.discardOf(unit.fullName)} onClose={() => setIsAsked(false)}>
          <p>{texts.reports.discardMeans}</p>
          <StepForm
            label={null}
            action={texts.reports.discard}
            isSending={writing.isSending}
            error={writing.error}
            onSend={discard}
            onClose={() => setIsAsked(false)}
          />
        </Dialog>
      )}
    </>
  );
}
