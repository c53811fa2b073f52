import { reportFile } from '../reports/paper/report-file.ts';
import type { FileRoutes } from './file-host.ts';
import { sendFile, textsOf } from './send-file.ts';

/** `GET /files/reports/<id>.pdf?edition=1`: a period report on paper, for who may see it. */
export const reportRoutes: FileRoutes = (app, { contextOf }) => {
  app.get<{ Params: { name: string }; Querystring: Record<string, string | string[]> }>(
    '/reports/:name',
    async (request, reply) => {
      const ctx = await contextOf(request);
      return sendFile(
        reply,
        await reportFile(ctx, { name: request.params.name, given: textsOf(request.query) }),
      );
    },
  );
};
