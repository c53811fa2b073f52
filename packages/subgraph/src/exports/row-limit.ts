import { DomainError, formatNumber } from '@cnscd/domain';

/** How many rows a file may have. */
export interface RowLimit {
  mostRows: number;
  /** Whether it is to be printed, and a table to work with would take more. */
  isPaper: boolean;
  /** The filter to narrow it by. */
  narrowBy: string;
}

/**
 * Rows of a statement that asked for one more than the file may have.
 *
 * @throws {DomainError} `EXPORT_TOO_LARGE`
 */
export function requireWithin<Row>(
  rows: readonly Row[],
  { mostRows, isPaper, narrowBy }: RowLimit,
): readonly Row[] {
  if (rows.length <= mostRows) return rows;
  const [vi, en] = [formatNumber(mostRows), formatNumber(mostRows, { language: 'en' })];
  throw new DomainError(
    'EXPORT_TOO_LARGE',
    isPaper
      ? {
          vi: `Bản in sẽ có hơn ${vi} dòng; hãy thu hẹp bằng ${narrowBy}, hoặc tải bảng .xlsx.`,
          en: `The paper would have over ${en} rows; narrow it by ${narrowBy}, or take the table as .xlsx.`,
        }
      : {
          vi: `Tệp sẽ có hơn ${vi} dòng; hãy thu hẹp bằng ${narrowBy}.`,
          en: `The file would have over ${en} rows; narrow it by ${narrowBy}.`,
        },
    { field: narrowBy },
  );
}
