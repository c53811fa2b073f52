import type { CellStyle } from 'hucre/xlsx';

/** Named, not embedded: a workbook carries no fonts, and every office program has this one or one as wide. */
export const FONT = 'Times New Roman';

export interface SheetStyle {
  size: number;
  isBold?: boolean;
  isItalic?: boolean;
  isUnderlined?: boolean;
  align?: 'left' | 'center' | 'right' | 'justify';
  vertical?: 'top' | 'center';
  isBordered?: boolean;
  /** Makes the type smaller rather than break the line, or show a number as ####. */
  shrinks?: boolean;
  /** How a number or a day is shown; the default keeps whatever is typed as text. */
  format?: string;
}

/** Text is formatted as text, so that "=HYPERLINK(…)" stays words even after somebody has edited the cell. */
export function sheetStyle(options: SheetStyle): CellStyle {
  const { size, isBold = false, isItalic = false, isUnderlined = false, align = 'left' } = options;
  return {
    font: { name: FONT, size, bold: isBold, italic: isItalic, ...(isUnderlined ? { underline: true } : {}) },
    alignment: {
      horizontal: align,
      vertical: options.vertical ?? 'center',
      ...(options.shrinks === true ? { shrinkToFit: true } : { wrapText: true }),
    },
    numFmt: options.format ?? '@',
    ...(options.isBordered === true ? { border: BORDER } : {}),
  };
}

const THIN = { style: 'thin', color: { rgb: '000000' } } as const;
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
