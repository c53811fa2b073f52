import type { Import } from '@cnscd/sdk';
import { useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { WideBox } from '../../page/wide-box.tsx';
import { useWrite } from '../form/use-write.ts';
import { WriteError } from '../form/write-error.tsx';

interface ColumnMappingProps {
  found: Import;
  isWaiting: boolean;
  onChanged(): void;
}

/** What each column was taken for; another choice is remembered for the next file and reads this one anew. */
export function ColumnMapping({ found, isWaiting, onChanged }: ColumnMappingProps) {
  const { client, language, texts } = usePortal();
  const writing = useWrite();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const unknown = found.columns.filter(({ field }) => field === null).length;
  const isChangeable = found.status === 'READY' || found.status === 'FAILED';
  const readAnew = async () => {
    const columns = Object.entries(chosen).map(([header, field]) => ({
      header,
      field: field === '' ? null : field,
    }));
    const input = { id: found.id, expectedVersion: found.version, columns };
    if ((await writing.send(input, client.imports.mapColumns)) !== null) onChanged();
  };
  return (
    <details className="column-mapping" open={unknown > 0 && isChangeable}>
      <summary>
        <h4>{texts.imports.columns}</h4>{' '}
        <span className="tag">
          {texts.imports.columnsKnown(found.columns.length - unknown, found.columns.length)}
        </span>
      </summary>
      <p className="hint">{texts.imports.columnsHint}</p>
      <WideBox label={texts.imports.columns}>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{texts.imports.column}</th>
              <th scope="col">{texts.imports.heading}</th>
              <th scope="col">{texts.imports.example}</th>
              <th scope="col">{texts.imports.meaning}</th>
            </tr>
          </thead>
          <tbody>
            {found.columns.map(({ sheet, column, header, field, sample }) => (
              <tr key={`${sheet} ${column}`}>
                <td>{column}</td>
                <th scope="row">{header}</th>
                <td>{sample}</td>
                <td>
                  <select
                    aria-label={texts.imports.meaningOf(header)}
                    disabled={!isChangeable || isWaiting}
                    value={chosen[header] ?? field ?? ''}
                    onChange={({ target }) => setChosen((last) => ({ ...last, [header]: target.value }))}
                  >
                    <option value="">{texts.imports.leftOut}</option>
                    {found.fields.map(({ field, label, labelEn }) => (
                      <option key={field} value={field}>
                        {capitalised(language === 'vi' ? label : labelEn)}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideBox>
      <WriteError error={writing.error} />
      {Object.keys(chosen).length > 0 && (
        <p className="form-buttons">
          <button
            type="button"
            className="button is-main"
            disabled={writing.isSending || isWaiting}
            onClick={readAnew}
          >
            {texts.imports.readAnew}
          </button>
        </p>
      )}
    </details>
  );
}
