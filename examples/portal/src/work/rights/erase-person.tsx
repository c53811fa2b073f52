import type { Erasure, SubjectRequest } from '@cnscd/sdk';
import { useState } from 'react';
import { Dialog } from '../../page/dialog.tsx';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { Field } from '../form/field.tsx';
import { ReasonForm } from '../form/reason-form.tsx';
import { useWrite } from '../form/use-write.ts';
import { useWork } from '../work-context.tsx';
import { ErasureReport } from './erasure-report.tsx';

interface ErasePersonProps {
  request: SubjectRequest;
  name: string;
  onClose(): void;
}

/** Shows what an erasure would do, asks whether it is meant, does it, and says what is left to be done by hand. */
export function ErasePerson({ request, name, onClose }: ErasePersonProps) {
  const { client, texts } = usePortal();
  const { rights } = texts;
  const { announce, refresh } = useWork();
  const [signIns, setSignIns] = useState('');
  const [masksElsewhere, setMasksElsewhere] = useState(false);
  const [isRead, setIsRead] = useState(false);
  const [isSure, setIsSure] = useState(false);
  const [isUnsure, setIsUnsure] = useState(false);
  const [done, setDone] = useState<Erasure | null>(null);
  const { isSending, error, send } = useWrite();
  const { id: requestId, version: expectedVersion } = request;
  const query = useQuery(`erasure ${requestId} ${expectedVersion} ${masksElsewhere}`, (signal) =>
    client.rights.erase(
      { requestId, expectedVersion, masksElsewhere, reason: rights.erase, dryRun: true },
      { signal },
    ),
  );
  const erase = async (reason: string) => {
    setIsUnsure(!isSure);
    if (!isSure) return;
    const own = signIns.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    const input = { requestId, expectedVersion, masksElsewhere, signIns: own, reason };
    const erased = await send(input, client.rights.erase);
    if (erased !== null) setDone(erased);
  };
  const close = () => {
    if (done !== null) {
      announce(rights.wasErased);
      refresh();
    }
    onClose();
  };
  if (done !== null) {
    const left = done.report.filter(({ action }) => action === 'TO_MEND');
    return (
      <Dialog title={rights.done} onClose={close}>
        <p>{rights.wasErased}</p>
        {left.length === 0 ? (
          <p>{rights.nothingLeft}</p>
        ) : (
          <ErasureReport title={rights.leftToDo} lines={left} />
        )}
        <p className="hint">{rights.backups}</p>
        <p className="form-buttons">
          <button type="button" className="button is-main" onClick={close}>
            {texts.close}
          </button>
        </p>
      </Dialog>
    );
  }
  const lines = query.value?.report ?? [];
  const of = (...actions: string[]) => lines.filter(({ action }) => actions.includes(action));
  const isAtSignIns = error?.field?.startsWith('signIns') === true;
  return (
    <Dialog title={rights.eraseTitle(name)} onClose={close}>
      <p className="notice">{rights.eraseWarning}</p>
      {query.isLoading && <p role="status">{rights.counting}</p>}
      <QueryStatus query={query} isQuiet />
      {query.value !== null && (
        <>
          <ErasureReport title={rights.goes} lines={of('ERASED', 'ANONYMISED', 'MASKED')} />
          <ErasureReport title={rights.stays} lines={of('KEPT')} />
          <ErasureReport title={rights.toMend} lines={of('TO_MEND')} />
          <label className="check">
            <input
              type="checkbox"
              checked={masksElsewhere}
              onChange={({ target }) => setMasksElsewhere(target.checked)}
            />
            {rights.masksElsewhere}
          </label>
          {isRead ? (
            <ReasonForm
              label={rights.eraseReason}
              action={rights.eraseNow}
              isSending={isSending}
              error={isAtSignIns ? null : error}
              onSend={erase}
              onClose={close}
            >
              <Field
                name="signIns"
                label={rights.signIns}
                hint={rights.signInsHint}
                faults={isAtSignIns ? { signIns: error.messages } : {}}
              >
                {(control) => (
                  <textarea
                    {...control}
                    rows={1}
                    value={signIns}
                    onChange={({ target }) => setSignIns(target.value)}
                  />
                )}
              </Field>
              <label className="check is-sure">
                <input
                  type="checkbox"
                  checked={isSure}
                  aria-invalid={isUnsure && !isSure}
                  onChange={({ target }) => setIsSure(target.checked)}
                />
                {rights.isSure}
              </label>
              {isUnsure && !isSure && (
                <p role="alert" className="fault">
                  {rights.mustBeSure}
                </p>
              )}
            </ReasonForm>
          ) : (
            <p className="form-buttons">
              <button type="button" className="button is-main" onClick={() => setIsRead(true)}>
                {rights.goOn}
              </button>
              <button type="button" className="button" onClick={close}>
                {texts.work.cancel}
              </button>
            </p>
          )}
        </>
      )}
    </Dialog>
  );
}
