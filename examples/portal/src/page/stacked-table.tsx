import type { ReactNode } from 'react';

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => ReactNode;
  /** Right-aligned. */
  isNumber?: boolean;
  /** Names the row. */
  isHeader?: boolean;
}

interface StackedTableProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/**
 * A table that becomes a list of cards where the screen is narrow. The roles are written out because browsers drop
 * them from tables that CSS lays out otherwise.
 */
export function StackedTable<Row>({ caption, columns, rows, keyOf }: StackedTableProps<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: see above
    <table role="table" className="stacked">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ heading, isNumber }) => (
            <th
              role="columnheader"
              scope="col"
              key={heading}
              className={isNumber === true ? 'is-number' : ''}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={keyOf(row)}>
            {columns.map((column) => (
              <Cell key={column.heading} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { heading, isNumber, isHeader, cell } = column;
  if (isHeader === true) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: see StackedTable
      <th role="rowheader" scope="row">
        {cell(row)}
      </th>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: see StackedTable
    <td role="cell" className={isNumber === true ? 'is-number' : ''}>
      <span className="cell-name" aria-hidden="true">
        {heading}
      </span>
      <span className="cell-value">{cell(row)}</span>
    </td>
  );
}
