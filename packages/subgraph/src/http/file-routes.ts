import type { FastifyInstance } from 'fastify';
import { answerError } from './answer-error.ts';
import { exportRoutes } from './export-routes.ts';
import type { FileHost, FileRoutes } from './file-host.ts';
import { importRoutes } from './import-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { rightsRoutes } from './rights-routes.ts';

/** Files travel apart from GraphQL: most gateways take JSON only. */
const FILE_ROUTES: readonly FileRoutes[] = [exportRoutes, importRoutes, reportRoutes, rightsRoutes];

/**
 * Serves files under `/files/…`: bodies are taken as bytes, whatever their type, and refusals are answered as GraphQL
 * errors with a fitting status.
 */
export async function addFileRoutes(
  app: FastifyInstance,
  host: FileHost,
  routes: readonly FileRoutes[] = FILE_ROUTES,
): Promise<void> {
  await app.register(
    async (files) => {
      files.removeAllContentTypeParsers();
      files.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
      files.setErrorHandler((error, _, reply) => answerError(reply, error, host.formatError));
      for (const add of routes) add(files, host);
    },
    { prefix: '/files' },
  );
}
