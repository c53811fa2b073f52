import type { PaperFormat } from './paper.ts';

/** What a paper is drawn as, by the extension of the file. */
export const PAPER_TYPES: ReadonlyMap<string, { format: PaperFormat; contentType: string }> = new Map([
  ['pdf', { format: 'PDF', contentType: 'application/pdf' }],
  [
    'docx',
    {
      format: 'DOCX',
      contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    },
  ],
  [
    'xlsx',
    { format: 'XLSX', contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  ],
]);
