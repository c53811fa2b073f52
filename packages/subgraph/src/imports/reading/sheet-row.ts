import type {
  ActivityKind,
  ActivityStatus,
  AdminLevel,
  Affiliation,
  ImportFault,
  ImportKind,
  MemberRole,
  PhoneNumber,
  Qualifier,
  TeamKind,
  TeamStatus,
  Topic,
} from '@cnscd/domain';

/** Something that is not right in the file, and where. */
export interface ImportIssue extends ImportFault {
  sheet: string;
  /** Row of the sheet, from 1. */
  row: number;
  /** "C7"; null where it is about the whole row or sheet. */
  cell: string | null;
  field: string | null;
  /** What stands there; null where it may be personal data. */
  value: string | null;
}

/** One row of an officer's table. Its values are plain JSON: {@link RowValues} by kind. */
export interface SheetRow {
  sheet: string;
  /** Row of the sheet, from 1. */
  row: number;
  /** By field. Absent: the table has no such column. Null: the cell is empty, or what stands in it is an ERROR. */
  values: Record<string, unknown>;
  issues: ImportIssue[];
}

export interface ReadingOptions {
  fileName: string;
  /** Whether the file is a copy from which was taken out what is never stored. */
  isCopy?: boolean;
  kind: ImportKind;
  /** What columns are, by their heading as {@link RecognisedColumn} has it; null leaves a column out. */
  mapping?: Readonly<Record<string, string | null>>;
  /** The day of the import in Vietnam, YYYY-MM-DD. */
  today: string;
}

export interface RecognisedColumn {
  sheet: string;
  /** "C" */
  column: string;
  /** As written, of two-row headings both with " / " between them, white space made single. */
  header: string;
  /** Null: left out, because it was not recognised or is not stored. */
  field: string | null;
  /** What stands first below it; null where there is nothing, or where it may be personal data. */
  sample: string | null;
}

/** Rows of the sheet that hold no record, and why. */
export interface SkippedRows {
  sheet: string;
  row: number;
  reason: 'TITLE' | 'HEADER' | 'NUMBERING' | 'GROUP' | 'TOTAL' | 'SIGNATURE';
}

export interface ReadingResult {
  columns: RecognisedColumn[];
  sheets: { name: string; rows: number; skipped: number }[];
  /** Rows that were given to `onBatch`. */
  rows: number;
  skipped: SkippedRows[];
  /** About columns, sheets and the file; those about a row are with the row. An ERROR here: nothing can be taken over. */
  issues: ImportIssue[];
  /** What may be kept instead of the file, an XLSX. Null: nothing of it; absent: the file itself may be kept. */
  copy?: Uint8Array | null;
}

/** Words for a unit, as written but NFC; which unit it is, only the register can say. */
interface UnitWords {
  unitCode?: string | null;
  village?: string | null;
  commune?: string | null;
  district?: string | null;
  province?: string | null;
}

interface TeamWords extends UnitWords {
  teamCode?: string | null;
  teamName?: string | null;
}

/**
 * What {@link SheetRow.values} holds, by kind. Days are YYYY-MM-DD, times HH:MM.
 *
 * @public
 */
export interface RowValues {
  ROSTER: TeamWords & {
    fullName: string | null;
    /** All that stand in the cell; the first one is taken. */
    phones?: PhoneNumber[] | null;
    role?: MemberRole | null;
    affiliations?: Affiliation[] | null;
    isCore?: boolean | null;
    from?: string | null;
    to?: string | null;
    /** What somebody looks after, by kind; each is the whole list of its kind. */
    villageDuties?: string[] | null;
    schoolDuties?: string[] | null;
    deskDuties?: string[] | null;
    note?: string | null;
  };
  TEAMS: TeamWords & {
    kind?: TeamKind | null;
    level?: AdminLevel | null;
    status?: TeamStatus | null;
    employer?: string | null;
    endedOn?: string | null;
    foundedOn?: string | null;
    decisionNumber?: string | null;
    decisionIssuedOn?: string | null;
    zaloGroupUrl?: string | null;
    noDecisionReason?: string | null;
  };
  ACTIVITIES: TeamWords & {
    /** Of an activity that was exported from here. */
    activityId?: string | null;
    kind?: ActivityKind | null;
    title?: string | null;
    status?: ActivityStatus | null;
    date: string | null;
    time?: string | null;
    durationMinutes?: number | null;
    place?: string | null;
    /** The unit in words, where it is not the team's own. */
    heldIn?: string | null;
    /** Counts of each topic; a null count is not known. Several topics in one cell have no counts of their own. */
    outcomes?: { topic: Topic; reached: number | null; assisted: number | null; succeeded: number | null }[];
    note?: string | null;
  };
  FIGURES: FigureValues;
  MEASUREMENTS: FigureValues;
}

interface FigureValues extends UnitWords {
  /** Where the figure is about the teams of one level or kind only. */
  level?: AdminLevel | null;
  teamKind?: TeamKind | null;
  indicatorCode?: string | null;
  indicatorName?: string | null;
  /** In the unit of measure; 98,5% is 98.5. */
  value: number | null;
  valueMax?: number | null;
  qualifier: Qualifier | null;
  numerator?: number | null;
  denominator?: number | null;
  /** As written. */
  unitOfMeasure?: string | null;
  asOf?: string | null;
  period?: string | null;
  sourceTitle?: string | null;
  /** In the words of the source; where the table has no such column, the value as it stands in the file. */
  statement?: string | null;
  /** Why it is corrected, or why a rate has no numerator and denominator. */
  reason?: string | null;
}

/** What stands under a field: how its cells are read. */
export type FieldType =
  | 'TEXT'
  | 'NOTE'
  | 'PERSON'
  | 'PHONES'
  | 'DAY'
  | 'TIME'
  | 'PERIOD'
  | 'COUNT'
  | 'NUMBER'
  | 'STATED_NUMBER'
  | 'FLAG'
  | 'ROLE'
  | 'AFFILIATIONS'
  | 'POSITION'
  | 'TEAM_KIND'
  | 'ACTIVITY_KIND'
  | 'TOPICS'
  | 'ACTIVITY_STATUS'
  | 'TEAM_STATUS'
  | 'ADMIN_LEVEL'
  | 'QUALIFIER'
  | 'CODE'
  | 'UNIT_CODE'
  | 'UUID'
  | 'LINK'
  | 'NAMES'
  | 'ORDINAL'
  | 'COUNTED'
  | 'NOT_STORED';
