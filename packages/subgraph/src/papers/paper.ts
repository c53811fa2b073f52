import type { LocalDate } from '@cnscd/domain';

/** What a paper can be drawn as. */
export type PaperFormat = 'XLSX' | 'DOCX' | 'PDF';

/**
 * A paper as Vietnamese administration lays it out on A4 (Decree 30/2020/NĐ-CP, annex I). Plain data, so that it can be
 * handed to a worker thread; the same paper gives the same words in each format.
 */
export interface Paper {
  issuer: PaperIssuer;
  /** What follows "Số:", such as "12/BC-UBND". Null leaves a gap: numbers are given by the clerk who enters the paper. */
  number: string | null;
  /** Where it is signed, such as "Quảng Trị". */
  place: string;
  /** The day beside the place. Null leaves gaps for day, month and year to be filled in by hand. */
  date: LocalDate | null;
  /** Printed in bold capitals: "BÁO CÁO". */
  title: string;
  /** What it is about and for which period, each a line in bold; a rule stands under the last. */
  subtitles: readonly string[];
  orientation: 'PORTRAIT' | 'LANDSCAPE';
  /** Prints "BẢN NHÁP" on each page. */
  isDraft: boolean;
  sections: readonly PaperSection[];
  /** From left to right; "(Ký, ghi rõ họ tên)" stands under each. At most three. */
  signatures: readonly PaperSignature[];
  /** "Nơi nhận"; none prints nothing. */
  recipients: readonly string[];
  /** Each on a page of its own after the signatures, in a workbook on a sheet of its own. */
  annexes?: readonly PaperSection[];
}

export interface PaperIssuer {
  /** The authority above, on the first line; null where there is none to name. */
  parent: string | null;
  /** The issuing unit, in bold on the second line. */
  unit: string;
}

export interface PaperSignature {
  /** "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ". */
  role: string;
  /** The name under the room for the signature; null leaves it to the hand. */
  name: string | null;
}

export interface PaperSection {
  /** In bold, such as "I. Kết quả hoạt động"; null for a section that needs none. */
  heading: string | null;
  /** Before the table. */
  paragraphs: readonly string[];
  table: PaperTable | null;
}

export interface PaperTable {
  /** Printed above to the right after "Đơn vị tính:"; null where columns name their own. */
  unitOfMeasure: string | null;
  columns: readonly PaperColumn[];
  rows: readonly PaperRow[];
  /** The last row, in bold: one cell for each column; '' leaves a cell empty, null is no value. */
  totals: readonly PaperCell[] | null;
  /**
   * Printed below, each a paragraph in italics. That a dash means no value is added by itself where one was printed.
   */
  notes: readonly string[];
  /** Puts a column "STT" in front, which counts the rows. */
  isNumbered: boolean;
}

export interface PaperColumn {
  header: string;
  /** Neighbours with the same group share it as one heading above their own: a header of two rows. */
  group?: string;
  type: PaperColumnType;
  /** Share of the table's width, relative to the other columns. */
  width: number;
  /** Where it differs from the type's: numbers right, days in the middle, texts left. */
  align?: PaperAlignment;
}

/**
 * `INTEGER` and `DECIMAL` are numbers, `PERCENT` is the number before the sign (98.5 is 98,5 %), `DATE` is 'YYYY-MM-DD',
 * printed dd/mm/yyyy.
 */
export type PaperColumnType = 'TEXT' | 'INTEGER' | 'DECIMAL' | 'PERCENT' | 'DATE';
export type PaperAlignment = 'LEFT' | 'CENTER' | 'RIGHT';

/** Null is no value and printed as an en dash, never as 0. A text in a column of numbers is printed as it is: "hơn 4.000". */
export type PaperCell = string | number | null;

/** One cell for each column; or a heading across all columns, in bold, which divides the rows below it from those above. */
export type PaperRow = readonly PaperCell[] | { heading: string };
