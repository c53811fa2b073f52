import type { ExportKind } from '@cnscd/domain';

/** What somebody asks an export for. */
export interface ExportChoice {
  kind: ExportKind;
  format: ExportFormat;
  unitCode: string;
  day: string;
  /** Empty: of every period, where the export can be had so. */
  period: string;
  breakdown: string;
  phones: string;
}

/** A4 comes to be signed; the others are worked with, and imported again. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'pdf', 'docx', 'xlsx-paper'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const PHONES = ['ALLOWED', 'MASKED', 'NONE'] as const;

type Filter = 'day' | 'period' | 'breakdown' | 'phones';

/** What each export can be narrowed by, beside the unit. */
export const EXPORT_FILTERS: Readonly<Record<ExportKind, readonly Filter[]>> = {
  TEAMS: ['day'],
  ROSTER: ['day', 'phones'],
  ACTIVITIES: ['period'],
  FIGURES: ['period'],
  MEASUREMENTS: ['period'],
  BOARD: ['period', 'breakdown'],
  OVERVIEW: ['day', 'breakdown'],
};

/** Only a board is of one period; the others are of all where none is chosen. */
export const needsPeriod = (kind: ExportKind): boolean => kind === 'BOARD';

/** Where the export is to be had, and with which filters. */
export function exportAddress(choice: ExportChoice): { path: string; query: Record<string, string | null> } {
  const { kind, format, unitCode, day, period, breakdown, phones } = choice;
  const has = (filter: Filter) => EXPORT_FILTERS[kind].includes(filter);
  const [extension, layout] = format.split('-');
  return {
    path: `exports/${kind.toLowerCase()}.${extension}`,
    query: {
      unitCode,
      asOf: has('day') ? day : null,
      period: has('period') && period !== '' ? period : null,
      breakdown: has('breakdown') && breakdown !== '' ? breakdown : null,
      phones: has('phones') && phones !== 'ALLOWED' ? phones : null,
      layout: layout === undefined ? null : 'PAPER',
    },
  };
}
