import { exportFile } from '../exports/export-file.ts';
import type { FileRoutes } from './file-host.ts';
import { sendFile, textsOf } from './send-file.ts';

/** `GET /files/exports/teams.xlsx?unitCode=44`: a table as a file, with what the caller may see. */
export const exportRoutes: FileRoutes = (app, { contextOf }) => {
  app.get<{ Params: { name: string }; Querystring: Record<string, string | string[]> }>(
    '/exports/:name',
    async (request, reply) => {
      const ctx = await contextOf(request);
      return sendFile(
        reply,
        await exportFile(ctx, { name: request.params.name, given: textsOf(request.query) }),
      );
    },
  );
};
