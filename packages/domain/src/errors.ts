/** Every expected refusal has one of these codes. Permanent once released; docs/errors.md explains each. */
export const ERROR_CODES = [
  'ACTIVITY_IN_FUTURE',
  'ACTIVITY_NOT_FOUND',
  'ACTIVITY_STATE',
  'AS_OF_BEFORE_DATA',
  'BUSY',
  'CONSENT_NOT_FOUND',
  'CONSENT_STATE',
  'CONSENT_TEXT_NOT_FOUND',
  'CALENDAR_UNKNOWN',
  'COUNTS_CONTRADICT',
  'COUNT_INVALID',
  'CURSOR_INVALID',
  'DATE_INVALID',
  'DECISION_MISSING',
  'DECISION_NOT_FOUND',
  'ERASURE_NOT_FOUND',
  'EVIDENCE_NOT_FOUND',
  'EXPORT_NOT_FOUND',
  'EXPORT_TOO_LARGE',
  'FIGURE_NOT_FOUND',
  'FILE_TOO_LARGE',
  'FILE_UNREADABLE',
  'FILE_UNSAFE',
  'FILE_UNSUPPORTED',
  'FILTER_MISSING',
  'IDENTITY_UNAVAILABLE',
  'ID_INVALID',
  'ID_TAKEN',
  'IMAGE_INVALID',
  'IMPORT_FAULTY',
  'IMPORT_INTERRUPTED',
  'IMPORT_INVALID',
  'IMPORT_NOT_FOUND',
  'IMPORT_STALE',
  'IMPORT_STATE',
  'INDICATOR_NOT_FOUND',
  'INPUT_INVALID',
  'INSTANT_INVALID',
  'KEY_EXPIRED',
  'KEY_INVALID',
  'KEY_REUSED',
  'MEMBERSHIP_ENDED',
  'MEMBERSHIP_NOT_FOUND',
  'MEMBER_ALREADY_IN_TEAM',
  'MEMBER_NOT_FOUND',
  'MEMBER_RESTRICTED',
  'MERGER_INVALID',
  'MERGER_NOT_FOUND',
  'NOT_PERMITTED',
  'NUMBER_INVALID',
  'PAGE_SIZE_INVALID',
  'PERIOD_INVALID',
  'PHONE_INVALID',
  'PHONE_UNAVAILABLE',
  'QUERY_TOO_COMPLEX',
  'REASON_MISSING',
  'REPORT_CHILDREN_OPEN',
  'REPORT_EXISTS',
  'REPORT_INCOMPLETE',
  'REPORT_LINE_NOT_FOUND',
  'REPORT_NOT_FOUND',
  'REPORT_NOT_OF_UNIT',
  'REPORT_OWN',
  'REPORT_PARENT_CLOSED',
  'REPORT_STALE',
  'REPORT_STATE',
  'REPORT_TEMPLATE_NOT_FOUND',
  'REPORT_TOO_EARLY',
  'REPRESENTATION_INVALID',
  'REQUEST_NOT_FOUND',
  'REQUEST_STATE',
  'RESPONSE_TERM_NOT_FOUND',
  'RESTRICTION_NOT_FOUND',
  'SEARCH_INVALID',
  'SIGN_IN_REQUIRED',
  'SOURCE_NOT_FOUND',
  'TARGET_NOT_FOUND',
  'TEAM_CODE_TAKEN',
  'TEAM_ENDED',
  'TEAM_HAS_LEADER',
  'TEAM_NOT_FOUND',
  'TEXT_INVALID',
  'TEXT_SENSITIVE',
  'TOKEN_INVALID',
  'TOO_MANY_REPRESENTATIONS',
  'UNDO_BLOCKED',
  'UNDO_EXPIRED',
  'UNIT_CODE_INVALID',
  'UNIT_EXISTS',
  'UNIT_NOT_FOUND',
  'VERIFY_OWN',
  'VERSION_CONFLICT',
  'WAIVER_NOT_FOUND',
  'ZALO_ATTEMPTS_EXCEEDED',
  'ZALO_CODE_INVALID',
  'ZALO_LINK_NOT_FOUND',
  'ZALO_NOT_LINKED',
  'ZALO_NOT_SET_UP',
  'ZALO_PERSON_NOT_FOUND',
  'ZALO_REFUSED',
  'ZALO_TOKEN_INVALID',
  'ZALO_UNAVAILABLE',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

const RETRYABLE_CODES: readonly ErrorCode[] = [
  'BUSY',
  'IDENTITY_UNAVAILABLE',
  'NOT_PERMITTED',
  'PHONE_UNAVAILABLE',
  'SIGN_IN_REQUIRED',
  'TOKEN_INVALID',
  'ZALO_ATTEMPTS_EXCEEDED',
  'ZALO_NOT_SET_UP',
  'ZALO_REFUSED',
  'ZALO_UNAVAILABLE',
  ...ERROR_CODES.filter((code) => code.endsWith('_NOT_FOUND')),
];

/**
 * Whether a write that was refused so may be sent again as it is, under the same key: what it needs may come later,
 * a permission or something that another write makes. Every other refusal stands.
 */
export function isRetryable(code: ErrorCode): boolean {
  return RETRYABLE_CODES.includes(code);
}

/** The same sentence in both languages: what is wrong, and what would be right. Never personal data. */
export interface Messages {
  vi: string;
  en: string;
}

export interface ErrorDetails {
  /** The argument or field at fault, as the caller knows it: `asOf`, `figures[3].value`. */
  field?: string;
  /** What was given, as text. */
  value?: string;
}

/**
 * An expected refusal. Clients branch on `code`; people read `messages`.
 *
 * `message` is the Vietnamese sentence, because an officer may see it as it is.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';
  readonly code: ErrorCode;
  readonly messages: Messages;
  readonly field: string | undefined;
  readonly value: string | undefined;

  constructor(code: ErrorCode, messages: Messages, details: ErrorDetails = {}) {
    super(messages.vi);
    this.code = code;
    this.messages = messages;
    this.field = details.field;
    this.value = details.value;
  }
}
