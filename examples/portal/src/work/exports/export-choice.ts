import { type AdminLevel, type ExportKind, IMPORT_KINDS } from '@cnscd/domain';
import type { DownloadedFile, ExportFormat as ExportedFormat, Exports, FileOptions } from '@cnscd/sdk';

/** What somebody asks an export for. */
export interface ExportChoice {
  kind: ExportKind;
  format: ExportFormat;
  unitCode: string;
  day: string;
  /** Empty: of every period, where the export can be had so. */
  period: string;
  /** Null: no units below. */
  breakdown: AdminLevel | null;
  phones: (typeof PHONES)[number];
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

/** Whether an import takes the file again: no paper, and nothing that is only shown. */
export const comesBack = ({ kind, format }: Pick<ExportChoice, 'kind' | 'format'>): boolean =>
  IMPORT_KINDS.some((each) => each === kind) && (format === 'xlsx' || format === 'csv');

/** Takes the file that is asked for. */
export function takeExport(
  exports: Exports,
  { kind, format, unitCode, day: asOf, ...choice }: ExportChoice,
  options: FileOptions,
): Promise<DownloadedFile> {
  const file = FILES[format];
  const [period, breakdown] = [choice.period || null, choice.breakdown];
  switch (kind) {
    case 'TEAMS':
      return exports.download('teams', { ...file, unitCode, asOf }, options);
    case 'ROSTER':
      return exports.download('roster', { ...file, unitCode, asOf, phones: choice.phones }, options);
    case 'ACTIVITIES':
      return exports.download('activities', { ...file, unitCode, period }, options);
    case 'FIGURES':
      return exports.download('figures', { ...file, unitCode, period }, options);
    case 'MEASUREMENTS':
      return exports.download('measurements', { ...file, unitCode, period }, options);
    case 'BOARD':
      return exports.download('board', { ...file, unitCode, period: choice.period, breakdown }, options);
    case 'OVERVIEW':
      return exports.download('overview', { ...file, unitCode, asOf, breakdown }, options);
    default:
      return kind satisfies never;
  }
}

const FILES: Readonly<Record<ExportFormat, ExportedFormat>> = {
  xlsx: { format: 'xlsx' },
  csv: { format: 'csv' },
  pdf: { format: 'pdf' },
  docx: { format: 'docx' },
  'xlsx-paper': { format: 'xlsx', layout: 'PAPER' },
};
