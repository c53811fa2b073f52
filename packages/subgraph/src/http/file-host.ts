import type { FormatError } from './answer-error.ts';
import type { ContextOf } from './request-context.ts';

/** What a route of files has at hand. */
export interface FileHost {
  contextOf: ContextOf;
  formatError: FormatError;
}
