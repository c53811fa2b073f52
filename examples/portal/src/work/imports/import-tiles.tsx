import { formatNumber, type ImportOutcome } from '@cnscd/domain';
import type { Import } from '@cnscd/sdk';
import { usePortal } from '../../page/portal-context.tsx';

/** Which rows are shown. Null: all of them. */
export type RowFilter = ImportOutcome | null;

interface ImportTilesProps {
  counts: Import['counts'];
  filter: RowFilter;
  onFilter(filter: RowFilter): void;
}

/** The rows in numbers; a press shows only these. */
export function ImportTiles({ counts, filter, onFilter }: ImportTilesProps) {
  const { language, texts } = usePortal();
  const tiles: [RowFilter, number][] = [
    [null, counts.rows],
    ['FAULTY', counts.faultyRows],
    ['NEW', counts.newRows],
    ['CHANGED', counts.changedRows],
    ['UNCHANGED', counts.unchangedRows],
  ];
  return (
    <>
      <fieldset className="tiles">
        <legend>{texts.imports.rowsInNumbers}</legend>
        {tiles.map(([outcome, count]) => (
          <button
            type="button"
            key={outcome ?? 'ALL'}
            className={`tile tile-${(outcome ?? 'all').toLowerCase()}`}
            aria-pressed={filter === outcome}
            onClick={() => onFilter(outcome)}
          >
            <strong>{formatNumber(count, { language })}</strong>
            <span>{texts.imports.tiles[outcome ?? 'ALL']}</span>
          </button>
        ))}
      </fieldset>
      {counts.warnings > 0 && (
        <p className="hint">{texts.imports.withWarnings(formatNumber(counts.warnings, { language }))}</p>
      )}
    </>
  );
}
