import { formatNumber, type ImportKind, label } from '@cnscd/domain';
import { type DragEvent, useId, useRef, useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { sizeText, TransferBar } from '../../files/transfer-bar.tsx';
import { useTransfer } from '../../files/use-transfer.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { WriteError } from '../form/write-error.tsx';

/** What the server takes; asked before the file goes, because a slow line should not carry it in vain. */
const MOST_BYTES = 20 * 1024 * 1024;
/** Of what the server can import. */
const KINDS: readonly ImportKind[] = ['ROSTER', 'TEAMS'];
const ACCEPTED = '.xlsx,.xls,.csv,.tsv,.txt';

/** Takes one file, dropped or chosen, and sends it to be read. */
export function UploadBox() {
  const { client, change, language, texts } = usePortal();
  const [kind, setKind] = useState<ImportKind>('ROSTER');
  const [isOver, setIsOver] = useState(false);
  const [refusal, setRefusal] = useState('');
  const transfer = useTransfer();
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const send = async (files: FileList | null) => {
    const [file, ...more] = files ?? [];
    if (file === undefined) return;
    setRefusal('');
    if (more.length > 0) return setRefusal(texts.imports.oneFile);
    if (file.size > MOST_BYTES) return setRefusal(texts.imports.tooLarge(sizeText(file.size, language)));
    const sent = await transfer.start(file.name, (options) =>
      client.imports.upload({ kind, fileName: file.name, file }, options),
    );
    if (sent !== null) change({ import: sent.id });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files);
  };
  return (
    <div className="panel" data-part="upload">
      <h3>{texts.imports.title}</h3>
      <p className="hint">{texts.imports.hint}</p>
      <fieldset className="import-kinds">
        <legend>{texts.imports.whatIsInIt}</legend>
        {KINDS.map((each) => (
          <label key={each} className="check">
            <input type="radio" name={id} checked={each === kind} onChange={() => setKind(each)} />
            {capitalised(label('importKind', each, language))}
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same by keyboard */}
      <div
        className={isOver ? 'drop-zone is-over' : 'drop-zone'}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={onDrop}
      >
        <p id={`${id}-hint`}>{texts.imports.dropHere}</p>
        <button
          type="button"
          className="button is-main"
          aria-describedby={`${id}-hint`}
          disabled={transfer.current !== null}
          onClick={() => chooser.current?.click()}
        >
          {texts.imports.chooseFile}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={texts.imports.chooseFile}
          onChange={({ target }) => {
            void send(target.files);
            // The same file, mended, is chosen again under the same name.
            target.value = '';
          }}
        />
        <p className="hint">{texts.imports.formats(formatNumber(MOST_BYTES / 1024 / 1024, { language }))}</p>
      </div>
      <TransferBar transfer={transfer} action={texts.imports.sending} />
      {refusal !== '' && (
        <p role="alert" className="failure">
          {refusal}
        </p>
      )}
      <WriteError error={transfer.error} />
    </div>
  );
}
