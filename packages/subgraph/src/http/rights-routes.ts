import { today } from '@cnscd/domain';
import { printPaper } from '../papers/print-paper.ts';
import { handOutEvidence } from '../rights/record/hand-out-evidence.ts';
import { evidenceSheets } from '../rights/record/personal-evidence.ts';
import { readProcessingRecord } from '../rights/record/processing-record.ts';
import { recordPaper, recordSheets } from '../rights/record/record-tables.ts';
import { writeXlsxTable } from '../spreadsheets/write-xlsx-table.ts';
import type { FileRoutes } from './file-host.ts';
import { sendFile } from './send-file.ts';

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
      return sendFile(reply, {
        fileName: `Dữ liệu đang lưu về một người - ${evidence.memberId.slice(0, 8)} - ${today(evidence.takenAt)}.${format}`,
        contentType: TYPES[format],
        bytes,
      });
    },
  );
  app.get<{ Params: { format: 'json' | 'xlsx' | 'docx' }; Querystring: { unit?: string } }>(
    '/rights/processing-record.:format(^json|xlsx|docx$)',
    async (request, reply) => {
      const { format } = request.params;
      const ctx = await contextOf(request);
      const record = await readProcessingRecord(ctx.db, today(ctx.now));
      const bytes = await WRITERS[format](record, request.query.unit ?? '');
      return sendFile(reply, {
        fileName: `Hồ sơ hoạt động xử lý dữ liệu cá nhân - ${record.asOf}.${format}`,
        contentType: TYPES[format],
        bytes,
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
