import { today } from '@cnscd/domain';
import type { FastifyReply } from 'fastify';
import { printPaper } from '../papers/print-paper.ts';
import { handOutEvidence } from '../rights/record/hand-out-evidence.ts';
import { evidenceSheets } from '../rights/record/personal-evidence.ts';
import { readProcessingRecord } from '../rights/record/processing-record.ts';
import { recordPaper, recordSheets } from '../rights/record/record-tables.ts';
import { writeXlsxTable } from '../spreadsheets/write-xlsx-table.ts';
import type { FileRoutes } from './file-host.ts';

const TYPES = {
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/**
 * `GET /files/rights/evidence/<id>.json`, `.xlsx`: what is held about a person, for the person and for who handles him
 * or her. `GET /files/rights/processing-record.json`, `.xlsx`, `.docx`: the record of processing, for everybody.
 */
export const rightsRoutes: FileRoutes = (app, { contextOf }) => {
  app.get<{ Params: { id: string; format: 'json' | 'xlsx' } }>(
    '/rights/evidence/:id.:format(^json|xlsx$)',
    async (request, reply) => {
      const { id, format } = request.params;
      const evidence = await handOutEvidence(await contextOf(request), id);
      const bytes = format === 'json' ? asJson(evidence) : await writeXlsxTable(evidenceSheets(evidence));
      return send(reply, bytes, { format, name: `evidence-${evidence.memberId}` });
    },
  );
  app.get<{ Params: { format: 'json' | 'xlsx' | 'docx' }; Querystring: { unit?: string } }>(
    '/rights/processing-record.:format(^json|xlsx|docx$)',
    async (request, reply) => {
      const { format } = request.params;
      const ctx = await contextOf(request);
      const record = await readProcessingRecord(ctx.db, today(ctx.now));
      return send(reply, await WRITERS[format](record, request.query.unit ?? ''), {
        format,
        name: 'processing-record',
      });
    },
  );
};

type Record = Awaited<ReturnType<typeof readProcessingRecord>>;

const WRITERS: Readonly<{
  [Format in keyof typeof TYPES]: (record: Record, unit: string) => Promise<Uint8Array>;
}> = {
  json: async (record) => asJson(record),
  xlsx: (record) => writeXlsxTable(recordSheets(record)),
  docx: (record, unit) => printPaper(recordPaper(record, unit), 'DOCX'),
};

const asJson = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value, null, 2));

/** What a cache kept would be shown to the next one who asks. */
function send(
  reply: FastifyReply,
  bytes: Uint8Array,
  { format, name }: { format: keyof typeof TYPES; name: string },
) {
  return reply
    .header('content-type', TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}
