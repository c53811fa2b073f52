import { label } from '@cnscd/domain';
import type { Import } from '@cnscd/sdk';
import { useEffect, useRef, useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { FileIssues } from './file-issues.tsx';
import { ImportActions } from './import-actions.tsx';
import { ImportTiles, type RowFilter } from './import-tiles.tsx';
import { JobProgress } from './job-progress.tsx';
import { RowTable } from './row-table.tsx';
import { useImport } from './use-import.ts';

/** One file: how far its reading is, what it would do row by row, and what can be done with it. */
export function OpenImport({ id }: { id: string }) {
  const { change, texts } = usePortal();
  const query = useImport(id);
  const { value: found, isWaiting } = query;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="panel" data-part="import" aria-busy={isWaiting}>
      <button type="button" className="link" onClick={() => change({ import: null })}>
        ← {texts.imports.back}
      </button>
      <h3 tabIndex={-1} ref={heading} className="file-name">
        {found?.fileName ?? texts.imports.file}
      </h3>
      <QueryStatus query={query} isQuiet={found !== null} />
      {found !== null && <Found found={found} isWaiting={isWaiting} onChanged={query.reload} />}
    </div>
  );
}

interface FoundProps {
  found: Import;
  isWaiting: boolean;
  onChanged(): void;
}

function Found({ found, isWaiting, onChanged }: FoundProps) {
  const { language, texts } = usePortal();
  const [filter, setFilter] = useState<RowFilter>(null);
  const isRead = found.counts.rows > 0 || found.status === 'READY';
  return (
    <>
      <p className="facts-line">
        {capitalised(label('importKind', found.kind, language))}{' '}
        <span className={`tag status-${found.status.toLowerCase()}`}>
          {capitalised(label('importStatus', found.status, language))}
        </span>
      </p>
      {isWaiting && <JobProgress found={found} />}
      {found.failure !== null && !isWaiting && (
        <p role="alert" className="failure">
          {language === 'vi' ? found.failure.message : found.failure.messageEn}
        </p>
      )}
      <FileIssues issues={found.issues} />
      {isRead && (
        <>
          <ImportTiles counts={found.counts} filter={filter} onFilter={setFilter} />
          <ImportActions found={found} isWaiting={isWaiting} onChanged={onChanged} />
        </>
      )}
      {found.columns.length > 0 && (
        <ColumnMapping key={found.version} found={found} isWaiting={isWaiting} onChanged={onChanged} />
      )}
      {isRead && found.counts.rows > 0 ? (
        <RowTable key={`${filter} ${found.version}`} found={found} filter={filter} />
      ) : (
        isRead && !isWaiting && <p className="missing">{texts.imports.noRows}</p>
      )}
    </>
  );
}
