import { DomainError, formatNumber } from '@cnscd/domain';

/** How many rows a file may have. */
export interface RowLimit {
  mostRows: number;
  /** The file's extension: its format is what the limit is for. */
  format: string;
  /** The filter to narrow it by. */
  narrowBy: string;
}

/** Rows of a statement that asked for one more than the file may have. */
export function requireWithin<Row>(
  rows: readonly Row[],
  { mostRows, format, narrowBy }: RowLimit,
): readonly Row[] {
  if (rows.length <= mostRows) return rows;
  const isPaged = format === 'pdf' || format === 'docx';
  throw new DomainError(
    'EXPORT_TOO_LARGE',
    {
      vi: `Tệp sẽ có hơn ${formatNumber(mostRows)} dòng, nhiều hơn mức một tệp ${format} chứa được; hãy thu hẹp bằng ${narrowBy}${isPaged ? ', hoặc tải .xlsx' : ''}.`,
      en: `The file would have over ${formatNumber(mostRows, { language: 'en' })} rows, more than a ${format} file takes; narrow it by ${narrowBy}${isPaged ? ', or take .xlsx' : ''}.`,
    },
    { field: narrowBy },
  );
}
