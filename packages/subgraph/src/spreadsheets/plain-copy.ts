import { type Cell, type CellRow, cellName, type LegacyFont, type SheetReader } from './cells.ts';
import { serialOfDay } from './day-serials.ts';
import { escapedXml } from './xlsx/mark-rows.ts';
import { packedPart, packedPieces, zipFile } from './xlsx/zip-file.ts';
import type { ZipPart } from './xlsx/zip-parts.ts';

/**
 * The values of any workbook as a new XLSX, each in its cell: for files that marks cannot be put into, CSV and XLS among
 * them, and for those that may not be kept as they are. It reads as the workbook does; hidden sheets are empty in it.
 *
 * Own code, because a province's roster must not lie in memory as a whole, and the library that writes our tables has no
 * cells for errors.
 */
export async function plainCopy(sheets: readonly SheetReader[]): Promise<Uint8Array> {
  const parts: ZipPart[] = [];
  for (const [at, sheet] of sheets.entries()) parts.push(await packedPieces(partName(at), sheetXml(sheet)));
  const book = Object.entries(bookParts(sheets)).map(([name, xml]) => packedPart(name, HEAD + xml));
  return zipFile([...book, ...parts]);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const partName = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`;

async function* sheetXml(sheet: SheetReader): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  if (!sheet.isHidden) for await (const batch of sheet.rows()) yield batch.map(rowXml).join('');
  yield '</sheetData>';
  const merged = sheet.isHidden ? [] : await sheet.merged();
  const references = merged.map(({ firstRow, lastRow, firstColumn, lastColumn }) => {
    const reference = `${cellName(firstColumn, firstRow)}:${cellName(lastColumn, lastRow)}`;
    return `<mergeCell ref="${reference}"/>`;
  });
  if (references.length > 0)
    yield `<mergeCells count="${references.length}">${references.join('')}</mergeCells>`;
  yield '</worksheet>';
}

const rowXml = ({ row, cells }: CellRow): string =>
  `<row r="${row}">${cells.map((cell, at) => (cell === null ? '' : cellXml(cell, cellName(at + 1, row)))).join('')}</row>`;

function cellXml(cell: Cell, name: string): string {
  const written = (style: Style, value: number) => `<c r="${name}" s="${STYLES[style]}"><v>${value}</v></c>`;
  switch (cell.kind) {
    case 'TEXT':
      return `<c r="${name}" s="${STYLES[cell.font ?? 'TEXT']}" t="inlineStr"><is><t xml:space="preserve">${escapedText(cell.text)}</t></is></c>`;
    case 'NUMBER':
      return written(cell.isPercent ? 'PERCENT' : 'GENERAL', cell.number);
    case 'DAY':
      if (cell.time !== null) return written('DAY_AND_TIME', serialOfDay(cell.day) + partOfDay(cell.time));
      return written(cell.shows, serialOfDay(cell.day));
    case 'TIME':
      return written('TIME', partOfDay(cell.time));
    case 'FLAG':
      return `<c r="${name}" t="b"><v>${cell.flag ? 1 : 0}</v></c>`;
    case 'BROKEN':
      return `<c r="${name}" t="e"><v>${escapedXml(cell.text)}</v></c>`;
    case 'FORMULA':
      // Shown as nothing, and for whoever reads it a formula without its result, as it was.
      return `<c r="${name}"><f>""</f></c>`;
  }
}

/** A text that looks like the escape of a character is one of its own. */
const escapedText = (text: string): string => escapedXml(text.replace(/_(?=x[\dA-F]{4}_)/giu, '_x005F_'));

function partOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) / 1440;
}

type Style = 'GENERAL' | 'TEXT' | 'PERCENT' | 'DAY' | 'MONTH' | 'DAY_AND_TIME' | 'TIME' | LegacyFont;

/** Number of each style, in the order of `FORMATS` below. */
const STYLES: Readonly<Record<Style, number>> = {
  ...{ GENERAL: 0, TEXT: 1, PERCENT: 2, DAY: 3, MONTH: 4, DAY_AND_TIME: 5, TIME: 6 },
  ...{ TCVN3: 7, TCVN3_CAPITALS: 8, VNI: 9 },
};

/** Number of the format, and of the font. */
const FORMATS = [
  ...[0, 49, 10, 164, 165, 166, 20].map((format) => [format, 0]),
  ...[1, 2, 3].map((font) => [49, font]),
];

const FONTS = ['Times New Roman', '.VnTime', '.VnTimeH', 'VNI-Times'];

function bookParts(sheets: readonly SheetReader[]): Record<string, string> {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const named = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${escapedXml(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `/${partName(at)}`));
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}${sheets.map((_, at) => override(partName(at), 'worksheet')).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}${relation('styles', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/styles.xml': stylesXml(),
  };
}

function stylesXml(): string {
  const formats = ['dd/mm/yyyy', 'mm/yyyy', 'dd/mm/yyyy hh:mm'].map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`,
  );
  const fonts = FONTS.map((name) => `<font><sz val="12"/><name val="${name}"/></font>`);
  const styles = FORMATS.map(
    ([format, font]) =>
      `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`,
  );
  return `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="${fonts.length}">${fonts.join('')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs></styleSheet>`;
}
