import { fold } from '@cnscd/domain';
import { exportFile } from '../exports/export-file.ts';
import type { FileRoutes } from './file-host.ts';

/**
 * `GET /files/exports/teams.xlsx?unitCode=44`: a table as a file, with what the caller may see. What a cache kept would
 * be shown to the next one who asks.
 */
export const exportRoutes: FileRoutes = (app, { contextOf }) => {
  app.get<{ Params: { name: string }; Querystring: Record<string, string | string[]> }>(
    '/exports/:name',
    async (request, reply) => {
      const ctx = await contextOf(request);
      const file = await exportFile(ctx, { name: request.params.name, given: textsOf(request.query) });
      return reply
        .header('content-type', file.contentType)
        .header('content-disposition', attachment(file.fileName))
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength));
    },
  );
};

/** A parameter that is given twice is a list. */
const textsOf = (query: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat().join(',')]));

/** RFC 6266: the name in Vietnamese, and one in plain letters for programs that read no other. */
export function attachment(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  const plain = `${fold(fileName.slice(0, dot)).replaceAll(' ', '-')}${fileName.slice(dot)}`;
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
