import type { Paper, PaperFormat } from '../papers/paper.ts';
import type { ExportTable } from './export-table.ts';
import type { Delimiter } from './table-file.ts';

/** A file to be written. Plain data, so that another thread can do it. */
export type WritingJob =
  | { as: 'XLSX'; table: ExportTable }
  | { as: 'CSV'; table: ExportTable; delimiter: Delimiter }
  | { as: 'PAPER'; paper: Paper; format: PaperFormat };

/**
 * The bytes of the file. Takes its thread for as long as that lasts; the libraries of each format are loaded with the
 * first file of it, because a new thread loads them anew.
 */
export async function writeFile(job: WritingJob): Promise<Uint8Array> {
  switch (job.as) {
    case 'XLSX':
      return (await import('./table-file.ts')).xlsxOf(job.table);
    case 'CSV':
      return (await import('./table-file.ts')).csvOf(job.table, job.delimiter);
    case 'PAPER':
      return (await import('../papers/draw-paper.ts')).drawPaper(job.paper, job.format);
    default:
      return job satisfies never;
  }
}
