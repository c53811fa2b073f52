/** What an officer's spreadsheet holds: members of teams, teams, activities, or figures. */
export const IMPORT_KINDS = ['ROSTER', 'TEAMS', 'ACTIVITIES', 'FIGURES', 'MEASUREMENTS'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Codes of what is not right in an officer's file. Permanent once released; docs/imports.md explains each. */
export const IMPORT_ISSUE_CODES = [
  'CELL_BROKEN',
  'CHOICE_UNKNOWN',
  'CODE_INVALID',
  'COLUMN_MISSING',
  'COLUMN_NOT_STORED',
  'COLUMN_REPEATED',
  'COLUMN_UNKNOWN',
  'COUNTS_CONTRADICT',
  'COUNT_INVALID',
  'DATE_AMBIGUOUS',
  'DATE_INCOMPLETE',
  'DATE_INVALID',
  'DATE_OUT_OF_RANGE',
  'FORMULA_WITHOUT_VALUE',
  'LEGACY_FONT',
  'LINK_INVALID',
  'NUMBER_AMBIGUOUS',
  'NUMBER_INVALID',
  'PERIOD_INVALID',
  'PHONE_INVALID',
  'PHONE_RENUMBERED',
  'PHONE_SEVERAL',
  'SHEET_SKIPPED',
  'TABLE_MISSING',
  'TEXT_INVALID',
  'TEXT_SENSITIVE',
  'TIME_INVALID',
  'TOPICS_SHARE_COUNTS',
  'UNIT_FROM_SHEET',
  'VALUE_MISSING',
  'WORD_LEFT_OUT',
] as const;
export type ImportIssueCode = (typeof IMPORT_ISSUE_CODES)[number];

/** What became of an officer's file: waiting to be read, read as a dry run, applied, undone. */
export const IMPORT_STATUSES = [
  'WAITING',
  'READING',
  'READY',
  'APPLYING',
  'APPLIED',
  'UNDOING',
  'UNDONE',
  'FAILED',
  'DISCARDED',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** What a row of a file does to the register. */
export const IMPORT_OUTCOMES = ['NEW', 'CHANGED', 'UNCHANGED', 'FAULTY'] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** Codes of what the register has against a row of a file. Permanent once released; docs/imports.md explains each. */
export const IMPORT_FINDING_CODES = [
  'ACTIVITY_AMBIGUOUS',
  'ACTIVITY_CLOSED',
  'ACTIVITY_INCOMPLETE',
  'ACTIVITY_IN_FUTURE',
  'ACTIVITY_NOT_DONE',
  'ACTIVITY_ROWS_DIFFER',
  'ACTIVITY_STATUS_KEPT',
  'ACTIVITY_TEAM_DIFFERS',
  'ACTIVITY_UNKNOWN',
  'DAYS_REVERSED',
  'DAY_OUT_OF_RANGE',
  'DECISION_AMBIGUOUS',
  'DURATION_OUT_OF_RANGE',
  'FIGURE_INCOMPLETE',
  'FIGURE_REASON_MISSING',
  'FIGURE_REFUSED',
  'FIGURE_UNIT_DIFFERS',
  'FROM_BEFORE_TEAM',
  'FROM_DIFFERS',
  'FROM_MISSING',
  'INDICATOR_AMBIGUOUS',
  'INDICATOR_UNKNOWN',
  'MEMBER_AMBIGUOUS',
  'MEMBER_RESTRICTED',
  'NAME_SPELLED',
  'OUTCOME_CONTRADICTS',
  'PHONE_OF_ANOTHER',
  'PHONE_REPLACED',
  'PHONE_SHARED',
  'ROW_REPEATED',
  'SOURCE_AMBIGUOUS',
  'TEAM_AMBIGUOUS',
  'TEAM_ELSEWHERE',
  'TEAM_EMPLOYER_MISSING',
  'TEAM_EMPLOYER_NEEDLESS',
  'TEAM_ENDED',
  'TEAM_HAS_LEADER',
  'TEAM_LEVEL_IMPOSSIBLE',
  'TEAM_LEVEL_KEPT',
  'TEAM_NAME_MISSING',
  'TEAM_NEW_ENDED',
  'TEAM_PLANNED',
  'TEAM_STATUS_KEPT',
  'TEAM_UNKNOWN',
  'UNIT_AMBIGUOUS',
  'UNIT_CODE_DIFFERS',
  'UNIT_FROM_LINEAGE',
  'UNIT_MISSING',
  'UNIT_OUTSIDE',
  'UNIT_UNKNOWN',
  'VILLAGE_UNKNOWN',
] as const;
export type ImportFindingCode = (typeof IMPORT_FINDING_CODES)[number];
