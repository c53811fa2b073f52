import { CnscdError } from './error.ts';

/**
 * The value of a root field that the schema lets be null so that one refusal does not blank a whole answer.
 * Without an error it is never null.
 */
export function stated<Value>(value: Value | null | undefined, field: string): Value {
  if (value !== null && value !== undefined) return value;
  throw new CnscdError('GRAPHQL', {
    vi: `Máy chủ trả lời ${field} là null mà không nêu lý do.`,
    en: `The server answered null for ${field} without a reason.`,
  });
}
