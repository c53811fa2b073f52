import { formatDate, formatNumber, label, today } from '@cnscd/domain';
import type { Import } from '@cnscd/sdk';
import { useState } from 'react';
import { capitalised } from '../../figure-text.ts';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { useWork } from '../work-context.tsx';

const PAGE_SIZE = 10;

/** Files that were brought before, the newest first, with what became of them. */
export function EarlierImports() {
  const { client, language, texts } = usePortal();
  const { round } = useWork();
  const [count, setCount] = useState(PAGE_SIZE);
  const query = useQuery(`imports ${count} ${round}`, (signal) =>
    client.imports.list({ first: count }, { signal }),
  );
  const { items = [], totalCount = 0 } = query.value ?? {};
  return (
    <div className="panel" data-part="imports">
      <h3>{texts.imports.earlier}</h3>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {query.value !== null && totalCount === 0 && <p className="missing">{texts.imports.noneEarlier}</p>}
      <ul className="imports">
        {items.map((item) => (
          <EarlierImport key={item.id} item={item} />
        ))}
      </ul>
      {items.length < totalCount && (
        <button type="button" className="button" onClick={() => setCount(count + PAGE_SIZE)}>
          {texts.more(formatNumber(totalCount - items.length, { language }))}
        </button>
      )}
    </div>
  );
}

function EarlierImport({ item }: { item: Import }) {
  const { change, language, texts } = usePortal();
  const { id, fileName, kind, status, createdAt, counts } = item;
  const number = (value: number) => formatNumber(value, { language });
  return (
    <li>
      <button type="button" className="link file-name" onClick={() => change({ import: id })}>
        {fileName}
      </button>{' '}
      <span className={`tag status-${status.toLowerCase()}`}>
        {capitalised(label('importStatus', status, language))}
      </span>
      <span className="source-note">
        {capitalised(label('importKind', kind, language))} ·{' '}
        {formatDate(today(new Date(createdAt)), language)}
        {counts.rows > 0 && ` · ${texts.imports.inShort(number(counts.rows), number(counts.faultyRows))}`}
      </span>
    </li>
  );
}
