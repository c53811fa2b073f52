import { DomainError, IMPORT_KINDS, type ImportKind, requireText, TEXT_LIMITS } from '@cnscd/domain';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { importNotFound, importSeen } from '../entities/import.ts';
import { annotateInThread } from '../imports/annotating/annotate-in-thread.ts';
import { annotatedName } from '../imports/annotating/annotated-name.ts';
import { issuesOfImport } from '../imports/annotating/issues-of-import.ts';
import { openFile } from '../imports/staging/kept-file.ts';
import { type ReceivedFile, receiveFile } from '../imports/staging/receive-file.ts';
import { scopeOf } from '../permissions/scope.ts';
import { notPermitted, requireSignedIn } from '../permissions/sign-in.ts';
import { FILE_LIMITS } from '../spreadsheets/file-refusals.ts';
import { inspectFile } from '../spreadsheets/inspect-file.ts';
import type { FileHost } from './file-host.ts';
import { sendFile, textsOf } from './send-file.ts';

interface Upload {
  Querystring: Record<string, string | string[]>;
}

/** Who uploads what is known before the body is read: nobody else makes the server take twenty megabytes. */
const uploads = new WeakMap<
  FastifyRequest,
  Pick<ReceivedFile, 'kind' | 'fileName' | 'regionIds'> & { ctx: Context }
>();

/**
 * `POST /files/imports?kind=ROSTER&fileName=…` takes a file in, for the worker to read; `GET /files/imports/:id/annotated`
 * gives it back with what is wrong marked in it.
 */
export function importRoutes(app: FastifyInstance, host: FileHost): void {
  app.post<Upload>(
    '/imports',
    {
      bodyLimit: FILE_LIMITS.bytes,
      async onRequest(request) {
        const ctx = await host.contextOf(request);
        await requireSignedIn(ctx);
        const { regionIds } = await scopeOf(ctx);
        if (regionIds.length === 0) throw notPermitted('COMMUNE_OFFICER');
        refuseForm(request.headers['content-type']);
        const { kind, fileName } = textsOf(request.query);
        const named = { kind: requireKind(kind), fileName: requireFileName(fileName) };
        uploads.set(request, { ctx, regionIds, ...named });
      },
    },
    async (request, reply) => {
      const upload = uploads.get(request);
      if (upload === undefined) throw new Error('an upload without its uploader');
      const { ctx, ...asked } = upload;
      const { issuer: tenant, subject: actor } = await requireSignedIn(ctx);
      const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      await inspectFile(content, asked.fileName);
      const id = await receiveFile(ctx, { ...asked, content, tenant, actor });
      return reply.code(202).send({ id });
    },
  );
  app.get<{ Params: { id: string } }>('/imports/:id/annotated', async (request, reply) => {
    const ctx = await host.contextOf(request);
    await requireSignedIn(ctx);
    const record = await importSeen(ctx).load(request.params.id);
    if (record === null) throw importNotFound(request.params.id);
    if (record.stagedAt === null) throw notRead();
    const { kind, mapping } = record;
    const { content: bytes, fileName } = await openFile(ctx, record);
    const issues = await issuesOfImport(ctx.db, record);
    const content = await annotateInThread({ bytes, issues, options: { fileName, kind, mapping } });
    return sendFile(reply, { fileName: annotatedName(record.fileName), contentType: XLSX, bytes: content });
  });
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const notRead = () =>
  new DomainError(
    'IMPORT_STATE',
    {
      vi: 'Tệp chưa được đọc nên chưa có gì để đánh dấu; hãy đợi kết quả chạy thử.',
      en: 'The file has not been read yet, so there is nothing to mark; wait for the dry run.',
    },
    { field: 'id' },
  );

/** @throws {DomainError} `INPUT_INVALID` for a form with a file in it */
function refuseForm(contentType = ''): void {
  if (!/^multipart\//i.test(contentType)) return;
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: 'Nội dung gửi lên là biểu mẫu; phải là chính tệp, ví dụ curl --data-binary @to.xlsx',
      en: 'The body is a form; it must be the file itself, as curl --data-binary @to.xlsx sends it',
    },
    { field: 'content-type', value: contentType.slice(0, 60) },
  );
}

function requireKind(kind: string | undefined): ImportKind {
  const known = IMPORT_KINDS.find((each) => each === kind);
  if (known !== undefined) return known;
  const value = (kind ?? '').slice(0, 60);
  throw new DomainError(
    'INPUT_INVALID',
    {
      vi: `kind là "${value}"; phải là một trong: ${IMPORT_KINDS.join(', ')}`,
      en: `kind is "${value}"; it must be one of: ${IMPORT_KINDS.join(', ')}`,
    },
    { field: 'kind', value },
  );
}

/** Only the name: some browsers give the path on the officer's machine as well. */
const requireFileName = (text: string | undefined): string =>
  requireText((text ?? '').split(/[\\/]/).at(-1) ?? '', 'fileName', TEXT_LIMITS.name);
