import { drawPaper } from '../papers/draw-paper.ts';
import type { Paper, PaperFormat } from '../papers/paper.ts';
import type { ExportTable } from './export-table.ts';
import { csvOf, type Delimiter, xlsxOf } from './table-file.ts';

/** A file to be written. Plain data, so that another thread can do it. */
export type WritingJob =
  | { as: 'XLSX'; table: ExportTable }
  | { as: 'CSV'; table: ExportTable; delimiter: Delimiter }
  | { as: 'PAPER'; paper: Paper; format: PaperFormat };

/** The bytes of the file. Takes its thread for as long as that lasts. */
export async function writeFile(job: WritingJob): Promise<Uint8Array> {
  switch (job.as) {
    case 'XLSX':
      return xlsxOf(job.table);
    case 'CSV':
      return csvOf(job.table, job.delimiter);
    case 'PAPER':
      return drawPaper(job.paper, job.format);
    default:
      return job satisfies never;
  }
}
