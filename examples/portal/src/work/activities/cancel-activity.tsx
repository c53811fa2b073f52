import type { ActivitySummary } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';

interface CancelActivityProps {
  activity: ActivitySummary;
  onDone(): void;
  onClose(): void;
}

/** An activity that did not take place. It stays in the list, with the reason. */
export function CancelActivity({ activity, onDone, onClose }: CancelActivityProps) {
  const { client, texts } = usePortal();
  const { isSending, error, send } = useWrite();
  const cancel = async (reason: string) => {
    const { id, version: expectedVersion } = activity;
    if ((await send({ id, expectedVersion, reason }, client.activities.cancel)) !== null) onDone();
  };
  return (
    <ReasonForm
      label={texts.work.whyCancelled}
      action={texts.work.cancelActivity}
      isSending={isSending}
      error={error}
      onSend={cancel}
      onClose={onClose}
    />
  );
}
