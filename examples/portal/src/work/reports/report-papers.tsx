import type { Report } from '@cnscd/sdk';
import { saveFile } from '../../files/save-file.ts';
import { TransferBar } from '../../files/transfer-bar.tsx';
import { useTransfer } from '../../files/use-transfer.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { WriteError } from '../form/write-error.tsx';

const FORMATS = ['pdf', 'docx', 'xlsx'] as const;

/** The report to be printed and signed, where the host of the page passes files on. */
export function ReportPapers({ report: { id, unit } }: { report: Report }) {
  const { client, hasFiles, texts } = usePortal();
  const transfer = useTransfer();
  if (!hasFiles) return null;
  const take = async (format: (typeof FORMATS)[number]) => {
    const file = await transfer.start(`${unit.fullName} (${format.toUpperCase()})`, (options) =>
      client.reports.download({ id, format }, options),
    );
    if (file !== null) saveFile(file);
  };
  return (
    <div className="downloads">
      <span>{texts.reports.print}</span>
      {FORMATS.map((format) => (
        <button
          type="button"
          key={format}
          className="link"
          disabled={transfer.current !== null}
          aria-label={`${texts.reports.print} ${format.toUpperCase()}`}
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
