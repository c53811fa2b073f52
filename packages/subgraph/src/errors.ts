import { randomUUID } from 'node:crypto';
import { ApolloServerErrorCode } from '@apollo/server/errors';
import { DomainError } from '@cnscd/domain';
import { GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';

/** For the operator: an unexpected error, or what only the operator can mend. */
export interface LogEntry {
  /** `warning`: everything works, and yet somebody should look at it. */
  level: 'error' | 'warning';
  errorId: string;
  path: string;
  message: string;
  stack: string | undefined;
}

/** Where nobody else is told: one JSON line on stderr. */
export function logLine(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/**
 * Shows expected refusals with their code and both languages, faults of the request as GraphQL words them, and of
 * everything else nothing but an id that the log has too.
 */
export function errorFormatter(log: (entry: LogEntry) => void) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = error instanceof GraphQLError ? (error.originalError ?? error) : error;
    if (original instanceof DomainError) return { ...formatted, extensions: extensionsOf(original) };
    if (isFaultOfRequest(formatted, error)) return withCode(formatted, error);
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

/**
 * Whether an error is about what was sent. While a document is parsed, validated and given its variables, errors have
 * no path yet. Later one may still be about an argument, null for one that has a default for example: GraphQL then
 * points at the argument, whereas it points at the field for what the field's resolver or its result does wrong.
 */
function isFaultOfRequest(formatted: GraphQLFormattedError, error: unknown): error is GraphQLError {
  if (!(error instanceof GraphQLError)) return false;
  if (formatted.path !== undefined) return pointsIntoField(error);
  return error.originalError === undefined || codeOf(formatted) !== UNCODED;
}

function pointsIntoField({ nodes }: GraphQLError): boolean {
  return nodes?.[0] !== undefined && nodes[0].kind !== Kind.FIELD;
}

/** Apollo calls what has no code INTERNAL_SERVER_ERROR: arguments, and the hashes of persisted queries. */
function withCode(formatted: GraphQLFormattedError, error: GraphQLError): GraphQLFormattedError {
  if (codeOf(formatted) !== UNCODED) return formatted;
  return { ...formatted, extensions: { code: pointsIntoField(error) ? 'BAD_USER_INPUT' : 'BAD_REQUEST' } };
}

const UNCODED = ApolloServerErrorCode.INTERNAL_SERVER_ERROR;
const codeOf = ({ extensions }: GraphQLFormattedError) => extensions?.['code'];

function extensionsOf({ code, messages, field, value }: DomainError): Record<string, unknown> {
  return {
    code,
    messages,
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
  };
}
