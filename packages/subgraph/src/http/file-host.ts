import type { FastifyInstance } from 'fastify';
import type { FormatError } from './answer-error.ts';
import type { ContextOf } from './request-context.ts';

/** What a route of files has at hand. */
export interface FileHost {
  contextOf: ContextOf;
  formatError: FormatError;
}

/** Adds the routes of one kind of file; their paths begin below `/files`. What they throw is answered for them. */
export type FileRoutes = (app: FastifyInstance, host: FileHost) => void;
