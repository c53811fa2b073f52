import { fold } from '@cnscd/domain';
import type { FastifyReply } from 'fastify';

/** A file that answers a request. */
export interface FileToSend {
  /** Vietnamese, as people keep it. */
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

/** Answers a file. What a cache kept would be shown to the next one who asks. */
export function sendFile(reply: FastifyReply, { fileName, contentType, bytes }: FileToSend): FastifyReply {
  return reply
    .header('content-type', contentType)
    .header('content-disposition', attachment(fileName))
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** A parameter that is given twice is a list. */
export const textsOf = (query: Record<string, string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat().join(',')]));

/** RFC 6266: the name in Vietnamese, and one in plain letters for programs that read no other. */
export function attachment(fileName: string): string {
  const dot = fileName.lastIndexOf('.');
  const plain = `${fold(fileName.slice(0, dot))}${fileName.slice(dot)}`.replace(/[^\w.-]/g, '-');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
