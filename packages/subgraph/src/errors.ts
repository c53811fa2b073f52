import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { DomainError } from '@cnscd/domain';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** An unexpected error, for the operator. */
export interface LogEntry {
  level: 'error';
  errorId: string;
  path: string;
  message: string;
  stack: string | undefined;
}

/**
 * Shows expected refusals with their code and both languages, GraphQL's own errors as they are, and of everything
 * else nothing but an id that the log has too.
 */
export function errorFormatter(log: (entry: LogEntry) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    if (original instanceof DomainError) return { ...formatted, extensions: extensionsOf(original) };
    if (original instanceof GraphQLError) return formatted;
    const errorId = randomUUID();
    const cause = original instanceof Error ? original : new Error(String(original));
    log({
      level: 'error',
      errorId,
      path: formatted.path?.join('.') ?? '',
      message: cause.message,
      stack: cause.stack,
    });
    return {
      message: `Lỗi hệ thống, mã tra cứu ${errorId}.`,
      ...(formatted.path === undefined ? {} : { path: formatted.path }),
      extensions: {
        code: 'INTERNAL',
        errorId,
        messages: { vi: `Lỗi hệ thống, mã tra cứu ${errorId}.`, en: `Internal error, reference ${errorId}.` },
      },
    };
  };
}

function extensionsOf({ code, messages, field, value }: DomainError): Record<string, unknown> {
  return {
    code,
    messages,
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
  };
}
