import { acceptedBody } from './answer.ts';
import { deliver, type RequestOptions, type SendSettings } from './deliver.ts';
import { isErrorCode } from './error.ts';
import { fileNameIn } from './file-name.ts';
import { type FileProgress, hasOwnUpload, uploadWithProgress } from './upload-with-progress.ts';

/** Options of a call that sends or takes a file. Its time is five minutes unless `timeoutMs` says otherwise. */
export interface FileOptions extends RequestOptions {
  /** Told while the file goes or comes, and once at its end. */
  onProgress?: ((progress: FileProgress) => void) | undefined;
}

/** A file that came from the server. */
export interface DownloadedFile {
  /** As the server calls it: `thanh-vien-19597.xlsx`. */
  name: string;
  content: Blob;
}

/** Parts of an address behind `?`; what is null or undefined is left out. */
export type FileQuery = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Files of your own way, below `filesUrl`: they travel apart from GraphQL, under the same token and with the same
 * refusals.
 */
export interface Files {
  /** Sends a file and gives back the JSON that answers it. It is sent once: nobody knows whether it may be twice. */
  upload(
    path: string,
    file: Blob | Uint8Array,
    query: FileQuery,
    options?: FileOptions,
  ): Promise<Readonly<Record<string, unknown>>>;
  /** Takes a file, with the name that the server gives it. */
  download(path: string, query: FileQuery, options?: FileOptions): Promise<DownloadedFile>;
}

export interface FileSettings extends SendSettings {
  filesUrl: string;
}

const FILE_TIMEOUT_MS = 300_000;

/** The way of files to the server and back. */
export function filesOf(settings: FileSettings): Files {
  const withTime = (options: FileOptions) => ({
    ...options,
    timeoutMs: options.timeoutMs ?? FILE_TIMEOUT_MS,
  });
  return {
    async upload(path, file, query, options = {}) {
      const url = addressOf(settings, path, query);
      const content = file instanceof Blob ? file : new Blob([file as Uint8Array<ArrayBuffer>]); // bytes of a file
      const ask = async (given: Record<string, string>, signal: AbortSignal) => {
        const headers = { ...given, 'content-type': 'application/octet-stream' };
        const request = { url, headers, content, signal };
        const response = await sendFile(settings, request, options);
        return (await acceptedBody(response, isErrorCode)) ?? {};
      };
      return deliver(settings, { name: path, kind: 'ONCE', isRefusedWhole: true, ask }, withTime(options));
    },
    async download(path, query, options = {}) {
      const url = addressOf(settings, path, query);
      const ask = async (headers: Record<string, string>, signal: AbortSignal) => {
        const { fetch: send } = settings;
        const response = await send(url, { headers, signal });
        if (!response.ok) await acceptedBody(response, isErrorCode);
        return {
          name: fileNameIn(response.headers.get('content-disposition')) ?? path.split('/').at(-1) ?? path,
          content: await contentOf(response, options.onProgress),
        };
      };
      return deliver(settings, { name: path, kind: 'READ', ask }, withTime(options));
    },
  };
}

function addressOf({ filesUrl }: FileSettings, path: string, query: FileQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(given).toString();
  return `${filesUrl}/${path}${search === '' ? '' : `?${search}`}`;
}

interface SentFile {
  url: string;
  headers: Record<string, string>;
  content: Blob;
  signal: AbortSignal;
}

async function sendFile(
  settings: FileSettings,
  file: SentFile,
  { onProgress }: FileOptions,
): Promise<Response> {
  if (onProgress !== undefined && hasOwnUpload(settings.fetch)) return uploadWithProgress(file, onProgress);
  const { url, headers, content, signal } = file;
  const { fetch: send } = settings;
  const response = await send(url, { method: 'POST', headers, body: content, signal });
  onProgress?.({ doneBytes: content.size, totalBytes: content.size });
  return response;
}

async function contentOf(response: Response, onProgress: FileOptions['onProgress']): Promise<Blob> {
  if (onProgress === undefined || response.body === null) return response.blob();
  const totalBytes = lengthOf(response);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let doneBytes = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    doneBytes += part.value.byteLength;
    onProgress({ doneBytes, totalBytes });
  }
  onProgress({ doneBytes, totalBytes: doneBytes });
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

/** The length on the way is not that of the file where it travels compressed. */
function lengthOf({ headers }: Response): number | null {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? null : Number(length);
}
