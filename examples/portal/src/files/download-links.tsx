import type { ExportKind } from '@cnscd/domain';
import { label } from '@cnscd/domain';
import type { FileQuery } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { WriteError } from '../work/form/write-error.tsx';
import { saveFile } from './save-file.ts';
import { TransferBar } from './transfer-bar.tsx';
import { useTransfer } from './use-transfer.ts';

interface DownloadLinksProps {
  kind: ExportKind;
  /** What the list on the screen is of. */
  filters: FileQuery;
}

const FORMATS = ['xlsx', 'csv', 'pdf', 'docx'] as const;

/** The list or board beside it as a file, where the host of the page passes files on. */
export function DownloadLinks({ kind, filters }: DownloadLinksProps) {
  const { client, hasFiles, language, texts } = usePortal();
  const transfer = useTransfer();
  if (!hasFiles) return null;
  const take = async (format: string) => {
    const path = `exports/${kind.toLowerCase()}.${format}`;
    const file = await transfer.start(`${label('exportKind', kind, language)} (${format})`, (options) =>
      client.files.download(path, filters, options),
    );
    if (file !== null) saveFile(file);
  };
  return (
    <div className="downloads" data-export={kind}>
      <span>{texts.files.download}:</span>
      {FORMATS.map((format) => (
        <button
          type="button"
          key={format}
          className="link"
          disabled={transfer.current !== null}
          aria-label={`${texts.files.download} ${label('exportKind', kind, language)}, ${format.toUpperCase()}`}
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
