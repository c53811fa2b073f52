/** Rows in columns that are as wide as their widest text; columns of numbers stand to the right. */
export function textTable(rows: readonly (readonly (string | number | null)[])[]): string {
  const shown = rows.map((row) => row.map(textOf));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.max(...shown.map((row) => (row[column] ?? '').length)),
  );
  return shown
    .map((row, index) =>
      row
        .map((text, column) => {
          const width = widths[column] ?? 0;
          return typeof rows[index]?.[column] === 'number' ? text.padStart(width) : text.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const textOf = (cell: string | number | null): string =>
  (cell === null ? '–' : typeof cell === 'number' ? NUMBER.format(cell) : cell).normalize('NFC');

const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 });
