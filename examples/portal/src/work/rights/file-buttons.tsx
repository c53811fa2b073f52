import type { FileQuery } from '@cnscd/sdk';
import { saveFile } from '../../files/save-file.ts';
import { TransferBar } from '../../files/transfer-bar.tsx';
import { useTransfer } from '../../files/use-transfer.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { WriteError } from '../form/write-error.tsx';
import { useWork } from '../work-context.tsx';

interface FileButtonsProps {
  /** What the file is called on the screen. */
  what: string;
  /** Below the way of files, without the ending. */
  path: string;
  formats: readonly string[];
  query?: FileQuery;
}

/** A file about the rights of people in each of its formats, where the host of the page passes files on. */
export function FileButtons({ what, path, formats, query = {} }: FileButtonsProps) {
  const { client, hasFiles, texts } = usePortal();
  const { announce } = useWork();
  const transfer = useTransfer();
  if (!hasFiles) return null;
  const take = async (format: string) => {
    const file = await transfer.start(`${what} (${format})`, (options) =>
      client.files.download(`${path}.${format}`, query, options),
    );
    if (file === null) return;
    saveFile(file);
    announce(texts.files.taken(file.name));
  };
  return (
    <div className="downloads">
      <span>{texts.files.download}:</span>
      {formats.map((format) => (
        <button
          type="button"
          key={format}
          className="link"
          disabled={transfer.current !== null}
          aria-label={`${texts.files.download} ${what}, ${format.toUpperCase()}`}
          onClick={() => take(format)}
        >
          {format.toUpperCase()}
        </button>
      ))}
      <TransferBar transfer={transfer} action={texts.files.taking} />
      <WriteError error={transfer.error} />
    </div>
  );
}
