import type {
  ActivityKind,
  ActivityStatus,
  AdminLevel,
  Boundary,
  ExportKind,
  MemberRole,
  TeamKind,
  TeamStatus,
  ZaloGroupStatus,
} from '@cnscd/domain';
import type { Connection } from '../connection.ts';
import type { DownloadedFile, FileOptions } from '../files.ts';

/** What can be had as a file, as its address has it. */
export type ExportName = Lowercase<ExportKind>;

/** Filters that may be left out; null is as good as nothing. */
type Optional<Filters> = { [Name in keyof Filters]?: Filters[Name] | null | undefined };

type FigureFilter = Optional<{
  unitCode: string;
  /** `2026-09-30` */
  asOf: string;
  /** `2026-Q3` */
  period: string;
  indicatorCodes: readonly string[];
  boundary: Boundary;
}>;

/** The filters of each export: those of the list of the same name. */
export interface ExportFilters {
  teams: Optional<{
    unitCode: string;
    asOf: string;
    search: string;
    level: AdminLevel;
    kind: TeamKind;
    status: TeamStatus;
    hasDecision: boolean;
    zaloGroupStatus: ZaloGroupStatus;
  }>;
  roster: Optional<{
    unitCode: string;
    teamId: string;
    asOf: string;
    search: string;
    role: MemberRole;
    /** MASKED: at most the last digits of phone numbers. NONE: none of them. @defaultValue as much as you may see */
    phones: 'ALLOWED' | 'MASKED' | 'NONE';
  }>;
  activities: Optional<{
    unitCode: string;
    teamId: string;
    period: string;
    status: ActivityStatus;
    kind: ActivityKind;
  }>;
  figures: FigureFilter;
  measurements: FigureFilter;
  board: { unitCode: string; period: string } & Optional<{
    indicatorCodes: readonly string[];
    breakdown: AdminLevel;
    boundary: Boundary;
  }>;
  overview: { unitCode: string } & Optional<{ asOf: string; boundary: Boundary; breakdown: AdminLevel }>;
}

/** The format of an exported file, with what can be chosen of it. */
export type ExportFormat =
  | {
      format: 'xlsx' /** PAPER: to be printed and signed. @defaultValue `TABLE` */;
      layout?: 'TABLE' | 'PAPER';
    }
  | {
      format: 'csv' /** @defaultValue `SEMICOLON`, as Excel in Việt Nam has it */;
      delimiter?: 'SEMICOLON' | 'COMMA' | 'TAB';
    }
  | { format: 'pdf' | 'docx' };

/** Lists and boards as files, with what you may see in them. */
export interface Exports {
  /**
   * Downloads a list or a board. Nothing of it is kept on the way; who takes people's data is recorded.
   *
   * @throws {CnscdError} `EXPORT_TOO_LARGE` naming the filter that makes it smaller; `SIGN_IN_REQUIRED` for `roster` and
   * `activities`; `INPUT_INVALID`, `UNIT_NOT_FOUND`, `FILTER_MISSING`, `BUSY`, …
   * @example
   * const { name, content } = await client.exports.download('roster', { format: 'xlsx', unitCode: '19597' });
   */
  download<Name extends ExportName>(
    name: Name,
    wanted: ExportFormat & ExportFilters[Name],
    options?: FileOptions,
  ): Promise<DownloadedFile>;
}

export function exportsOf({ files }: Connection): Exports {
  return {
    download(name, { format, ...wanted }, options) {
      const query = Object.entries(wanted).map(([key, value]) => [
        key,
        Array.isArray(value) ? value.join(',') : value,
      ]);
      return files.download(`exports/${name}.${format}`, Object.fromEntries(query), options);
    },
  };
}
