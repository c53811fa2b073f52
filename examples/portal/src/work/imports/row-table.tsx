import { formatNumber } from '@cnscd/domain';
import type { Import } from '@cnscd/sdk';
import { useState } from 'react';
import { usePortal } from '../../page/portal-context.tsx';
import { QueryStatus } from '../../page/query-status.tsx';
import { useQuery } from '../../page/use-query.ts';
import { WideBox } from '../../page/wide-box.tsx';
import type { RowFilter } from './import-tiles.tsx';
import { type TableColumn, TableRow } from './table-row.tsx';

const PAGE_SIZE = 50;

/** The rows as the file has them, what each would do, and where something is wrong. */
export function RowTable({ found, filter }: { found: Import; filter: RowFilter }) {
  const { client, language, texts } = usePortal();
  // Where each page up to the shown one begins.
  const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
  const after = starts.at(-1) ?? null;
  const query = useQuery(`rows ${found.id} ${found.version} ${filter} ${after}`, (signal) =>
    client.imports.rows.list({ id: found.id, outcome: filter, first: PAGE_SIZE, after }, { signal }),
  );
  const { items = [], totalCount = 0, hasNextPage = false, endCursor = null } = query.value ?? {};
  const columns = columnsOf(found);
  const from = (starts.length - 1) * PAGE_SIZE;
  const number = (value: number) => formatNumber(value, { language });
  return (
    <div className="rows">
      <h4>{texts.imports.rowsTitle(texts.imports.tiles[filter ?? 'ALL'])}</h4>
      <QueryStatus query={query} isQuiet={query.value !== null} />
      {query.value !== null && totalCount === 0 && <p className="missing">{texts.imports.noneSuch}</p>}
      {items.length > 0 && (
        <WideBox label={texts.imports.rowsTitle(texts.imports.tiles[filter ?? 'ALL'])}>
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{texts.imports.row}</th>
                <th scope="col">{texts.imports.outcome}</th>
                {columns.map(({ field, title }) => (
                  <th scope="col" key={field}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <TableRow
                  key={row.number}
                  row={row}
                  columns={columns}
                  isSheetShown={new Set(found.columns.map(({ sheet }) => sheet)).size > 1}
                />
              ))}
            </tbody>
          </table>
        </WideBox>
      )}
      {totalCount > PAGE_SIZE && (
        <p className="paging">
          <button
            type="button"
            className="button"
            disabled={starts.length === 1 || query.isLoading}
            onClick={() => setStarts(starts.slice(0, -1))}
          >
            {texts.imports.before}
          </button>
          <span role="status">
            {texts.imports.shown(number(from + 1), number(from + items.length), number(totalCount))}
          </span>
          <button
            type="button"
            className="button"
            disabled={!hasNextPage || query.isLoading}
            onClick={() => setStarts([...starts, endCursor])}
          >
            {texts.imports.after}
          </button>
        </p>
      )}
    </div>
  );
}

/** One column for each field that a sheet has, in the order of the file, under its own heading. */
function columnsOf({ columns }: Import): TableColumn[] {
  const titles = new Map<string, string>();
  for (const { field, header } of columns)
    if (field !== null && !titles.has(field)) titles.set(field, header);
  return [...titles].map(([field, title]) => ({ field, title }));
}
