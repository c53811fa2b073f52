import { cellName } from '../../../src/spreadsheets/cells.ts';

/** A cell: text, a number, nothing, or the attributes and inside of `<c>` as they are to stand. */
export type RawCell = string | number | null | { attributes?: string; inside: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A number or a text in a style of {@link STYLES}. */
export const styled = (value: number | string, style: keyof typeof STYLE_NUMBERS): RawCell => ({
  attributes: `s="${STYLE_NUMBERS[style]}"${typeof value === 'string' ? ' t="inlineStr"' : ''}`,
  inside: typeof value === 'string' ? `<is><t>${escaped(value)}</t></is>` : `<v>${value}</v>`,
});

/** `<sheetData>` with these rows from row 1 on, and what is merged ("A1:D1") behind it. */
export function rowsXml(rows: readonly (readonly RawCell[])[], merged: readonly string[] = []): string {
  const lines = rows.map((cells, at) => {
    const filled = cells.flatMap((cell, column) =>
      cell === null ? [] : [cellXml(cell, cellName(column + 1, at + 1))],
    );
    return filled.length === 0 ? '' : `<row r="${at + 1}">${filled.join('')}</row>`;
  });
  const merges = merged.map((reference) => `<mergeCell ref="${reference}"/>`).join('');
  return `<sheetData>${lines.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}`;
}

function cellXml(cell: Exclude<RawCell, null>, name: string): string {
  if (typeof cell === 'number') return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === 'string')
    return `<c r="${name}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  return `<c r="${name}" ${cell.attributes ?? ''}>${cell.inside}</c>`;
}

const STYLE_NUMBERS = {
  plain: 0,
  day: 1,
  percent: 2,
  month: 3,
  time: 4,
  tcvn3: 5,
  tcvn3Capitals: 6,
  vni: 7,
  dayTime: 8,
};

/** Number formats and fonts as officers' files have them. */
export const STYLES = `<numFmts count="4"><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.00%"/><numFmt numFmtId="166" formatCode="mm/yyyy"/><numFmt numFmtId="167" formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts count="4"><font><name val="Times New Roman"/></font><font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts><cellXfs count="9"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="165" fontId="0"/><xf numFmtId="166" fontId="0"/><xf numFmtId="20" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="0" fontId="3"/><xf numFmtId="167" fontId="0"/></cellXfs>`;
