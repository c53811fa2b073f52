/** Every expected refusal has one of these codes. Permanent once released; docs/errors.md explains each. */
export const ERROR_CODES = [
  'ACTIVITY_NOT_FOUND',
  'AS_OF_BEFORE_DATA',
  'CURSOR_INVALID',
  'DATE_INVALID',
  'FILTER_MISSING',
  'IMPORT_INVALID',
  'INDICATOR_NOT_FOUND',
  'INPUT_INVALID',
  'KEY_EXPIRED',
  'KEY_INVALID',
  'KEY_REUSED',
  'MEMBER_NOT_FOUND',
  'NUMBER_INVALID',
  'PAGE_SIZE_INVALID',
  'PERIOD_INVALID',
  'QUERY_TOO_COMPLEX',
  'REPRESENTATION_INVALID',
  'SEARCH_INVALID',
  'TEAM_NOT_FOUND',
  'TEXT_SENSITIVE',
  'TOO_MANY_REPRESENTATIONS',
  'UNIT_CODE_INVALID',
  'UNIT_NOT_FOUND',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

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
