import type { ExportKind } from '@cnscd/domain';
import { label } from '@cnscd/domain';
import type { DownloadedFile, FileOptions } from '@cnscd/sdk';
import { usePortal } from '../page/portal-context.tsx';
import { WriteError } from '../work/form/write-error.tsx';
import { saveFile } from './save-file.ts';
import { TransferBar } from './transfer-bar.tsx';
import { useTransfer } from './use-transfer.ts';

interface DownloadLinksProps {
  kind: ExportKind;
  /** Takes what the list on the screen is of, in a format. */
  onTake(format: DownloadFormat, options: FileOptions): Promise<DownloadedFile>;
}

const FORMATS = ['xlsx', 'csv', 'pdf', 'docx'] as const;
type DownloadFormat = (typeof FORMATS)[number];

/** The list or board beside it as a file, where the host of the page passes files on. */
export function DownloadLinks({ kind, onTake }: DownloadLinksProps) {
  const { hasFiles, language, texts } = usePortal();
  const transfer = useTransfer();
  if (!hasFiles) return null;
  const take = async (format: DownloadFormat) => {
    const name = `${label('exportKind', kind, language)} (${format})`;
    const file = await transfer.start(name, (options) => onTake(format, options));
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
