import { DomainError, EXPORT_KINDS, type ExportKind, shown } from '@cnscd/domain';
import { activitiesExport } from './activities-export.ts';
import { boardExport } from './board-export.ts';
import type { Export } from './define-export.ts';
import { figuresExport, measurementsExport } from './figures-export.ts';
import { overviewExport } from './overview-export.ts';
import { rosterExport } from './roster-export.ts';
import { teamsExport } from './teams-export.ts';

/** Every table that can be had as a file. */
export const EXPORTS: Readonly<Record<ExportKind, Export>> = {
  TEAMS: teamsExport,
  ROSTER: rosterExport,
  ACTIVITIES: activitiesExport,
  FIGURES: figuresExport,
  MEASUREMENTS: measurementsExport,
  BOARD: boardExport,
  OVERVIEW: overviewExport,
};

/** The formats of files, by their extension. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'pdf', 'docx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * The export that a file's name means: `roster.xlsx`.
 *
 * @throws {DomainError} `EXPORT_NOT_FOUND`
 */
export function exportNamed(fileName: string): { definition: Export; format: ExportFormat } {
  const [name = '', extension = '', ...more] = fileName.split('.');
  const kind = EXPORT_KINDS.find((each) => each.toLowerCase() === name);
  const format = EXPORT_FORMATS.find((each) => each === extension);
  if (kind !== undefined && format !== undefined && more.length === 0) {
    return { definition: EXPORTS[kind], format };
  }
  const asked = shown(fileName);
  const names = (and: string) =>
    listed(
      EXPORT_KINDS.map((each) => each.toLowerCase()),
      and,
    );
  const extensions = (and: string) =>
    listed(
      EXPORT_FORMATS.map((each) => `.${each}`),
      and,
    );
  throw new DomainError(
    'EXPORT_NOT_FOUND',
    {
      vi: `Không có tệp xuất tên ${asked}; hãy dùng ${names('hoặc')} với đuôi ${extensions('hoặc')}.`,
      en: `There is no export ${asked}; use ${names('or')} with ${extensions('or')}.`,
    },
    { field: 'name', value: asked },
  );
}

const listed = (items: readonly string[], and: string) =>
  `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
