import { DomainError, type ErrorCode } from '@cnscd/domain';
import type { FastifyReply } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { fileRefusal } from '../spreadsheets/file-refusals.ts';

/** What the error formatter of the schema does: a refusal is told, everything else is logged under an id. */
export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

const STATUS: Partial<Record<ErrorCode, number>> = {
  BUSY: 503,
  FILE_TOO_LARGE: 413,
  FILE_UNREADABLE: 422,
  FILE_UNSAFE: 422,
  FILE_UNSUPPORTED: 415,
  EXPORT_TOO_LARGE: 422,
  IDENTITY_UNAVAILABLE: 503,
  IMPORT_STATE: 409,
  NOT_PERMITTED: 403,
  PHONE_UNAVAILABLE: 503,
  SIGN_IN_REQUIRED: 401,
  TOKEN_INVALID: 401,
  UNDO_BLOCKED: 409,
  VERSION_CONFLICT: 409,
};

/** The HTTP status of a refusal. */
export function statusOf(code: ErrorCode): number {
  return STATUS[code] ?? (code.endsWith('_NOT_FOUND') ? 404 : 400);
}

/**
 * Answers a refusal or a failure in the shape of a GraphQL error, so that one client reads both.
 *
 * @param error - a DomainError, what Fastify refused before the handler ran, or what went wrong
 */
export function answerError(reply: FastifyReply, error: unknown, formatError: FormatError): FastifyReply {
  if (isTooLarge(error)) return answerError(reply, fileRefusal('TOO_MANY_BYTES'), formatError);
  const refused = refusedByHost(error);
  if (refused !== null) {
    const { status, code, message } = refused;
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  }
  const message = error instanceof Error ? error.message : String(error);
  const status = error instanceof DomainError ? statusOf(error.code) : 500;
  return reply.code(status).send({ errors: [formatError({ message }, error)] });
}

/** A body beyond the limit of its route is a file that is too large. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE';

/** A broken request: Fastify's own, in English as GraphQL's are. */
function refusedByHost(error: unknown): { status: number; code: string; message: string } | null {
  if (!(error instanceof Error) || error instanceof DomainError || !('statusCode' in error)) return null;
  const status = Number(error.statusCode);
  return status >= 400 && status < 500 ? { status, code: 'BAD_REQUEST', message: error.message } : null;
}
