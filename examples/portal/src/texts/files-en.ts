import type { Texts } from './vi.ts';

/** Every sentence about files that go out, in English. */
export const filesEn: Texts['files'] = {
  download: 'Download',
  taking: 'Downloading',
  taken: (name) => `“${name}” is downloaded.`,
  exportTitle: 'Lists and boards as files',
  exportHint: 'A file holds only what you may see.',
  comesBack: 'Excel and CSV can be imported again without loss.',
  what: 'Content',
  ofUnit: 'Unit',
  onDay: 'Day',
  everyPeriod: 'every period',
  phones: 'Phone numbers',
  phonesAre: { ALLOWED: 'whole', MASKED: 'last three digits', NONE: 'left out' },
  isRecorded: 'Each download of people’s data is recorded.',
  format: 'Format',
  formatIs: {
    xlsx: 'Excel (XLSX), to work with',
    csv: 'CSV, to work with',
    pdf: 'PDF on A4, to be signed',
    docx: 'Word (DOCX) on A4, to be signed',
    'xlsx-paper': 'Excel (XLSX) on A4, to be signed',
  },
};
