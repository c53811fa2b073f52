import { formatNumber, type Language } from '@cnscd/domain';
import { useId } from 'react';
import { usePortal } from '../page/portal-context.tsx';
import type { Transfer } from './use-transfer.ts';

/** How far a file is, in a bar and in words; nothing where none is on its way. */
export function TransferBar({ transfer, action }: { transfer: Transfer; action: string }) {
  const { language, texts } = usePortal();
  const id = useId();
  const { current, progress } = transfer;
  if (current === null) return null;
  const { doneBytes = 0, totalBytes = null } = progress ?? {};
  return (
    <div className="transfer">
      <label htmlFor={id}>
        {action}: <span className="file-name">{current}</span>
      </label>
      <progress id={id} {...(totalBytes !== null && { max: totalBytes, value: doneBytes })} />
      <p className="transfer-state">
        <span>
          {totalBytes === null || totalBytes === 0
            ? doneBytes > 0 && sizeText(doneBytes, language)
            : `${sizeText(doneBytes, language)} / ${sizeText(totalBytes, language)}`}
        </span>
        <button type="button" className="link" onClick={transfer.stop}>
          {texts.work.cancel}
        </button>
      </p>
    </div>
  );
}

/** "840 kB", "1,2 MB". */
export function sizeText(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${formatNumber(Math.ceil(value * 10) / 10, { language })} ${unit}`;
}
