import { formatNumber } from '@cnscd/domain';
import type { Import } from '@cnscd/sdk';
import { useState } from 'react';
import { saveFile } from '../../files/save-file.ts';
import { TransferBar } from '../../files/transfer-bar.tsx';
import { useTransfer } from '../../files/use-transfer.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';
import { Confirmation } from './confirmation.tsx';

interface ImportActionsProps {
  found: Import;
  isWaiting: boolean;
  onChanged(): void;
}

type Question = 'APPLY' | 'UNDO' | 'DISCARD';

/** What can be done with a file as it stands: take it over, take it back, throw it away, have it with its faults. */
export function ImportActions({ found, isWaiting, onChanged }: ImportActionsProps) {
  const { client, language, texts } = usePortal();
  const { announce, refresh } = useWork();
  const [question, setQuestion] = useState<Question | null>(null);
  const [skipsFaulty, setSkipsFaulty] = useState(false);
  const writing = useWrite();
  const transfer = useTransfer();
  const { id, version: expectedVersion, status, counts } = found;
  const number = (value: number) => formatNumber(value, { language });
  const writes = counts.newRows + counts.changedRows;
  const isBlocked = counts.faultyRows > 0 && !skipsFaulty;
  const takeAnnotated = async () => {
    const file = await transfer.start(found.fileName, (options) => client.imports.annotated({ id }, options));
    if (file !== null) saveFile(file);
  };
  const { imports } = client;
  const answer = async (asked: Question) => {
    const input = { id, expectedVersion };
    const written = await (asked === 'APPLY'
      ? writing.send({ ...input, skipFaultyRows: skipsFaulty }, imports.apply)
      : writing.send(input, asked === 'UNDO' ? imports.undo : imports.discard));
    setQuestion(null);
    if (written === null) return;
    announce(texts.imports.asked[asked](found.fileName));
    refresh();
    onChanged();
  };
  return (
    <div className="import-actions">
      {status === 'READY' && counts.faultyRows > 0 && writes > 0 && (
        <label className="check">
          <input
            type="checkbox"
            checked={skipsFaulty}
            onChange={({ target }) => setSkipsFaulty(target.checked)}
          />
          {texts.imports.skipFaulty(number(counts.faultyRows))}
        </label>
      )}
      <p className="form-buttons">
        {status === 'READY' && (
          <button
            type="button"
            className="button is-main"
            disabled={isWaiting || isBlocked || writes === 0}
            onClick={() => setQuestion('APPLY')}
          >
            {texts.imports.apply}
          </button>
        )}
        {status === 'APPLIED' && (
          <button type="button" className="button" disabled={isWaiting} onClick={() => setQuestion('UNDO')}>
            {texts.imports.undo}
          </button>
        )}
        {(counts.faultyRows > 0 || counts.warnings > 0) && (
          <button
            type="button"
            className="button"
            disabled={isWaiting || transfer.current !== null}
            onClick={takeAnnotated}
          >
            {texts.imports.takeAnnotated}
          </button>
        )}
        {(status === 'READY' || status === 'FAILED') && (
          <button type="button" className="link" disabled={isWaiting} onClick={() => setQuestion('DISCARD')}>
            {texts.imports.discard}
          </button>
        )}
      </p>
      {status === 'READY' && <p className="hint">{hintOf({ isBlocked, writes })}</p>}
      <TransferBar transfer={transfer} action={texts.files.taking} />
      <WriteError error={transfer.error ?? writing.error} />
      {question !== null && (
        <Confirmation
          title={texts.imports.questions[question]}
          text={
            question === 'APPLY'
              ? texts.imports.willWrite(
                  number(counts.newRows),
                  number(counts.changedRows),
                  number(counts.faultyRows),
                )
              : texts.imports.consequences[question]
          }
          action={texts.imports.doIt[question]}
          isSending={writing.isSending}
          onConfirm={() => answer(question)}
          onClose={() => setQuestion(null)}
        />
      )}
    </div>
  );

  function hintOf({ isBlocked, writes }: { isBlocked: boolean; writes: number }): string {
    if (writes === 0) return counts.faultyRows > 0 ? texts.imports.onlyFaulty : texts.imports.nothingToWrite;
    return isBlocked ? texts.imports.mendFirst : texts.imports.nothingYet;
  }
}
