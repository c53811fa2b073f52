import { acceptedBody, strayAnswer } from './answer.ts';
import { deliver, type RequestOptions, type SendSettings } from './deliver.ts';
import { fileNameIn } from './file-name.ts';
import { reached } from './reached.ts';
import { withCredentials } from './send.ts';
import { told } from './told.ts';
import { type FileProgress, hasOwnUpload, uploadWithProgress } from './upload-with-progress.ts';

/** Options of a call that sends or takes a file. Its time is five minutes unless `timeoutMs` says otherwise. */
export interface FileOptions extends RequestOptions {
  /** Told while the file goes or comes, and once at its end. What it throws is reported, and does not stop the file. */
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
  /**
   * Sends a file and gives back the JSON that answers it. It is sent once: nobody knows whether it may be twice.
   *
   * @throws {CnscdError} `HTTP_STATUS` for any other answer, the page of a captive portal too
   */
  upload(
    path: string,
    file: Blob | Uint8Array,
    query: FileQuery,
    options?: FileOptions,
  ): Promise<Readonly<Record<string, unknown>>>;
  /**
   * Takes a file, with the name that the server gives it in `content-disposition`.
   *
   * @throws {CnscdError} `HTTP_STATUS` for an answer that is none: without that header, or a page that is no HTML file
   */
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
        return reached(async () => {
          const response = await sendFile(settings, request, options);
          const body = await acceptedBody(response);
          if (body === null) throw strayAnswer(response.status);
          return body;
        });
      };
      return deliver(settings, { name: path, kind: 'ONCE', ask }, withTime(options));
    },
    async download(path, query, options = {}) {
      const url = addressOf(settings, path, query);
      const { fetch: send, credentials } = settings;
      const ask = (headers: Record<string, string>, signal: AbortSignal) =>
        reached(async () => {
          const response = await send(url, withCredentials({ headers, signal }, credentials));
          if (!response.ok) await acceptedBody(response);
          const name = fileNameIn(response.headers.get('content-disposition')) ?? lastOf(path);
          if (!isFile(response, name)) throw strayAnswer(response.status);
          return { name, content: await contentOf(response, options.onProgress) };
        });
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

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A captive portal answers everything, with a page of its own. */
function isFile({ headers, type }: Response, name: string): boolean {
  // From another origin the header is there for those only to whom that origin exposes it; a portal is let in by none.
  const isSentAsFile = headers.has('content-disposition') || type === 'cors';
  const isPage = /^text\/html/i.test(headers.get('content-type') ?? '');
  return isSentAsFile && (!isPage || /\.html?$/i.test(name));
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
  const { fetch: send, credentials } = settings;
  if (onProgress !== undefined && hasOwnUpload(send))
    return uploadWithProgress({ ...file, credentials }, onProgress);
  const { url, headers, content, signal } = file;
  const init = { method: 'POST', headers, body: content, signal };
  const response = await send(url, withCredentials(init, credentials));
  told(() => onProgress?.({ doneBytes: content.size, totalBytes: content.size }));
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
    told(() => onProgress({ doneBytes, totalBytes }));
  }
  told(() => onProgress({ doneBytes, totalBytes: doneBytes }));
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

/** The length on the way is not that of the file where it travels compressed. */
function lengthOf({ headers }: Response): number | null {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? null : Number(length);
}
